import {readRun, shownRun} from '../saves/index.ts';
import {isRunLink, runLink, whyRefused} from '../session/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {levelOf} from './level-folder.ts';
import {ownLevels} from './levels-folder.ts';
import {versionOf, packageRoot} from './package-root.ts';
import {refusedAs} from './refused-as.ts';
import {complain, print, printJson} from './terminal-text.ts';

const OPTIONS = {
	base: {type: 'string'},
	qr: {type: 'boolean'},
	json: {type: 'boolean'},
	level: {type: 'string'},
} as const;

/** `share FILE`: a run as a link, once it came out as it says. */
export async function shareCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['FILE'], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const [file = ''] = parsed.positionals;
	const {base, qr, json, level} = parsed.values;
	const page = base === undefined ? '' : pageAt(base);
	if (page === undefined) {
		return badInput('--base expects the address of a page, as https://example.org/drill/.');
	}
	if (qr === true && page === '') {
		return badInput('--qr is for telephones, which need the address of a page: see --base.');
	}
	if (qr === true && json === true)
		return badInput('Standard output takes --json or --qr, not both.');
	const read = readRun(file);
	if (!read.ok) return badInput(read.message);
	if (read.lack !== undefined) complain(read.lack);
	const loaded = await levelOf(read.journal, level);
	if (!loaded.ok) return badInput(...loaded.sentences);
	const refused = whyRefused(loaded.level, read.journal, {game: versionOf(packageRoot())});
	if (refused !== null) return refusedAs(file, refused);
	const made = runLink(read.journal);
	if (!made.ok) return badInput(`${shownRun(file)}: ${made.message}`);
	if (!ownLevels().includes(loaded.level.id)) {
		complain(
			'Its level is not one of the game’s: whoever opens the link needs the folder too, and passes it as --level.',
		);
	}
	const link = page + made.link;
	if (json === true) {
		printJson({link, level: loaded.level.id});
		return EXIT.done;
	}
	print(link);
	return qr === true ? (await import('./qr-code.ts')).printQrCode(link) : EXIT.done;
}

const SCHEMES = ['http:', 'https:', 'file:'];

/** The address of a page without what follows its `#`; undefined where it is none. */
function pageAt(base: string): string | undefined {
	try {
		const url = new URL(base);
		url.hash = '';
		// What is printed has to be known for a link by whoever reads it.
		return SCHEMES.includes(url.protocol) && isRunLink(`${url.href}#run=`) ? url.href : undefined;
	} catch {
		return undefined;
	}
}
