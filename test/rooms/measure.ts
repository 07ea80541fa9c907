// `npm run rooms`: how soon twelve people see what one says, and what their links carry, beside the bars of the project.
import {row} from '../bench/report.ts';
import {Drill, Socket} from './programs.ts';
import {bundleProgram} from '../cli/outage.ts';

const PEOPLE = 12;
const SAYINGS = 200;
const SAY_EVERY_MS = 60;
/** The hottest ten minutes of October 20 begin here: launches and the network recover together. */
const HOT_SECONDS = 7 * 3_600;
const HOT_FOR_SECONDS = 600;
const PACE = 4;

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

function share(sorted: readonly number[], of: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? NaN;
}

/** Milliseconds until each of the others has what one has said. */
async function delays(sockets: readonly Socket[]): Promise<readonly number[]> {
	const taken: number[] = [];
	const [speaker, ...others] = sockets;
	for (let n = 0; n < SAYINGS; n++) {
		const text = `word-${String(n)}-`;
		const began = performance.now();
		const heard = others.map(async other => {
			await other.hears('see', down => JSON.stringify(down).includes(text));
			taken.push(performance.now() - began);
		});
		speaker?.up({kind: 'say', id: n, text: `tell all ${text}`});
		await Promise.all(heard);
		for (const socket of sockets) socket.heard.length = 0;
		await wait(SAY_EVERY_MS);
	}
	return taken.toSorted((a, b) => a - b);
}

async function reach(socket: Socket, second: number): Promise<void> {
	socket.up({kind: 'pace', id: 900_000, pace: 600});
	const begun = /"now":\["=",(\d+)\]/u;
	for (let now = 0; now < second;) {
		const down = await socket.hears('see', each => begun.test(JSON.stringify(each)));
		now = Number(begun.exec(JSON.stringify(down))?.[1] ?? now);
		socket.heard.length = 0;
	}
	socket.up({kind: 'pace', id: 900_001, pace: PACE});
}

await bundleProgram();
const drill = new Drill();
try {
	const {codes} = await drill.host(['october-20', '--port', '0', '--players', String(PEOPLE)]);
	const [url = ''] = codes;
	const sockets: Socket[] = [];
	for (let n = 0; n < PEOPLE; n++) {
		const socket = new Socket(url);
		await socket.join(url, {name: `Person ${String(n)}`});
		await socket.hears('see');
		sockets.push(socket);
	}
	const [commander] = sockets;
	if (commander !== undefined) await reach(commander, HOT_SECONDS);
	await wait(2_000);
	const before = sockets.map(({bytes}) => bytes);
	const seconds = HOT_FOR_SECONDS / PACE / 5; // Two of the ten minutes, at the pace of play.
	await wait(seconds * 1_000);
	const rates = sockets.map(({bytes}, n) => (bytes - (before[n] ?? 0)) / seconds / 1_000);
	for (const socket of sockets) socket.heard.length = 0;
	const taken = await delays(sockets);
	row('said to seen, half', `${share(taken, 0.5).toFixed(0)} ms`, 'at most 50 ms');
	row('said to seen, 99 in 100', `${share(taken, 0.99).toFixed(0)} ms`, 'at most 150 ms');
	row('a link carries, most', `${Math.max(...rates).toFixed(1)} kB/s`, 'at most 20 kB/s');
} finally {
	await drill.end();
}
