import {createHash} from 'node:crypto';
import {livedToCompare} from '../play/runs/index.ts';
import {fileOfRun, isStandardOutput, openOut, readRun, readWho, shownPath} from '../saves/index.ts';
import {evidenceOf} from '../session/index.ts';
import {evidencePage, evidenceText} from '../view/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {levelOf} from './level-folder.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';
import {signatureWords, signaturesFor} from './signature-words.ts';
import {complain, print, printJson} from './terminal-text.ts';

const OPTIONS = {
	json: {type: 'boolean'},
	html: {type: 'string'},
	level: {type: 'string'},
} as const;

/** `evidence FILE`: a sheet on an exercise for the files of whoever answers for it. */
export async function evidenceCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['FILE'], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const [file = ''] = parsed.positionals;
	const {json, html, level: name} = parsed.values;
	if (json === true && html !== undefined && isStandardOutput(html)) {
		return badInput('Standard output takes --json or --html, not both.');
	}
	const read = readRun(file);
	if (!read.ok) return badInput(read.message);
	if (read.lack !== undefined) complain(read.lack);
	const loaded = await levelOf(read.journal, name);
	if (!loaded.ok) return badInput(...loaded.sentences);
	const page = html === undefined ? undefined : openOut(html, {inputs: fileOfRun(file)});
	if (page?.ok === false) return badInput(`${shownPath(html ?? '')}: ${page.why}.`);
	const versions = {game: versionOf(packageRoot()), node: nodeMajor()};
	const lived = livedToCompare(read.journal, loaded, versions);
	if (!lived.ok) return badInput(`${shownPath(file)}: ${lived.problem.message}`);
	const who = read.from === 'journal' ? readWho(file) : ({ok: true, who: undefined} as const);
	if (!who.ok) complain(who.message);
	const {name: player = '', team = '', began = ''} = (who.ok ? who.who : undefined) ?? {};
	const evidence = evidenceOf(loaded.level, read.journal, lived, {
		...{name: player, team, began},
		sha256: createHash('sha256').update(read.text).digest('hex'),
		signatures: signaturesFor(read.text, read.journal).map(signatureWords),
	});
	if (json === true) printJson(evidence);
	if (html !== undefined && page !== undefined) {
		const written = page.write(evidencePage(evidence));
		if (!written.ok) return badInput(`${shownPath(html)}: ${written.why}.`);
		if (!isStandardOutput(html)) complain(`The sheet is in ${shownPath(html)}.`);
	}
	if (json !== true && html === undefined) print(evidenceText(evidence));
	return EXIT.done;
}
