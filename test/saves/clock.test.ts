import {spawn} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {outage, ownPlaces, PROGRAM} from '../cli/outage.ts';
import {someOf} from '../support/sampled.ts';

/** A clock that somebody sets back and forth by a year, several times a second, or that is off by some years. */
const OTHER_CLOCK = `
const Real = Date, YEAR_MS = 365 * 86_400_000;
const years = () => process.env.YEARS === undefined
	? [0, 1, -1][Math.floor(performance.now() / 150) % 3]
	: Number(process.env.YEARS);
globalThis.Date = class extends Real {
	constructor(...given) {
		if (given.length === 0) super(Real.now() + years() * YEAR_MS);
		else super(...given);
	}
	static now() {
		return Real.now() + years() * YEAR_MS;
	}
};`;
const LEVEL = 'read-a-panel';

let folder: string;
let preload: string;
beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clock-'));
	preload = path.join(folder, 'clock.mjs');
	fs.writeFileSync(preload, OTHER_CLOCK);
});
afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const saves = () => path.join(folder, 'saves');
const words = (...more: readonly string[]) => [
	'play',
	LEVEL,
	'--protocol',
	'--saves',
	saves(),
	...more,
];
const environment = (years?: number): NodeJS.ProcessEnv => ({
	...ownPlaces({XDG_CONFIG_HOME: path.join(folder, 'config')}),
	NODE_OPTIONS: `--import ${preload}`,
	...(years === undefined ? {} : {YEARS: String(years)}),
});

/** A program that answers line by line under the clock that goes back and forth. */
function start() {
	const env = {...process.env, ...environment()};
	const child = spawn(process.execPath, [PROGRAM, ...words('--new')], {env});
	const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
	const next = async () =>
		JSON.parse(String((await lines.next()).value)) as Record<string, unknown>;
	return {
		next,
		ask: (request: object) => {
			child.stdin.write(`${JSON.stringify({id: 1, ...request})}\n`);
			return next();
		},
		async leave() {
			child.stdin.end();
			const [code] = (await once(child, 'close')) as [number];
			return code;
		},
	};
}

test('whatever the clock says, no run is lost, locked out or taken over, and all of them count', async () => {
	const nights = someOf([1, -1], 1);
	for (const years of nights) {
		const run = start();
		await run.next();
		for (let minute = 0; minute < 20; minute++) await run.ask({do: 'wait', minutes: 1});
		for (const other of someOf([-1, 0, 1], 1)) {
			const {code, err} = outage(words('--continue'), '', environment(other));
			expect({code, err}).toEqual({
				code: 2,
				err: expect.stringContaining('another program is playing it'),
			});
		}
		expect(await run.leave()).toBe(0);
		const input = '{"id":1,"do":"wait","minutes":90}\n';
		const {code, out, err} = outage(words('--continue'), input, environment(years));
		expect({code, err}).toEqual({code: 0, err: ''});
		expect(out).toMatch(/"now":3300,[^]*"stopped":"ended"/u);
	}
	for (const years of someOf([1, 0, -1], 1)) {
		const {code, out} = outage(['records', '--saves', saves(), '--json'], '', environment(years));
		expect(code).toBe(0);
		expect((JSON.parse(out) as {runs: unknown[]}).runs).toHaveLength(nights.length);
	}
	for (const name of fs.readdirSync(saves())) {
		expect(outage(['replay', path.join(saves(), name), '--verify']).code).toBe(0);
	}
});
