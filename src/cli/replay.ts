import {clockOf} from '../level/index.ts';
import {
	isStandardOutput,
	readRun,
	salvageJournal,
	shownPath,
	shownRun,
	type ReadJournal,
	writeOut,
} from '../saves/index.ts';
import {openReplay, replay, whyRefused, type SeatLens} from '../session/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import type {Cast} from './export-cast.ts';
import {refusedAs} from './refused-as.ts';
import {openDesk} from './desk.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {levelOf, type LevelFolder} from './level-folder.ts';
import {rolesFor} from './level-roles.ts';
import {LOOKS_OPTIONS} from './looks.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';
import {report} from './report.ts';
import {isFake, signaturesFor, signatureWords} from './signature-words.ts';
import {complain, print, printJson} from './terminal-text.ts';

const OPTIONS = {
	verify: {type: 'boolean'},
	json: {type: 'boolean'},
	level: {type: 'string'},
	saves: {type: 'string'},
	asciicast: {type: 'string'},
	salvage: {type: 'string'},
	size: {type: 'string'},
	speed: {type: 'string'},
	seat: {type: 'string', multiple: true},
	...LOOKS_OPTIONS,
} as const;

/** `replay FILE`: watches a journal, or lives it again and says whether it comes out the same. */
export async function replayCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['FILE'], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const [file = ''] = parsed.positionals;
	const {verify, json, level: levelName, asciicast, size, speed} = parsed.values;
	const idle = idleOption(parsed.values);
	if (idle !== undefined) return badInput(idle);
	if (parsed.values.salvage !== undefined) return salvaged(file, parsed.values.salvage);
	const read = readRun(file);
	if (!read.ok) return badInput(read.message);
	const {journal} = read;
	if (read.lack !== undefined) complain(read.lack);
	const loaded = await levelOf(journal, levelName);
	if (!loaded.ok) return badInput(...loaded.sentences);
	if (verify === true || json === true) return verified(file, read, loaded, json === true);
	const isWatched = asciicast !== undefined || (process.stdin.isTTY && process.stdout.isTTY);
	if (!isWatched && parsed.values.seat !== undefined) {
		return badInput('--seat is for watching: in a terminal, or with --asciicast.');
	}
	if (!isWatched) {
		return verified(file, read, loaded, false);
	}
	let cast: Cast | undefined;
	if (asciicast !== undefined) {
		const {castTo} = await import('./export-cast.ts');
		const opened = castTo({file, out: asciicast, size, speed, looks: parsed.values});
		if (typeof opened === 'string') return badInput(opened);
		cast = opened;
	}
	const roles = rolesFor(loaded.level);
	if ('sentences' in roles) return badInput(...roles.sentences);
	const options = {game: versionOf(packageRoot()), node: nodeMajor(), roles};
	const refused = whyRefused(loaded.level, journal, options);
	if (refused !== null) return refusedAs(file, refused);
	const opened = openReplay(loaded.level, journal, options);
	if (!opened.ok) return badInput(`${shownRun(file)}: ${opened.problem.message}`);
	const {replayer} = opened;
	const noSeat = sitOn(parsed.values.seat ?? [], replayer.lens);
	if (noSeat !== undefined) return badInput(`${shownRun(file)}: ${noSeat}`);
	if (cast !== undefined) return cast(replayer, loaded.level.title);
	const desk = openDesk(parsed.values.saves, parsed.values);
	if (!desk.ok) return badInput(desk.message);
	const name = levelName ?? journal.begin.level;
	const {playFrom} = await import('./play-from.ts');
	return playFrom({at: 'replay', replayer, file, loaded, name}, desk.desk);
}

/** One seat to watch from, or two beside each other; a sentence where that cannot be. */
function sitOn([seat, beside, ...more]: readonly string[], lens: SeatLens): string | undefined {
	if (seat === undefined || (more.length === 0 && lens.sit(seat, beside))) return undefined;
	const {seats} = lens;
	if (seats.length === 0) return 'one person played it alone, and saw all of it.';
	const known = `Seats: ${seats.join(', ')}.`;
	if (more.length > 0) return `two seats stand beside each other, and no more. ${known}`;
	return `there is no seat “${[seat, beside].find(each => each !== undefined && !seats.includes(each)) ?? ''}”. ${known}`;
}

type Values = {
	readonly [Name in keyof typeof OPTIONS]?: string | boolean | string[] | undefined;
};

/** What replaying can be asked for, one at a time, and what changes nothing of it. */
const WAYS = ['salvage', 'verify', 'json', 'asciicast'] as const;
const IDLE: Readonly<Record<(typeof WAYS)[number], readonly (keyof Values)[]>> = {
	salvage: [
		...(['verify', 'json', 'asciicast', 'size', 'speed', 'seat'] as const),
		...(['theme', 'graphs', 'level', 'saves'] as const),
	],
	verify: ['asciicast', 'size', 'speed', 'seat', 'theme', 'graphs', 'saves'],
	json: ['asciicast', 'size', 'speed', 'seat', 'theme', 'graphs', 'saves'],
	asciicast: ['length', 'no-animation', 'screen-reader', 'saves'],
};

/** An option that would do nothing, told in a sentence. */
function idleOption(values: Values): string | undefined {
	const way = WAYS.find(name => values[name] !== undefined);
	const idle: readonly (keyof Values)[] = way === undefined ? ['size', 'speed'] : IDLE[way];
	const asked = idle.find(name => values[name] !== undefined);
	if (asked === undefined) return undefined;
	return way === undefined
		? `--${asked} is for --asciicast.`
		: `--${asked} does nothing beside --${way}.`;
}

/** `--salvage OUT`: what precedes the damage, as a journal of its own. */
function salvaged(file: string, out: string): Exit {
	const read = salvageJournal(file);
	if (!read.ok) return badInput(read.message);
	const {text, damagedAt, reached} = read.salvaged;
	if (damagedAt === null) {
		return badInput(`${shownRun(file)}: it is undamaged; there is nothing to salvage.`);
	}
	const written = writeOut(out, text, {inputs: [file], isNew: true});
	if (!written.ok) return badInput(`${shownPath(out)}: ${written.why}.`);
	const kept = `What precedes line ${String(damagedAt)} is kept, up to second ${String(reached)} of the run`;
	complain(
		`${kept}${isStandardOutput(out) ? '' : `: ${shownPath(out)}`}. It is marked as salvaged.`,
	);
	return EXIT.done;
}

type ReadRun = ReadJournal & {readonly ok: true};

const CLAIMED = 'Who played, and when, is only claimed.';
const LINK_PROVEN = `Verified: re-simulating it gives the result the link claims. That is all the proof there is: a link has no marks and no signatures. ${CLAIMED}`;

function verified(
	file: string,
	{journal, text, from}: ReadRun,
	{level}: LevelFolder,
	json: boolean,
): Exit {
	const options = {game: versionOf(packageRoot()), node: nodeMajor(), observed: false};
	const lived = replay(level, journal, options);
	if (!lived.ok) return badInput(`${shownRun(file)}: ${lived.problem.message}`);
	const {result, problem} = lived;
	const same = problem === null;
	const compared = journal.ended ? 'every mark and the end are' : 'every mark so far is';
	if (problem !== null) complain(`${shownRun(file)}: ${problem.message}`);
	else if (!journal.ended) {
		const clock = clockOf(level, journal.begin.seed);
		complain(`The run stopped unfinished at ${clock.at(journal.reached)} PDT.`);
	}
	const signatures = signaturesFor(text, journal);
	for (const each of signatures.filter(isFake))
		complain(`${shownRun(file)}: ${signatureWords(each)}`);
	if (json) printJson({...result, verified: same, signatures});
	else if (same) {
		const proven = from === 'link' ? LINK_PROVEN : `Verified: ${compared} the same. ${CLAIMED}`;
		const signed = signatures.filter(each => !isFake(each)).map(signatureWords);
		print([report(result), proven, ...signed].join('\n'));
	}
	return same && !signatures.some(isFake) ? EXIT.done : EXIT.no;
}
