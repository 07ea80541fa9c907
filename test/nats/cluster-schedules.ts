// `npm run cluster -- --schedules 200 --seed 1`: a room on three NATS nodes and three hosts, while all of them are killed,
// stopped, cut off and slow by schedules that the seed says. After each: everybody sees the same, nothing that was answered
// is missing in the journal, nobody wrote to it who was replaced, and it lives again to its hash.
import fs from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import {inspect, parseArgs} from 'node:util';
import {percentile, row} from '../bench/report.ts';
import {bundleProgram, outage} from '../cli/outage.ts';
import {luck} from '../support/luck.ts';
import {ClusterDrill, until} from './cluster-drill.ts';

const {values} = parseArgs({
	options: {
		schedules: {type: 'string', default: '10'},
		seed: {type: 'string', default: '1'},
		'longest-cut': {type: 'string', default: '30'},
	},
});
const [schedules, seed, longest] = [
	...[values.schedules, values.seed, values['longest-cut']].map(Number),
] as [number, number, number];

const GOES_ON_MS = 10_000;
const TALK_MS = 400;
const SETTLE_MS = 60_000;

const FAULTS = [
	...['kill owner', 'kill host', 'kill nats', 'stop owner', 'stop nats', 'no majority'],
	...['cut clients', 'half open', 'slow reader', 'kill client', 'flood', 'clock jump'],
] as const;
type Fault = (typeof FAULTS)[number];

/** Drawn anew for each schedule, so that one can be had again alone. */
let draw = luck(seed);
const counted = new Map<Fault, number>(FAULTS.map(fault => [fault, 0]));
const tookMs: number[] = [];

const upTo = (count: number) => Math.floor(draw() * count);
const cutMs = () => 1_000 * (1 + upTo(longest));

async function ownerOf(drill: ClusterDrill): Promise<number> {
	await until(() => drill.owner >= 0, 'an owner', SETTLE_MS);
	return drill.owner;
}

/** How long the room had no owner that lives. */
async function goesOn(drill: ClusterDrill): Promise<void> {
	tookMs.push(await until(() => drill.owner >= 0, 'another owner', SETTLE_MS));
}

async function happens(drill: ClusterDrill, fault: Fault): Promise<void> {
	const {nats, balancer, players} = drill;
	const node = upTo(3);
	switch (fault) {
		case 'kill owner':
			await drill.kill(await ownerOf(drill));
			await goesOn(drill);
			return drill.startHost();
		case 'kill host':
			await drill.kill(upTo(drill.hosts.length));
			return drill.startHost();
		case 'kill nats':
			await nats.kill(node);
			await setTimeout(500 * upTo(6));
			nats.startAgain(node);
			return;
		case 'stop owner': {
			const stopped = drill.stop(await ownerOf(drill), Math.max(6_000, cutMs()));
			await goesOn(drill);
			return stopped;
		}
		case 'stop nats':
			nats.signal(node, 'SIGSTOP');
			await setTimeout(cutMs());
			nats.signal(node, 'SIGCONT');
			return;
		case 'no majority':
			for (const at of [node, (node + 1) % 3]) nats.signal(at, 'SIGSTOP');
			await setTimeout(2_000 + 1_000 * upTo(6));
			for (const at of [node, (node + 1) % 3]) nats.signal(at, 'SIGCONT');
			return;
		case 'cut clients':
			balancer.cut();
			return;
		case 'half open':
			balancer.open(false);
			await setTimeout(cutMs());
			balancer.open(true);
			return;
		case 'slow reader':
			balancer.slow(upTo(9), cutMs());
			return;
		case 'kill client':
			players[upTo(players.length)]?.restart();
			return;
		case 'clock jump':
			drill.jump(await ownerOf(drill));
			drill.jump(upTo(drill.hosts.length));
			return;
		case 'flood':
			for (let count = 0; count < 60; count++) players[0]?.say(`tell all flood ${String(count)}`);
	}
}

async function schedule(drill: ClusterDrill, number: number): Promise<void> {
	await until(() => opened(drill), 'a room', SETTLE_MS);
	const [ann, bob] = drill.players;
	await drill.joins('wall', drill.board);
	ann?.pace(60);
	let said = 0;
	const talking = setInterval(() => {
		ann?.say(`tell all ann-${String(number)}-${String(++said)}.`);
		bob?.say(`tell all bob-${String(number)}-${String(said)}.`);
	}, TALK_MS);
	const faults: Fault[] = [];
	try {
		for (let count = 0; count < 3; count++) {
			const fault = FAULTS[upTo(FAULTS.length)] ?? 'cut clients';
			faults.push(fault);
			await setTimeout(500 * upTo(5));
			await happens(drill, fault);
			counted.set(fault, (counted.get(fault) ?? 0) + 1);
		}
		clearInterval(talking);
		await drill.nats.ready();
		await drill.converge(SETTLE_MS);
		await holds(drill);
	} catch (error) {
		throw new Error(`schedule ${String(number)}, ${faults.join(', ')}`, {cause: error});
	} finally {
		clearInterval(talking);
	}
}

async function opened(drill: ClusterDrill): Promise<boolean> {
	return drill.open(['Ann', 'Bob']).then(
		() => drill.code !== '',
		() => false,
	);
}

async function holds(drill: ClusterDrill): Promise<void> {
	const file = await drill.journal();
	const text = fs.readFileSync(file, 'utf8');
	const words = drill.players.flatMap(({answered}) => answered);
	const missing = words.filter(word => !text.includes(word.replace('tell all ', '')));
	if (missing.length > 0) throw new Error(`answered and not in the journal: ${missing.join(', ')}`);
	const {out} = outage(['replay', file, '--verify']);
	if (!out.includes('Verified')) throw new Error(out);
	fs.rmSync(file);
}

/** Every schedule plays a room of its own; those before it stay open, as in an organisation. */
const ROOMS_AT_ONCE = 20;

await bundleProgram();
const began = performance.now();
const failed: string[] = [];
let drill: ClusterDrill | undefined;
try {
	for (let count = 0; count < schedules; count++) {
		if (count % ROOMS_AT_ONCE === 0) {
			await drill?.end();
			drill = undefined;
		}
		drill ??= await ClusterDrill.start(3, 3);
		draw = luck(seed + count);
		try {
			await schedule(drill, seed + count);
		} catch (error) {
			failed.push(String(seed + count));
			console.log(inspect(error));
			console.log(`What the hosts said: ${drill.keepLogs(`seed-${String(seed + count)}`)}`);
			await drill.end();
			drill = undefined;
		}
		const said = `${String(count + 1)} of ${String(schedules)}, ${String(failed.length)} failed`;
		process.stderr.write(`\r${said}`);
	}
} finally {
	await drill?.end();
	const late = tookMs.filter(ms => ms > GOES_ON_MS).length;
	const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
	console.log();
	row('schedules by seed', `${String(schedules)} from ${String(seed)}`);
	row('of them failed', String(failed.length), `0: ${failed.join(' ')}`);
	for (const [fault, count] of counted) row(fault, String(count));
	row('another owner, median', seconds(percentile(tookMs, 0.5)));
	row('another owner, longest', seconds(Math.max(0, ...tookMs)), seconds(GOES_ON_MS));
	row('another owner, later than that', String(late), '0');
	row('took', seconds(performance.now() - began));
	if (late > 0 || failed.length > 0) process.exitCode = 1;
}
