import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {parseJournal, type JournalLine} from '../../src/session/index.ts';
import {outage, PROGRAM} from '../cli/outage.ts';
import {TerminalProgram} from '../support/terminal.ts';
import {byCommandLine, byKeys, byPlainLines, byProtocol, type Driver} from './four-drivers.ts';
import {rehearsed, type Act} from './winning-night.ts';

type Line = Exclude<JournalLine, {kind: 'begin'}>;

const nights: Record<string, readonly Line[]> = {};
let acts: readonly Act[];
let folder: string;

beforeAll(async () => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-four-ways-'));
	acts = rehearsed();
	nights['plain'] = inPipe('--plain', byPlainLines);
	nights['protocol'] = inPipe('--protocol', byProtocol);
	[nights['keys'], nights['command line']] = await Promise.all([
		inTerminal(byKeys),
		inTerminal(byCommandLine),
	]);
}, 180_000);

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

describe.each(['keys', 'command line', 'plain', 'protocol'])('October 20 by %s', way => {
	test('is won', () => {
		expect(linesOf(way, 'end')).toMatchObject([{won: true}]);
	});

	test('has the same orders at the same seconds, and the same notes beside them', () => {
		expect(linesOf(way, 'do')).toHaveLength(acts.filter(act => 'order' in act).length);
		expect(linesOf(way, 'do')).toEqual(linesOf('plain', 'do'));
		expect(saidIn(way)).toHaveLength(3);
		expect(saidIn(way)).toEqual(saidIn('plain'));
	});

	test('is the same night, minute by minute and to its last hash', () => {
		expect(linesOf(way, 'mark').length).toBeGreaterThan(180);
		expect(linesOf(way, 'mark')).toEqual(linesOf('plain', 'mark'));
		expect(endOf(way)).toEqual(endOf('plain'));
	});
});

/** The whole night sent at once to the program without a terminal. */
function inPipe(how: string, driver: Driver): readonly Line[] {
	const saves = fs.mkdtempSync(path.join(folder, 'saves-'));
	const {code, err} = outage(['play', how, '--saves', saves], acts.map(driver).join(''));
	expect({code, err}).toEqual({code: 0, err: ''});
	return journalIn(saves);
}

/** The night on a screen, where each event is waited for until the screen shows it. */
async function inTerminal(driver: Driver): Promise<readonly Line[]> {
	const saves = fs.mkdtempSync(path.join(folder, 'saves-'));
	const words = [PROGRAM, 'play', 'october-20', '--saves', saves];
	const env = {XDG_CONFIG_HOME: saves, XDG_STATE_HOME: saves};
	const size = {columns: 120, rows: 36};
	const terminal = new TerminalProgram(process.execPath, words, {...size, cwd: saves, env});
	try {
		await terminal.until('All systems healthy.');
		terminal.type('\r');
		await terminal.until('m Overview');
		terminal.type(' ');
		await terminal.until('PAUSED');
		for (const act of acts) {
			terminal.type(driver(act));
			if ('next' in act) await terminal.until(new RegExp(`${act.clock} PDT.* (PAUSED|OVER)`, 'u'));
		}
		terminal.type('q');
		await terminal.until('Retry');
		terminal.type('q');
		expect((await terminal.exited).code).toBe(0);
	} finally {
		terminal.close();
	}
	return journalIn(saves);
}

function journalIn(saves: string): readonly Line[] {
	const name = fs.readdirSync(saves).find(each => each.endsWith('.journal.jsonl')) ?? '';
	const parsed = parseJournal(fs.readFileSync(path.join(saves, name), 'utf8'));
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return parsed.journal.lines.map(({line}) => line);
}

function linesOf<Kind extends Line['kind']>(way: string, kind: Kind) {
	return (nights[way] ?? []).filter(
		(line): line is Extract<Line, {kind: Kind}> => line.kind === kind,
	);
}

/** The end without the digest of its notes: which panels were looked at differs between the ways. */
function endOf(way: string) {
	return linesOf(way, 'end').map(end => ({...end, notes: undefined}));
}

/** What the player said, but not what they looked at: a screen shows panels that lines must ask for. */
function saidIn(way: string) {
	const said: readonly string[] = ['hypothesis', 'prediction'];
	return linesOf(way, 'note').filter(({note}) => said.includes(note.about));
}
