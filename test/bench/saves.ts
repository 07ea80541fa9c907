// The `saves` section of the benchmark: every command with ten thousand files in the saves, and odd ones among them.
import {spawnSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {goldenNamed, goldenText} from '../golden/golden.ts';
import {fillOddly} from '../saves/odd-folder.ts';
import {ROOT} from '../support/tree.ts';
import {median, row} from './report.ts';

const RUNS = 3;
const COMMANDS: readonly (readonly [words: readonly string[], input: string])[] = [
	[['records'], ''],
	[['levels'], ''],
	[['review'], ''],
	[['play', 'read-a-panel', '--protocol'], '{"id":1,"do":"quit"}\n'],
	[['play', 'october-20', '--plain'], 'quit\n'],
];

export function benchSaves(folder: string): void {
	const state = join(folder, 'state');
	const saves = join(state, 'outage-oncall', 'saves');
	mkdirSync(saves, {recursive: true});
	const server = fillOddly(saves, goldenText(goldenNamed('read-a-panel', 'textbook')) ?? '');
	const env = {...process.env, XDG_STATE_HOME: state, XDG_CONFIG_HOME: state};
	const run = (words: readonly string[], input: string): number => {
		const began = performance.now();
		const program = join(ROOT, 'dist', 'outage-oncall.mjs');
		const {status, stderr} = spawnSync(process.execPath, [program, ...words], {
			input,
			encoding: 'utf8',
			env,
		});
		if (status !== 0) throw new Error(stderr);
		return performance.now() - began;
	};
	console.log('\nTen thousand files in the saves:');
	for (const [words, input] of COMMANDS) {
		const times = Array.from({length: RUNS}, () => run(words, input));
		const most = `the first ${times[0]!.toFixed(0)} ms; bar: 2000 ms`;
		row(words.join(' '), `${median(times).toFixed(0)} ms`, most);
	}
	server.close();
}
