import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import path from 'node:path';
import {kindOf, namesIn, readBytes} from '../saves/disk/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {endOnSignal} from './end-on-signal.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {openInBrowser} from './open-in-browser.ts';
import {levelShelf} from './level-shelf.ts';
import {levelsFolder} from './levels-folder.ts';
import {packageRoot, programFolder} from './package-root.ts';
import {portFrom, whyNoPort} from './port.ts';
import {print} from './terminal-text.ts';
import {runbooksFolder} from './texts-to-read.ts';

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
	if (site === undefined) {
		return badInput('The page is not there: in the repository, `npm run site` builds it.');
	}
	const server = createServer(answering(site));
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

/** Beside the bundle, or where the repository builds it. */
function siteFolder(): string | undefined {
	const places = [path.join(programFolder(), 'site'), path.join(packageRoot(), 'dist', 'site')];
	return places.find(place => kindOf(path.join(place, 'index.html')) === 'file');
}

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
};

/** What any host of the page does well to send along. */
const HEADERS: Readonly<Record<string, string>> = {
	'content-security-policy':
		"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
	'cross-origin-resource-policy': 'same-origin',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'cache-control': 'no-cache',
};

/** Names by which this machine calls itself: a page from elsewhere may point its own name here. */
const OWN_NAMES = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u;

const SHELF = 'shelf.json';

function answering(site: string) {
	const names = new Set([...namesIn(site), SHELF]);
	let shelf: Buffer | undefined;
	const bytesOf = (name: string): Buffer | undefined => {
		if (name === SHELF)
			return (shelf ??= Buffer.from(JSON.stringify(levelShelf(levelsFolder(), runbooksFolder()))));
		const read = names.has(name) ? readBytes(path.join(site, name)) : undefined;
		return read?.ok === true ? read.bytes : undefined;
	};
	return ({method, url = '/', headers}: IncomingMessage, response: ServerResponse): void => {
		const end = (status: number, type: string, body: Buffer | string) => {
			response.writeHead(status, {...HEADERS, 'content-type': type});
			response.end(method === 'HEAD' ? undefined : body);
		};
		if (!OWN_NAMES.test(headers.host ?? '')) return end(421, 'text/plain', 'Not here.\n');
		if (method !== 'GET' && method !== 'HEAD') return end(405, 'text/plain', 'Only GET.\n');
		const [asked = ''] = url.slice(1).split(/[?#]/u);
		const name = asked === '' ? 'index.html' : asked;
		const bytes = bytesOf(name);
		if (bytes === undefined) return end(404, 'text/plain', 'There is no such file.\n');
		end(200, TYPES[path.extname(name)] ?? 'application/octet-stream', bytes);
	};
}
