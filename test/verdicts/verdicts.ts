// What must hold of a verdict, and in how many nights it does: `npm run verdicts [-- --samples N]`. Every assumed number
// is moved at once by up to 10 %, over seeds of the level. Exit code 1 where a bar is not met.
import {spawn} from 'node:child_process';
import os from 'node:os';
import {createInterface} from 'node:readline';
import {parseArgs} from 'node:util';
import {buildSync} from 'esbuild';
import type {Outcome} from './october.ts';
import {statementsOf, type Statement} from './statements.ts';

const {values} = parseArgs({options: {samples: {type: 'string', default: '200'}}});
const WORKERS = Math.max(1, os.availableParallelism());
const BUNDLE = 'node_modules/.cache/verdicts/worker.mjs';

buildSync({
	entryPoints: ['test/verdicts/worker.ts'],
	outfile: BUNDLE,
	bundle: true,
	platform: 'node',
	format: 'esm',
	banner: {
		js: 'import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);',
	},
});

const outcomes = new Map(
	(await Promise.all(Array.from({length: WORKERS}, (_, worker) => outcomesOf(worker)))).flat(),
);
const statements = statementsOf(outcomes);
for (const statement of statements) console.log(lineOf(statement));
for (const {what, unmet} of statements) {
	for (const why of unmet) console.log(`${what}\n    ${why}`);
}
process.exitCode = statements.every(isMet) ? 0 : 1;

async function outcomesOf(worker: number): Promise<readonly (readonly [string, Outcome])[]> {
	const words = [BUNDLE, values.samples, String(worker), String(WORKERS)];
	const env = {...process.env, OUTAGE_ONCALL_ROOT: process.cwd()};
	const child = spawn(process.execPath, words, {env, stdio: ['ignore', 'pipe', 'inherit']});
	const lived: (readonly [string, Outcome])[] = [];
	for await (const line of createInterface({input: child.stdout})) {
		lived.push(JSON.parse(line) as readonly [string, Outcome]);
	}
	return lived;
}

function isMet({met, of, bar}: Statement): boolean {
	return met >= bar * of;
}

function lineOf(statement: Statement): string {
	const {what, met, of, bar} = statement;
	const counted = `${String(met)} of ${String(of)}`.padStart(12);
	const share = `${((100 * met) / of).toFixed(1)} %`.padStart(8);
	const asked = bar === 1 ? 'all' : `${String(100 * bar)} %`;
	return `${what.padEnd(66)} ${counted} ${share}   bar ${asked.padEnd(5)} ${isMet(statement) ? 'met' : 'NOT MET'}`;
}
