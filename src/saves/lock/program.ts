import {spawnSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import os from 'node:os';
import {DISK, readText} from '../disk/index.ts';

/** A running program, told apart from every other that ever ran, here or elsewhere. */
export type Program = {
	readonly host: string;
	/** What the system calls this installation of itself, or nothing. */
	readonly machine: string;
	/** Which start of the system it runs under, or nothing where that is not told. */
	readonly boot: string;
	/** Which view of the processes it has: containers have each their own. */
	readonly view: string;
	/** Its number in that view. */
	readonly pid: number;
	/** When it began, in the words of the system, or nothing where that is not told. */
	readonly started: string;
	/** Random, so that nothing else in this list need be unique. */
	readonly token: string;
};

/** What can be said of a program from here: `unknown` where its processes cannot be seen. */
export type Verdict = 'lives' | 'dead' | 'unknown';

/** What the system says of a process now. */
export type Sight = {readonly there: boolean; readonly started: string};

let known: Program | undefined;

/** The program that runs this. */
export function thisProgram(): Program {
	known ??= {
		host: os.hostname(),
		machine: textOf('/etc/machine-id'),
		boot: textOf('/proc/sys/kernel/random/boot_id'),
		view: viewOfProcesses(),
		...ownProcess(),
		token: randomBytes(8).toString('hex'),
	};
	return known;
}

/** Whether a program still runs, as far as another can tell. */
export function verdictOn(
	it: Program,
	me: Program,
	sightOf: (pid: number) => Sight = processOf,
): Verdict {
	if (it.token === me.token) return 'lives';
	const sameMachine = it.host === me.host && it.machine === me.machine;
	if (it.boot === me.boot && (it.boot !== '' || sameMachine)) return seen(it, me, sightOf);
	// Two machines may have one name, but not one number.
	return sameMachine && it.machine !== '' ? 'dead' : 'unknown';
}

function seen(it: Program, me: Program, sightOf: (pid: number) => Sight): Verdict {
	if (it.view !== me.view) return 'unknown';
	const {there, started} = sightOf(it.pid);
	// A number is given again once its process has ended.
	if (!there || (it.pid === me.pid && it.started === me.started)) return 'dead';
	if (it.started === '' || started === '') return 'unknown';
	return it.started === started ? 'lives' : 'dead';
}

/** In containers the number that a program knows of itself need not be the one that its `/proc` shows. */
function ownProcess(): {readonly pid: number; readonly started: string} {
	const stat = textOf('/proc/self/stat');
	const pid = Number(stat.split(' ', 1)[0]);
	if (Number.isInteger(pid) && pid > 0) return {pid, started: startedIn(stat)};
	return {pid: process.pid, started: startedByPs(process.pid)};
}

function processOf(pid: number): Sight {
	if (process.platform === 'linux') {
		const stat = textOf(`/proc/${String(pid)}/stat`);
		// What has ended and was not waited for is a zombie.
		const there = stat !== '' && !/^[ZX]/.test(afterName(stat));
		return {there, started: startedIn(stat)};
	}
	const there = isAlive(pid);
	return {there, started: there ? startedByPs(pid) : ''};
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/** The 22nd field; the second is a name in brackets that may hold anything. */
function startedIn(stat: string): string {
	return afterName(stat).split(' ')[19] ?? '';
}

function afterName(stat: string): string {
	return stat.slice(stat.lastIndexOf(')') + 2);
}

function startedByPs(pid: number): string {
	if (process.platform === 'win32' || process.platform === 'linux') return '';
	const {stdout} = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
		encoding: 'utf8',
		timeout: 1_000,
		env: {...process.env, LC_ALL: 'C', TZ: 'UTC'},
	});
	return typeof stdout === 'string' ? stdout.trim() : '';
}

function viewOfProcesses(): string {
	try {
		return process.platform === 'linux' ? String(DISK.statSync('/proc').dev) : '';
	} catch {
		return '';
	}
}

function textOf(file: string): string {
	const read = readText(file);
	return read.ok ? read.text.trim() : '';
}
