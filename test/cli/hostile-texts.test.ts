import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {shortLevelIn} from '../support/short-level.ts';
import {TerminalProgram} from '../support/terminal.ts';
import {EVERY_CASE, someOf} from '../support/sampled.ts';
import {outage, ownPlaces, PROGRAM} from './outage.ts';

/** Tags, fillers, what turns text around, what is not there at all, marks in a pile, and a command to the terminal. */
const HOSTILE = `T\u{E0041}\u{E007F}\u3164\u115F\u202E\u2066\u200B\u00AD\uFEFF\uFE0F\u061C\u0085e${'\u0301'.repeat(30)}`;
const HIDDEN =
	/[\u{E0000}-\u{E0FFF}\u3164\u115F\u202A-\u202E\u2066-\u2069\u200B-\u200F\u00AD\uFEFF\uFE0F\u061C\u0080-\u009F]|\u0301{3}/u;

const ACTING = ['until 10:02', 'show border', 'wait 1', 'reroute border use1-az1', 'use1-az1'];

let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hostile-texts-'));
	env = ownPlaces({XDG_CONFIG_HOME: path.join(folder, 'config')});
	const level = shortLevelIn(folder, 'hostile');
	const file = path.join(level, 'level.yaml');
	const text = fs
		.readFileSync(file, 'utf8')
		.replace(/^summary: >-\n(?: .*\n)+/mu, 'summary: x\n')
		.replaceAll(/\b(title|summary|lesson|what|why): .*/gu, `$1: "${HOSTILE}"`)
		.replace(/^role: .*/mu, `role: "${HOSTILE}"`);
	fs.writeFileSync(file, text);
	for (const name of ['briefing.md', 'debrief.md']) {
		const words = `# ${HOSTILE}\n\n${HOSTILE} **${HOSTILE}**\n\n- ${HOSTILE}\n\n\`${HOSTILE}\`\n`;
		fs.writeFileSync(path.join(level, name), words);
	}
});
afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

function expectClean(face: string, said: string): void {
	expect(said.length, face).toBeGreaterThan(30);
	const [hidden = ''] = HIDDEN.exec(said) ?? [];
	expect(hidden.codePointAt(0)?.toString(16), face).toBeUndefined();
}

test('nothing hides in the texts of a level or a player, in any face', () => {
	const saves = path.join(folder, 'saves');
	const run = (words: readonly string[], input = '') => {
		const {out, err} = outage(words, input, env, folder);
		expectClean(words.slice(0, 3).join(' '), out + err);
	};
	const level = './hostile';
	run(['levels', level]);
	if (EVERY_CASE) run(['levels', 'check', level, '--seeds', '1']);
	for (const words of someOf([[], ['--json']], 1)) run(['run', level, ...words]);
	const said = [
		`note ${HOSTILE}`,
		`post ${HOSTILE}`,
		`suspect dns because ${HOSTILE}`,
		HOSTILE,
		`read ${HOSTILE}`,
	];
	run(
		['play', level, '--plain', '--saves', saves],
		[...said, ...ACTING, 'wait 90', 'score', 'quit', ''].join('\n'),
	);
	const requests = [
		{do: 'attempt', order: `note ${HOSTILE}`},
		{do: 'attempt', order: HOSTILE},
		{do: 'suspect', suspect: 'dynamodb', confidence: 70, unless: HOSTILE},
		{do: 'note', about: 'story', text: HOSTILE},
		{do: 'snapshot', name: HOSTILE},
		{do: 'panel', panel: 'orders', filter: HOSTILE},
		{do: HOSTILE},
		{do: 'wait', minutes: 90},
		{do: 'observe'},
		{do: 'result'},
	];
	const lines = requests.map((request, id) => JSON.stringify({id, ...request}));
	run(
		['play', level, '--protocol', '--saves', path.join(folder, 'others')],
		`${lines.join('\n')}\n`,
	);
	run(['records', '--saves', saves]);
	const [name = ''] = fs.readdirSync(saves);
	const journal = path.join(saves, name);
	for (const words of someOf([['--card'], []], 1)) run(['score', journal, ...words]);
	run(['debrief', journal]);
	run(['debrief', journal, '--html', '-']);
	run(['replay', journal]);
	run(['replay', journal, '--asciicast', '-']);
	run(['replay', `${journal}${HOSTILE}`]);
	run(['play', HOSTILE, '--plain']);
}, 180_000);

test.skipIf(process.platform === 'win32')('nor on the screen', async () => {
	const words = [PROGRAM, 'play', './hostile', '--saves', path.join(folder, 'on-screen')];
	const terminal = new TerminalProgram(process.execPath, words, {
		columns: 80,
		rows: 24,
		cwd: folder,
		env: env as Record<string, string>,
	});
	try {
		await terminal.until('begins');
		terminal.type('\r');
		await terminal.until('m Overview');
		terminal.type(`:note ${HOSTILE}\r`);
		await terminal.until(/note Te/u);
		expectClean('screen', terminal.output);
	} finally {
		terminal.close();
	}
});
