import {beginWith, continued} from '../play/runs/index.ts';
import {createProtocol, PROTOCOL, type Protocol, type Response} from '../view/protocol/index.ts';
import {badInput} from './bad-input.ts';
import type {Desk} from './desk.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {houseOf} from './house.ts';
import {readLines, type Incoming, type LineReader} from './line-reader.ts';
import {closeRun, heldRun, leaveFor, type LinesRun} from './lines-run.ts';
import {noteEnd} from './note-end.ts';
import {packageRoot, versionOf} from './package-root.ts';
import type {PlainChoice} from './play-plain.ts';
import {complain, print} from './terminal-text.ts';

const LINE_BYTES_MAX = 16 * 1024;

/** A sentence where the version that was asked for is not spoken here. */
export function protocolFault(version: string): string | undefined {
	if (version === String(PROTOCOL)) return undefined;
	return `--protocol=${version.slice(0, 20)} is not supported; --protocol=${String(PROTOCOL)} is.`;
}

/** `play --protocol`: JSON lines in and out. Time moves only when a line asks for it. */
export async function playProtocol(choice: PlainChoice, desk: Desk): Promise<Exit> {
	const {loaded, seed, changes, anew, goesOn} = choice;
	const {level} = loaded;
	const asked = {level, seed, changes};
	const goes = goesOn && !anew && seed === undefined;
	const run = heldRun(await (goes ? continued : beginWith)(asked, houseOf(desk), complain));
	if (typeof run === 'string') return badInput(run);
	const lines = readLines(process.stdin, process.stdout, LINE_BYTES_MAX);
	const {how, last} = await converse(run, {choice, desk}, lines);
	lines.close();
	const whole = await closeRun(last);
	if (last.session.ended) {
		const trouble = noteEnd(last.session, last.file.path, desk);
		if (trouble !== undefined) complain(trouble);
	}
	if (!whole) return EXIT.badInput;
	return how === 'interrupted' ? EXIT.interrupted : EXIT.done;
}

type Place = {readonly choice: PlainChoice; readonly desk: Desk};

/** Line by line until a program leaves, its output ends or ctrl-c is pressed. */
async function converse(
	first: LinesRun,
	{choice, desk}: Place,
	lines: LineReader,
): Promise<{how: 'quit' | 'interrupted'; last: LinesRun}> {
	let run = first;
	let protocol = protocolOf(run, choice);
	tell(protocol.hello);
	for (;;) {
		const incoming = await lines.next();
		if (incoming.kind === 'interrupt') return {how: 'interrupted', last: run};
		if (incoming.kind === 'end') return {how: 'quit', last: run};
		if (incoming.kind !== 'line') {
			tell(unreadable(incoming));
			continue;
		}
		const {response, ask} = protocol.take(incoming.text);
		if (ask?.type === 'fork') {
			const branched = await leaveFor(run, ask.at, {loaded: choice.loaded, desk});
			if (typeof branched === 'string') {
				const problem = {message: branched, suggestions: []};
				tell({id: ask.id, ok: false, problem} satisfies Response);
				continue;
			}
			run = branched;
			protocol = protocolOf(run, choice);
			tell(protocol.forked(ask.id));
			continue;
		}
		run.session.noteReached();
		tell(response);
		if (ask !== null) return {how: 'quit', last: run};
	}
}

function protocolOf({session, file}: LinesRun, {loaded: {level, briefing}}: PlainChoice): Protocol {
	return createProtocol({
		session,
		title: level.title,
		briefing,
		game: versionOf(packageRoot()),
		limit: level.limit,
		by: 'you',
		journal: file.path,
		exam: level.kind === 'exam',
	});
}

function unreadable({kind}: Incoming): Response {
	const message =
		kind === 'too-long'
			? `A line has at most ${String(LINE_BYTES_MAX)} bytes.`
			: 'The line is not UTF-8 text.';
	return {id: null, ok: false, problem: {message, suggestions: []}};
}

/** One line of JSON. What the pipeline lost is null, as JSON has no word for it. */
function tell(value: object): void {
	print(JSON.stringify(value));
}
