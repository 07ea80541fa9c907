// `npm run bench`: how fast, how large, how soon; beside the bars that the project set itself.
import {build} from 'esbuild';
import {spawnSync} from 'node:child_process';
import {statSync} from 'node:fs';
import {cpus, loadavg} from 'node:os';
import {join} from 'node:path';
import {bundleProgram} from '../cli/outage.ts';
import {TerminalProgram} from '../support/terminal.ts';
import {inScratch, ROOT} from '../support/tree.ts';
import {installInto, type Installed} from '../smoke/installed.ts';
import {benchDebrief} from './debrief.ts';
import {benchSaves} from './saves.ts';
import {benchSeek} from './seek.ts';
import {median, row} from './report.ts';
import {serveRequests, type Served} from './request-queue.ts';
import {benchScreen, benchSoak} from './screen.ts';

type Event = {
	/** The first event of a process, compiling as it goes; and one after it. */
	readonly seconds: number;
	readonly warmSeconds: number;
	readonly ticks: number;
	readonly hash: string;
	readonly news: number;
	readonly peakBytes: number;
};

const HOSTS = 100;
const EVENT_RUNS = 5;
const FRAME_RUNS = 10;
const RATES = [0.15, 0.25]; // New requests a tick; the workers can do 0.2.

/** Runs whole events, each in its own process, from a bundle: what a player runs. */
async function benchEvent(folder: string): Promise<void> {
	const outfile = join(folder, 'event.mjs');
	const entry = join(ROOT, 'test/bench/event.ts');
	const banner = {
		js: 'import{createRequire as r}from"node:module";const require=r(import.meta.url);',
	};
	await build({
		entryPoints: [entry],
		outfile,
		bundle: true,
		format: 'esm',
		platform: 'node',
		banner,
		logLevel: 'warning',
	});
	const events = Array.from({length: EVENT_RUNS}, () => {
		const {stdout, stderr} = spawnSync(process.execPath, [outfile, ROOT], {encoding: 'utf8'});
		if (stdout === '') throw new Error(stderr);
		return JSON.parse(stdout) as Event;
	});
	const seconds = median(events.map(event => event.seconds));
	const {ticks, hash, news} = events[0]!;
	const peak = Math.max(...events.map(event => event.peakBytes));
	console.log(`The whole event, as it happened, observed (median of ${String(EVENT_RUNS)}):`);
	const warm = median(events.map(event => event.warmSeconds));
	row('first event of a process', `${seconds.toFixed(2)} s`, 'bar: 1.0 s');
	row('the events after it', `${warm.toFixed(2)} s`);
	row('peak memory', `${(peak / 1e6).toFixed(0)} MB`, 'bar: 150 MB');
	row(
		'speed, first and after',
		`${(ticks / 3600 / seconds).toFixed(1)}, ${(ticks / 3600 / warm).toFixed(1)} sim-hours/s`,
	);
	row(
		'host-tick, first and after',
		`${((seconds * 1e9) / ticks / HOSTS).toFixed(0)}, ${((warm * 1e9) / ticks / HOSTS).toFixed(0)} ns`,
	);
	const all = events.map(event => event.seconds);
	row('fastest and slowest', `${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)} s`);
	row('ticks, news, hash', `${String(ticks)}, ${String(news)}, ${hash}`);
}

async function benchProgram(folder: string, {program, tarball, env}: Installed): Promise<void> {
	const times: number[] = [];
	for (let n = 0; n < FRAME_RUNS; n++) {
		const words = [program, 'play', 'october-20', '--saves', join(folder, `saves-${String(n)}`)];
		const began = performance.now();
		const terminal = new TerminalProgram(process.execPath, words, {
			columns: 120,
			rows: 36,
			cwd: folder,
			env,
		});
		await terminal.until('begins');
		times.push(performance.now() - began);
		terminal.close();
		await terminal.exited;
	}
	console.log('\nThe program:');
	row(
		`first frame from spawn, median of ${String(FRAME_RUNS)}`,
		`${median(times).toFixed(0)} ms`,
		'bar: 300 ms',
	);
	row(
		'fastest and slowest',
		`${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms`,
	);
	row('tarball', `${(statSync(tarball).size / 1000).toFixed(0)} kB`, 'bar: 600 kB');
}

function requestRow(name: string, rate: number, {requests, seconds, failedShare}: Served): void {
	const speed = `${(requests / seconds / 1e6).toFixed(2)} M requests/s`;
	const failed = `${(100 * failedShare).toFixed(2)} % failed of ${String(requests)}`;
	row(`${name}, ${String(rate)} new requests a tick`, speed, failed);
}

function benchQueue(): void {
	console.log('\nA queue of ten workers with time-outs and retries, a million ticks (model 13):');
	serveRequests(0.15, 'warm-up');
	for (const rate of RATES) requestRow('agenda and draws', rate, serveRequests(rate, 'bench'));
	const script = join(ROOT, 'test/bench/request_queue.py');
	// Debian's package is for Debian's Python, which need not be the first on the path.
	const served = ['/usr/bin/python3', 'python3']
		.map(python => spawnSync(python, [script, ...RATES.map(String)], {encoding: 'utf8'}))
		.find(({status}) => status === 0);
	if (served === undefined) {
		console.log('  SimPy is not here to compare with: apt-get install python3-simpy');
		return;
	}
	const {version, rows} = JSON.parse(served.stdout) as {version: string; rows: readonly Served[]};
	for (const [n, rate] of RATES.entries()) requestRow(`SimPy ${version}`, rate, rows[n]!);
}

console.log(
	`Node ${process.versions.node}, ${String(cpus().length)} x ${cpus()[0]?.model ?? 'unknown'}, ` +
		`load ${loadavg()[0]?.toFixed(1) ?? '?'} (times count only on a quiet machine)\n`,
);

/** What runs in a page is checked by the types of a page, and so by itself. */
async function benchPage(): Promise<void> {
	const {href} = new URL('../web/bench.ts', import.meta.url);
	const {benchWeb} = (await import(href)) as {benchWeb: () => Promise<void>};
	await benchWeb();
}

const SECTIONS = ['event', 'seek', 'saves', 'program', 'screen', 'soak', 'queue', 'debrief', 'web'];
/** `npm run bench -- screen` runs that section alone. */
const asked = process.argv.slice(2);
const wanted = (section: string) => asked.length === 0 || asked.includes(section);
const unknown = asked.find(section => !SECTIONS.includes(section));
if (unknown !== undefined) throw new Error(`${unknown} is none of ${SECTIONS.join(', ')}`);

await inScratch(async folder => {
	if (wanted('event')) await benchEvent(folder);
	if (wanted('seek')) benchSeek();
	if (wanted('saves')) benchSaves(folder);
	if (!['program', 'screen', 'soak'].some(wanted)) return;
	await bundleProgram();
	const installed = await installInto(folder);
	if (wanted('program')) await benchProgram(folder, installed);
	if (wanted('screen')) await benchScreen({...installed, folder});
	if (wanted('soak')) await benchSoak({...installed, folder});
});
if (wanted('queue')) benchQueue();
if (wanted('debrief')) await benchDebrief();
if (wanted('web')) await benchPage();
