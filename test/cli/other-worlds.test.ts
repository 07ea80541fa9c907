import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {WORLD} from '../../src/session/index.ts';
import {FIRST_SUM, seal} from '../../src/session/journal-chain.ts';
import {outage} from './outage.ts';

const NEXT = WORLD + 1;
const COMMAND = '`npx outage-oncall@9.3 replay FILE`';

let folder: string;
let saves: string;
let ended: string;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-worlds-'));
	saves = path.join(folder, 'saves');
	outage(['run', 'read-a-panel', '--player', 'textbook', '--saves', saves]);
	ended = onlyFile();
	moveToNextWorld(ended);
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

function onlyFile(): string {
	return path.join(
		saves,
		fs.readdirSync(saves).find(name => name.endsWith('.journal.jsonl'))!,
	);
}

/** The journal as a later game would have written it, its sums and all. */
function moveToNextWorld(file: string, level?: string): void {
	let sum = FIRST_SUM;
	const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
	const moved = lines.map(text => {
		const line = JSON.parse(text.replace(/,"sum":"[0-9a-f]+"\}$/u, '}')) as Record<string, unknown>;
		const change = level === undefined ? {} : {level};
		const told = line['kind'] === 'begin' ? {...line, world: NEXT, game: '9.3.1', ...change} : line;
		const sealed = seal(told, sum);
		({sum} = sealed);
		return `${sealed.text}\n`;
	});
	fs.writeFileSync(file, moved.join(''));
}

const env = () => ({XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder});

test.each(['replay', 'replay --verify', 'replay --json', 'score', 'debrief'])(
	'%s of a run of another world names the one command that plays it',
	words => {
		const [command = '', ...options] = words.split(' ');
		const said = outage([command, ended, ...options], '', env());
		expect(said).toMatchObject({code: 2, out: ''});
		expect(said.err).toContain(
			`${ended}: The run was played in world ${String(NEXT)} (game 9.3.1), and this game has world ${String(WORLD)}: ${COMMAND} plays it.`,
		);
	},
);

test('so do they where its level is gone as well', () => {
	const gone = path.join(folder, 'gone.jsonl');
	fs.copyFileSync(ended, gone);
	moveToNextWorld(gone, 'a-level-of-tomorrow');
	for (const command of ['replay', 'score', 'debrief']) {
		expect(outage([command, gone], '', env()).err).toContain(COMMAND);
	}
});

test('one that was left is not gone on with, and stays as it is', () => {
	const elsewhere = path.join(folder, 'left');
	fs.mkdirSync(elsewhere);
	const file = path.join(elsewhere, path.basename(ended));
	const lines = fs.readFileSync(ended, 'utf8').split('\n');
	fs.writeFileSync(file, `${lines.slice(0, 6).join('\n')}\n`);
	const before = fs.readFileSync(file, 'utf8');
	const words = ['play', 'read-a-panel', '--plain', '--continue', '--saves', elsewhere];
	const said = outage(words, 'quit\n', env());
	expect(said.code).toBe(2);
	expect(said.err).toContain(COMMAND);
	expect(fs.readFileSync(file, 'utf8')).toBe(before);
	expect(fs.readdirSync(elsewhere)).toEqual([path.basename(file)]);
});

test('records list it, apart from the runs of this world', () => {
	const {code, out} = outage(['records', '--saves', saves], '', env());
	expect(code).toBe(0);
	expect(out).toMatch(
		new RegExp(`^read-a-panel +${String(NEXT)} +program +won \\(claimed\\) +- +- +1 +1 +-$`, 'mu'),
	);
	expect(out).toContain(`its runs are played by ${COMMAND}.`);
});
