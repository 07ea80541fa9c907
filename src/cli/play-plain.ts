import {textFor, type BriefScene, type Started} from '../play/index.ts';
import {
	beginWith,
	continued,
	goOn,
	scorePage,
	shareCard,
	whereItStopped,
} from '../play/runs/index.ts';
import {readJournal, shownPath} from '../saves/index.ts';
import {
	createPlain,
	keptWords,
	paragraphsOf,
	plainScoreLines,
	printable,
	type Answer,
	type Plain,
	type PlainAsk,
} from '../view/plain/index.ts';
import type {Desk} from './desk.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {houseOf} from './house.ts';
import {readLines, type Incoming, type LineReader} from './line-reader.ts';
import {lastWords} from './first-loss.ts';
import {closeRun, heldRun, leaveFor, type LinesRun} from './lines-run.ts';
import {noteEnd} from './note-end.ts';
import {printLines, prose} from './prose.ts';
import {complain, print} from './terminal-text.ts';

const LINE_BYTES_MAX = 16 * 1024;
const LIVE_EVERY_MS = 100;

/** How a run that was left is treated where nobody can be asked. */
export type PlainChoice = Omit<BriefScene, 'at'> & {readonly goesOn: boolean};

/** `play --plain`: lines in, lines out; nothing is drawn, and nothing is drawn anew. */
export async function playPlain(choice: PlainChoice, desk: Desk): Promise<Exit> {
	const lines = readLines(process.stdin, process.stdout, LINE_BYTES_MAX);
	try {
		const started = await startOrGoOn(choice, desk, lines);
		if (started === undefined) return EXIT.interrupted;
		const run = heldRun(started);
		if (typeof run === 'string') return badInput(run);
		const {how, last} = await converse(run, choice, desk, lines);
		const whole = await closeRun(last);
		sayFarewell(last, choice, desk);
		if (!whole) return EXIT.badInput;
		return how === 'interrupted' ? EXIT.interrupted : EXIT.done;
	} finally {
		lines.close();
	}
}

/** Asks about a run that was left where there is somebody to ask; undefined where they stop the program. */
async function startOrGoOn(
	{loaded: {level}, seed, changes, anew, goesOn}: PlainChoice,
	desk: Desk,
	lines: LineReader,
): Promise<Started | string | undefined> {
	const asked = {level, seed, changes};
	const house = houseOf(desk);
	if (anew || seed !== undefined) return beginWith(asked, house, complain);
	if (goesOn) return continued(asked, house, complain);
	const left = await house.journals.left(level.id);
	if (left.found !== 'run') {
		const begun = await beginWith(asked, house, complain);
		const isPassedOver = left.found === 'trouble' && typeof begun !== 'string';
		if (isPassedOver) complain(`${left.message} This is a new run.`);
		return begun;
	}
	const {run} = left;
	const stopped = whereItStopped(run, level);
	if (!process.stdin.isTTY) {
		complain(`${stopped} This is a new one; \`--continue\` resumes that one.`);
		return beginWith(asked, house, complain);
	}
	printLines([stopped, 'Resume it? Type y or n; Enter means y.']);
	const answer = await lines.next();
	if (answer.kind === 'interrupt' || answer.kind === 'end') return undefined;
	const no = answer.kind === 'line' && /^\s*n/i.test(answer.text);
	return no ? beginWith(asked, house, complain) : goOn(run.file, level, house, complain);
}

/** How the conversation ended, and the run it ended in: `back` leads to another. */
type Left = {readonly how: 'quit' | 'interrupted'; readonly last: LinesRun};

/** Line by line until the player leaves, the input ends or ctrl-c is meant. */
async function converse(
	first: LinesRun,
	choice: PlainChoice,
	desk: Desk,
	lines: LineReader,
): Promise<Left> {
	let run = first;
	let plain = plainOf(run, choice, desk);
	let asked = false;
	printLines(plain.opening);
	for (;;) {
		if (!plain.going) showPrompt(plain.prompt);
		const before = performance.now();
		const incoming = plain.going ? await lines.nextWithin(LIVE_EVERY_MS) : await lines.next();
		if (incoming === undefined) {
			printLines(plain.live((performance.now() - before) / 1_000).lines);
		} else if (incoming.kind === 'interrupt') {
			if (asked || !process.stdin.isTTY) return {how: 'interrupted', last: run};
			asked = true;
			const kept = keptWords(!run.file.isWanting());
			printLines([...plain.take('').lines, `Stop here? ${kept} y stops, Enter continues.`]);
		} else if (incoming.kind === 'end') {
			return {how: 'quit', last: run};
		} else if (asked) {
			asked = false;
			if (isYes(incoming)) return {how: 'interrupted', last: run};
			print('Continuing.');
		} else {
			const {lines: said, ask} = answer(incoming, line => plain.take(line));
			printLines(said);
			if (ask?.type === 'leave') return {how: 'quit', last: run};
			const branched = ask === null ? undefined : await carryOut(ask, run, choice, desk);
			if (branched !== undefined) {
				run = branched;
				plain = plainOf(run, choice, desk);
				printLines(plain.take('status').lines);
			}
		}
		run.session.noteReached();
	}
}

/** What only the shell can do; the run that it goes on in, where that is another. */
async function carryOut(
	ask: Exclude<PlainAsk, {type: 'leave'}>,
	run: LinesRun,
	{loaded}: PlainChoice,
	desk: Desk,
): Promise<LinesRun | undefined> {
	const unicode = isUnicode(desk);
	switch (ask.type) {
		case 'fork': {
			const branched = await leaveFor(run, ask.at, {loaded, desk});
			if (typeof branched !== 'string') return branched;
			print(`NOT DONE: ${branched}`);
			return undefined;
		}
		case 'read': {
			// What lies behind the level stays sealed.
			const texts = houseOf(desk).texts([loaded.level], []);
			const {title, text} = textFor(ask.topic, texts);
			printLines(printable([title, ...paragraphsOf(text)], unicode));
			return undefined;
		}
		case 'score': {
			const read = readJournal(run.file.path);
			const page = scorePage(read, loaded, houseOf(desk).versions, plainScoreLines);
			printLines(printable(page, unicode));
			return undefined;
		}
	}
}

function plainOf({session}: LinesRun, {loaded: {level, briefing}}: PlainChoice, desk: Desk): Plain {
	const {title, role, kind} = level;
	const begins = session.now <= level.takeover;
	const [exam, tutorial, unicode] = [kind === 'exam', kind === 'tutorial', isUnicode(desk)];
	return createPlain({
		...{session, title, role, briefing, begins, by: 'you'},
		...{unicode, exam, tutorial},
	});
}

function isUnicode({looks}: Desk): boolean {
	return looks.graphs !== 'ascii';
}

function isYes(incoming: Incoming): boolean {
	return incoming.kind === 'line' && /^\s*y/i.test(incoming.text);
}

function answer(incoming: Incoming, take: (line: string) => Answer): Answer {
	if (incoming.kind === 'line') return take(incoming.text);
	const why =
		incoming.kind === 'too-long'
			? `a line has at most ${String(LINE_BYTES_MAX)} bytes`
			: 'the line is not UTF-8 text';
	return {lines: [`REJECTED: ${why}.`], ask: null};
}

/** What comes after a run: the debrief where it ended, and the words that come back to it where not. */
function sayFarewell({session, file}: Started, {loaded, name}: PlainChoice, desk: Desk): void {
	if (session.ended) {
		const told = lastWords(file.path, session.result(), loaded, desk.folder);
		print(`\n${prose(told, process.stdout.columns)}\n`);
		const trouble = noteEnd(session, file.path, desk);
		if (trouble !== undefined) complain(trouble);
		const {versions} = houseOf(desk);
		const {graphs} = desk.looks;
		const card = shareCard(readJournal(file.path), loaded, {versions, graphs, bars: false});
		if (card.length > 0) print(`${card.join('\n')}\n`);
	}
	print(`The journal is ${shownPath(file.path)}`);
	if (session.ended) return;
	const saves = desk.saves === undefined ? '' : ` --saves ${shownPath(desk.saves)}`;
	print(`outage-oncall play ${shownPath(name)} --plain --continue${saves} resumes this run.`);
}

/** Only for people: in a pipe there is nobody who waits for it. */
function showPrompt(prompt: string): void {
	if (process.stdin.isTTY && process.stdout.isTTY) process.stdout.write(prompt);
}
