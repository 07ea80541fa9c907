// `npm run rooms:memory`: what a host of twelve seats takes, of whom one reads nothing, hour by hour of October 20.
import fs from 'node:fs';
import {row} from '../bench/report.ts';
import {bundleProgram} from '../cli/outage.ts';
import {Drill, Socket} from './programs.ts';

const PEOPLE = 12;
const PACE = 600;
const HOURS = [1, 4, 8];

/** Megabytes that a process has in memory, where the system tells. */
function megabytesOf(pid: number): number {
	const status = fs.readFileSync(`/proc/${String(pid)}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? NaN) / 1_024;
}

const CLOCK = /"now":\["=",(\d+)\]/u;

async function reach(socket: Socket, second: number): Promise<void> {
	for (let at = 0; at < second;) {
		const down = await socket.hears('see', each => CLOCK.test(JSON.stringify(each)));
		at = Number(CLOCK.exec(JSON.stringify(down))?.[1] ?? at);
		socket.heard.length = 0;
	}
}

await bundleProgram();
const drill = new Drill();
try {
	const {host, codes} = await drill.host([
		...['october-20', '--port', '0', '--players', String(PEOPLE)],
	]);
	const [url = ''] = codes;
	const sockets: Socket[] = [];
	for (let n = 0; n < PEOPLE; n++) {
		const socket = new Socket(url);
		await socket.join(url, {name: `Person ${String(n)}`});
		await socket.hears('see');
		sockets.push(socket);
	}
	const [first] = sockets;
	if (first === undefined) throw new Error('somebody has joined');
	row('host of twelve, at the start', `${megabytesOf(host.pid).toFixed(0)} MB`);
	sockets.at(-1)?.read(false);
	first.up({kind: 'pace', id: 1, pace: PACE});
	for (const hours of HOURS) {
		await reach(first, 3_600 * hours);
		for (const socket of sockets) socket.heard.length = 0;
		row(`after ${String(hours)} h of the night`, `${megabytesOf(host.pid).toFixed(0)} MB`);
	}
} finally {
	await drill.end();
}
