import type {Debriefing} from '../play/runs/index.ts';
import {fileOfRun, isStandardOutput, openOut, readRun, shownPath} from '../saves/index.ts';
import {
	openReplay,
	runLink,
	type Debrief,
	type Journal,
	type TeamDebrief,
} from '../session/index.ts';
import {consoleFrames, debriefPage, debriefSentences, debriefText} from '../view/index.ts';
import {showsUnicode} from '../view/screen/looks/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {debriefingOf, teamOf} from './debrief-of.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {levelOf, type LevelFolder} from './level-folder.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';
import {ownPlaces} from './places.ts';
import {refusedAs} from './refused-as.ts';
import {complain, print, printJson} from './terminal-text.ts';

const OPTIONS = {
	json: {type: 'boolean'},
	html: {type: 'string'},
	plain: {type: 'boolean'},
	level: {type: 'string'},
	finding: {type: 'string'},
} as const;

/** `debrief FILE`: what a run was like, and what would have been different. */
export async function debriefCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['FILE'], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const [file = ''] = parsed.positionals;
	const {json, html, plain, level: levelName, finding} = parsed.values;
	const isOther = json === true || html !== undefined || plain === true;
	if (finding !== undefined && (isOther || !/^[1-9]$/.test(finding))) {
		return badInput(
			'--finding N prints the commands of one finding, numbered as they are told, and nothing else.',
		);
	}
	if (json === true && html !== undefined && isStandardOutput(html)) {
		return badInput('Standard output takes --json or --html, not both.');
	}
	const read = readRun(file);
	if (!read.ok) return badInput(read.message);
	if (read.lack !== undefined) complain(read.lack);
	const loaded = await levelOf(read.journal, levelName);
	if (!loaded.ok) return badInput(...loaded.sentences);
	const page = html === undefined ? undefined : openOut(html, {inputs: fileOfRun(file)});
	if (page?.ok === false) return badInput(`${shownPath(html ?? '')}: ${page.why}.`);
	const working = await debriefingOf(loaded, read.journal, {
		file,
		state: ownPlaces().state,
		withheld: false,
	});
	if ('problem' in working) return refusedAs(file, working);
	const team = teamOf(loaded, read.journal, {file, state: ownPlaces().state});
	if ('sentences' in team) return badInput(...team.sentences);
	const debrief = await awaited(working);
	if (debrief === null) return EXIT.interrupted;
	if (finding !== undefined) return tellOrders(debrief, Number(finding), read.journal);
	if (json === true) printJson(withTeam(debrief, team.told));
	if (html !== undefined && page !== undefined) {
		const written = page.write(pageOf(debrief, team.told, loaded, read.journal));
		if (!written.ok) return badInput(`${shownPath(html)}: ${written.why}.`);
		if (!isStandardOutput(html)) {
			complain(`The debrief is in ${shownPath(html)}; any browser shows it, without a network.`);
		}
	}
	if (json !== true && html === undefined) {
		const graphs = showsUnicode(process.env, process.platform) ? 'block' : 'ascii';
		const words =
			plain === true
				? debriefSentences(debrief).join('\n')
				: debriefText(debrief, team.told, graphs);
		print(words);
	}
	return EXIT.done;
}

function withTeam(debrief: Debrief, team: TeamDebrief | null): object {
	return team === null ? debrief : {...debrief, team};
}

/** The page, with the run in it. */
function pageOf(
	debrief: Debrief,
	team: TeamDebrief | null,
	{level}: LevelFolder,
	journal: Journal,
): string {
	const opened = openReplay(level, journal, {game: versionOf(packageRoot()), node: nodeMajor()});
	const made = runLink(journal);
	const frames = opened.ok ? consoleFrames(debrief, opened.replayer) : [];
	return debriefPage(debrief, {frames, link: made.ok ? made.link : null, team});
}

/** The orders of a finding, as a file that `run --orders` carries out. */
function tellOrders({decisions}: Debrief, number: number, {begin}: Journal): Exit {
	const finding = decisions[number - 1];
	if (finding === undefined) {
		return badInput(`There are ${String(decisions.length)} findings; --finding takes one of them.`);
	}
	if (finding.file === null) {
		return badInput(
			`Finding ${String(number)} is a whole player: run ${begin.level} --player textbook.`,
		);
	}
	const under = [
		...begin.switches.map(name => ` --switch ${name}`),
		...Object.entries(begin.parameters).flatMap(([part, values]) =>
			Object.entries(values).map(([name, value]) => ` --set ${part}.${name}=${String(value)}`),
		),
	].join('');
	const how = `run ${begin.level} --seed ${begin.seed}${under} --orders FILE`;
	print(`# ${how}\n${finding.file.trimEnd()}`);
	return EXIT.done;
}

const TELL_EVERY_MS = 250;

/** Waits for all of it and says on stderr how far it is; null when the player would rather not. */
async function awaited(working: Debriefing): Promise<Debrief | null> {
	const cancelling = new AbortController();
	const onTerminal = process.stderr.isTTY;
	const tell = () => {
		const {lived, wanted} = working.progress;
		const line = `Re-simulating ${String(lived)} of ${String(wanted)}`;
		process.stderr.write(`\r${line.padEnd(48)}`);
	};
	const telling = onTerminal ? setInterval(tell, TELL_EVERY_MS) : undefined;
	const cancel = () => {
		cancelling.abort();
		working.cancel();
	};
	process.once('SIGINT', cancel);
	await working.finished;
	process.off('SIGINT', cancel);
	clearInterval(telling);
	if (onTerminal) process.stderr.write(`\r${' '.repeat(48)}\r`);
	else complain(`${String(working.progress.lived)} runs re-simulated.`);
	return cancelling.signal.aborted ? null : working.debrief;
}
