import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Disk} from '../../src/saves/disk/index.ts';
import {
	beginRun,
	indexRuns,
	leftRun,
	readJournal,
	takeUpRun,
	type JournalFile,
} from '../../src/saves/index.ts';
import {thisProgram, type Program} from '../../src/saves/lock/program.ts';
import {FIRST_SUM, seal} from '../../src/session/journal-chain.ts';
import type {JournalLine} from '../../src/session/journal.types.ts';
import {luck} from '../support/luck.ts';

/**
 * One life of the saves under a disk that breaks: programs begin runs, go on with them and are killed between any
 * two calls, writes are cut short, disks fill up, syncs and renames fail. What was written to a journal and told
 * of as kept has to be there, in order, whatever came.
 */
export function live(seed: number): void {
	const random = luck(seed);
	const folder = fs.mkdtempSync(path.join(ramDisk(), 'vopr-'));
	const promised = new Map<string, string[]>();
	try {
		for (let program = 1; program <= PROGRAMS; program++) {
			const disk = faultyDisk(random);
			try {
				play({folder, program, ...disk, random, promised});
			} catch (error) {
				if (!(error instanceof Killed)) throw error;
			}
			disk.end();
			check(folder, promised);
		}
	} finally {
		fs.rmSync(folder, {recursive: true, force: true});
	}
}

const PROGRAMS = 8;
const STEPS_MAX = 12;

class Killed extends Error {}

type Life = {
	readonly folder: string;
	readonly program: number;
	readonly disk: Disk;
	/** Whether that disk never fails and the program is not killed. */
	readonly isSound: boolean;
	readonly random: () => number;
	/** Bodies of lines that lay on disk when the program was told that all is well, by journal. */
	readonly promised: Map<string, string[]>;
};

/** One program, from its start to its end or its death. */
function play({folder, program, disk, isSound, random, promised}: Life): void {
	let clock = 0;
	const self: Program = {
		...thisProgram(),
		pid: 100_000 + program,
		token: `program-${String(program)}`,
	};
	const options = {
		onTrouble: () => undefined,
		now: () => (clock += random() * 600),
		disk,
		self,
		// One program at a time: whoever else is in a lock has been killed.
		verdict: (it: Program) => (it.token === self.token ? 'lives' : 'dead'),
	};
	try {
		indexRuns(folder, [], disk);
	} catch (error) {
		if (!hasCode(error)) throw error;
	}
	const left = leftRun(folder, LEVEL, {disk});
	let at = 0;
	let sum = FIRST_SUM;
	const said: string[] = [];
	const next = (line: JournalLine): string => {
		const sealed = seal(line, sum);
		({sum} = sealed);
		said.push(sealed.text);
		return sealed.text;
	};
	const goesOn = left.found === 'run' && random() < 0.8;
	const run = goesOn
		? takeUpRun(
				left.run.file,
				({journal, text, keptBytes}, onLine) => {
					({sum} = journal);
					at = journal.reached;
					said.push(
						...text
							.slice(0, keptBytes)
							.split('\n')
							.filter(line => line !== ''),
					);
					return {ok: true, session: onLine};
				},
				options,
			)
		: beginRun(
				folder,
				{level: LEVEL, seed: '1', startedAt: new Date(program * 1_000)},
				onLine => {
					onLine(next(BEGIN));
					return {ok: true, session: onLine};
				},
				options,
			);
	must(run.ok || !isSound, `a sound disk refuses: ${run.ok ? '' : run.message}`);
	if (!run.ok) return;
	const {session: onLine, file} = run;
	keep(promised, file, said);
	for (let step = Math.ceil(random() * STEPS_MAX); step > 0; step--) {
		at += 1 + Math.floor(random() * 60);
		onLine(next({kind: 'reached', at}));
		keep(promised, file, said);
	}
	if (random() < 0.3) {
		onLine(next({kind: 'end', at, hash: '0123456789abcdef', won: true, why: 'Over.', harm: 1}));
		keep(promised, file, said);
	}
	must(file.unwritten === 0 || !isSound, 'a sound disk has not taken every line');
	const copy = /The whole of it is (.*)$/.exec(file.close() ?? '')?.[1];
	if (copy !== undefined) fs.rmSync(path.dirname(copy), {recursive: true});
}

function keep(
	promised: Map<string, string[]>,
	{path: file, unwritten}: JournalFile,
	said: readonly string[],
): void {
	if (unwritten === 0) promised.set(file, [...said]);
}

/** With a disk that works again: nothing that was promised is missing, and every journal can be read. */
function check(folder: string, promised: ReadonlyMap<string, readonly string[]>): void {
	const {runs, passed} = indexRuns(folder);
	must(passed.length === 0, `a journal cannot be read: ${passed.join(' ')}`);
	for (const [file, lines] of promised) {
		const read = readJournal(file);
		must(read.ok, `${file} is gone or damaged`);
		if (!read.ok) continue;
		must(
			read.text.startsWith(lines.map(line => `${line}\n`).join('')),
			`${file} lost what was promised`,
		);
		must(
			runs.some(run => run.file === file),
			`${file} is not on record`,
		);
	}
}

function must(holds: boolean, what: string): void {
	if (!holds) throw new Error(what);
}

/** The file system, until it fails; a program that is killed there does nothing more. */
function faultyDisk(random: () => number): Pick<Life, 'disk' | 'isSound'> & {
	readonly end: () => void;
} {
	const open = new Set<number>();
	let calls = 0;
	const killedAt = random() < 0.6 ? Math.floor(random() * 120) : Infinity;
	const faults = random() < 0.6 ? 0.04 : 0;
	const handler = {
		get(target: Disk, name: keyof Disk): unknown {
			const plain = target[name] as (...given: unknown[]) => unknown;
			const call = (...given: unknown[]) => {
				const result = plain(...given);
				if (name === 'openSync') open.add(result as number);
				if (name === 'closeSync') open.delete(given[0] as number);
				return result;
			};
			return (...given: unknown[]) => {
				if (calls++ >= killedAt) {
					if (name === 'writeSync' && random() < 0.5) short(call, given, random);
					throw new Killed(`at call ${String(calls)}, ${name}`);
				}
				if (random() < faults) return fail(name, call, given, random);
				return call(...given);
			};
		},
	};
	return {
		disk: new Proxy<Disk>(fs, handler),
		isSound: killedAt === Infinity && faults === 0,
		end() {
			for (const fd of open) fs.closeSync(fd);
		},
	};
}

const CODES: Readonly<Partial<Record<keyof Disk, readonly string[]>>> = {
	openSync: ['ENOSPC', 'EIO', 'EMFILE'],
	writeSync: ['ENOSPC', 'EIO', 'short'],
	fsyncSync: ['EIO'],
	renameSync: ['EIO', 'EBUSY'],
	ftruncateSync: ['EIO'],
	mkdirSync: ['ENOSPC'],
	readSync: ['EIO'],
	readdirSync: ['EIO'],
	unlinkSync: ['EIO'],
	statSync: ['EIO'],
	fstatSync: ['EIO'],
};

function fail(
	name: keyof Disk,
	call: (...given: unknown[]) => unknown,
	given: unknown[],
	random: () => number,
): unknown {
	const codes = CODES[name] ?? [];
	const code = codes[Math.floor(random() * codes.length)];
	if (code === undefined) return call(...given);
	if (code === 'short') return short(call, given, random);
	throw Object.assign(new Error(`${name} fails`), {code, syscall: name});
}

/** Part of what was to be written, as a full disk or a sudden end leaves it. */
function short(
	call: (...given: unknown[]) => unknown,
	given: unknown[],
	random: () => number,
): unknown {
	const [fd, content, offset, length, position] = given;
	if (!(content instanceof Uint8Array)) return call(...given);
	const all = typeof length === 'number' ? length : content.length;
	const taken = Math.max(1, Math.floor(random() * all));
	return call(fd, content, typeof offset === 'number' ? offset : 0, taken, position ?? null);
}

function hasCode(error: unknown): boolean {
	return error instanceof Error && 'code' in error;
}

function ramDisk(): string {
	return fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
}

const LEVEL = 'short';
const BEGIN: JournalLine = {
	kind: 'begin',
	format: 3,
	level: LEVEL,
	levelHash: '0123456789abcdef',
	seed: '1',
	world: 1,
	game: '0.2.0',
	node: 20,
	switches: [],
	parameters: {},
};
