import {createServer} from 'node:http';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {isOwnName} from '../host/index.ts';
import {endOnSignal} from './end-on-signal.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {openInBrowser} from './open-in-browser.ts';
import {portFrom, whyNoPort} from './port.ts';
import {answerFrom, NO_SITE, siteFolder} from './site.ts';
import {print} from './terminal-text.ts';

const OPTIONS = {port: {type: 'string'}, open: {type: 'boolean'}} as const;

/** The night began on 20 October 2025. */
const PORT = 20_251;
const HOST = '127.0.0.1';

/** `web`: hands the page to a browser on this machine, until ctrl-c. */
export async function webCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: [], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const {port: asked, open} = parsed.values;
	const port = portFrom(asked, PORT);
	if (typeof port === 'string') return badInput(port);
	const site = siteFolder();
	if (site === undefined) return badInput(NO_SITE);
	const server = createServer(answerFrom(site, isOwnName));
	const trouble = await new Promise<NodeJS.ErrnoException | null>(resolve => {
		server.once('error', resolve);
		server.listen(port, HOST, () => {
			resolve(null);
		});
	});
	if (trouble !== null) return badInput(whyNoPort(`Port ${String(port)}`, port, trouble));
	const address = server.address();
	const at = typeof address === 'object' && address !== null ? address.port : port;
	const page = `http://localhost:${String(at)}/`;
	print(
		`${page} is the page, for browsers on this machine. ctrl-c ends it; what was played stays in the browser.`,
	);
	if (open === true) openInBrowser(page);
	endOnSignal();
	await new Promise(resolve => process.once('SIGINT', resolve));
	server.closeAllConnections();
	server.close();
	return EXIT.done;
}
