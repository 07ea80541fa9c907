// `npm run jobs -- [--seeds N --workers 1,3 --level ID]`: proves all levels, or one, on so many workers of a cluster with an
// empty queue each time. Prints how long it took, and exits with 1 where a table differs or a job is not in the result once.
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {jetstreamManager} from '@nats-io/jetstream';
import {connect} from '@nats-io/transport-node';
import {hash} from '../../src/sim/index.ts';
import {bundleProgram, ownPlaces, PROGRAM} from '../cli/outage.ts';
import {NatsServers} from '../nats/nats-servers.ts';

const {values} = parseArgs({
	options: {
		seeds: {type: 'string', default: '1000'},
		workers: {type: 'string', default: '1,3'},
		level: {type: 'string'},
	},
});
const SEEDS = Number(values.seeds);
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-jobs-'));
await bundleProgram();
process.stdout.write(`${String(SEEDS)} seeds, ${String(os.availableParallelism())} cores\n`);
const measured: Awaited<ReturnType<typeof provenOn>>[] = [];
for (const count of values.workers.split(',').map(Number)) {
	const one = await provenOn(count);
	measured.push(one);
	const [first = one] = measured;
	process.stdout.write(
		`${String(count)} workers: ${one.seconds.toFixed(0)} s, ${(first.seconds / one.seconds).toFixed(2)} times as fast as ` +
			`${String(first.count)}; ${String(one.results)} results of ${String(one.runs)} runs, each once; table ${one.table}\n`,
	);
}
fs.rmSync(root, {recursive: true, force: true});
const [first] = measured;
const same = measured.every(({table, results, runs}) => table === first?.table && results === runs);
process.stdout.write(same ? 'The same table, no run twice.\n' : 'NOT the same.\n');
process.exitCode = same ? 0 : 1;

async function provenOn(count: number) {
	const servers = await NatsServers.start(1);
	const nc = await connect({servers: servers.url});
	const home = fs.mkdtempSync(path.join(root, 'home-'));
	const env = {...process.env, ...ownPlaces({XDG_CONFIG_HOME: home})};
	const run = (...words: readonly string[]) =>
		spawn(process.execPath, [PROGRAM, ...words, '--nats', servers.url], {
			env,
			stdio: ['ignore', 'pipe', 'inherit'],
		});
	const workers = Array.from({length: count}, () => run('worker', '--threads', '1'));
	const began = performance.now();
	const level = values.level === undefined ? [] : [values.level];
	const asking = run('levels', 'check', ...level, '--seeds', String(SEEDS));
	let out = '';
	asking.stdout.on('data', piece => (out += String(piece)));
	await new Promise(resolve => asking.once('close', resolve));
	const seconds = (performance.now() - began) / 1000;
	for (const worker of workers) worker.kill('SIGKILL');
	const manager = await jetstreamManager(nc);
	const {state} = await manager.streams.info('OUTAGE_ONCALL_RESULTS', {
		subjects_filter: 'outage-oncall.result.>',
	});
	const counts = Object.values(state.subjects ?? {});
	await nc.close();
	await servers.end();
	const rates = [...out.matchAll(/^\S+ +\d+\/(\d+) +\d+ %/gmu)];
	return {
		...{count, seconds, table: hash(out)},
		results: counts.reduce((sum, many) => sum + many, 0),
		runs: rates.reduce((sum, [, runs]) => sum + Number(runs), 0),
	};
}
