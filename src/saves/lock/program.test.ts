import {describe, expect, test} from 'vitest';
import {verdictOn, type Program, type Sight, type Verdict} from './program.ts';

const GONE: Sight = {there: false, started: ''};
const there = (started: string): Sight => ({there: true, started});

/** A program as each system describes it. */
const LINUX: Program = {
	host: 'ship',
	machine: '4c1f',
	boot: 'boot-1',
	view: '24',
	pid: 812,
	started: '5001',
	token: 'it',
};
const MACOS: Program = {
	host: 'book.local',
	machine: '',
	boot: '',
	view: '',
	pid: 812,
	started: 'Mon Oct 20 07:48:00 2025',
	token: 'it',
};
const WINDOWS: Program = {...MACOS, host: 'DESK', started: ''};
/** The first process of a container, which is always number one. */
const CONTAINER: Program = {
	...LINUX,
	host: 'c0ffee',
	machine: '',
	view: '91',
	pid: 1,
	started: '7',
};

type Row = readonly [what: string, change: Partial<Program>, sight: Sight, verdict: Verdict];

/** Who asks is the same program at another moment, but for what a row changes. */
const ROWS: readonly (readonly [string, Program, readonly Row[]])[] = [
	[
		'Linux',
		LINUX,
		[
			['it is who asks', {token: 'it'}, GONE, 'lives'],
			['it runs', {pid: 9}, there('5001'), 'lives'],
			['it has ended, or was killed', {pid: 9}, GONE, 'dead'],
			['its number is another process now', {pid: 9}, there('9999'), 'dead'],
			['its number is the number of who asks', {}, there('5001'), 'dead'],
			['the system was started again', {pid: 9, boot: 'boot-2'}, there('5001'), 'dead'],
			[
				'another machine with this home',
				{host: 'boat', machine: '77aa', boot: 'b'},
				GONE,
				'unknown',
			],
			['another machine of the same name', {machine: '77aa', boot: 'b'}, GONE, 'unknown'],
			['another container on this machine', {host: 'c0ffee', view: '91', pid: 1}, GONE, 'unknown'],
			['the system hides when it began', {pid: 9}, there(''), 'unknown'],
		],
	],
	[
		'macOS',
		MACOS,
		[
			['it runs', {pid: 9}, there(MACOS.started), 'lives'],
			['it has ended, or the system was started again', {pid: 9}, GONE, 'dead'],
			['its number is another process now', {pid: 9}, there('Tue Oct 21 09:00:00 2025'), 'dead'],
			['another machine with this home', {host: 'air.local'}, GONE, 'unknown'],
		],
	],
	[
		'Windows, which does not say when a process began',
		WINDOWS,
		[
			['its number is in use', {pid: 9}, there(''), 'unknown'],
			['it has ended, or the system was started again', {pid: 9}, GONE, 'dead'],
			['its number is the number of who asks', {}, there(''), 'dead'],
			['another machine with this home', {host: 'LAP'}, GONE, 'unknown'],
		],
	],
	[
		'a container',
		CONTAINER,
		[
			['it was killed, and begins again in the same view', {}, there('7'), 'dead'],
			['it was killed, and begins again in a view of its own', {view: '92'}, GONE, 'unknown'],
			['the machine below it was started again', {boot: 'boot-2'}, there('7'), 'unknown'],
			['a container beside it', {host: 'decaf0', view: '92'}, GONE, 'unknown'],
		],
	],
];

describe.each(ROWS)('of a lock from %s', (_, it, rows) => {
	test.each(rows)('%s', (_, change, sight, verdict) => {
		expect(verdictOn(it, {...it, token: 'me', ...change}, () => sight)).toBe(verdict);
	});
});
