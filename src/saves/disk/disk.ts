import fs from 'node:fs';

/** All that is asked of a file system. Tests hand in one that fills up, breaks or stops between two calls. */
export type Disk = Pick<
	typeof fs,
	| 'accessSync'
	| 'closeSync'
	| 'copyFileSync'
	| 'fchmodSync'
	| 'fstatSync'
	| 'fsyncSync'
	| 'ftruncateSync'
	| 'linkSync'
	| 'lstatSync'
	| 'mkdirSync'
	| 'mkdtempSync'
	| 'openSync'
	| 'readSync'
	| 'readdirSync'
	| 'readlinkSync'
	| 'realpathSync'
	| 'renameSync'
	| 'rmdirSync'
	| 'statSync'
	| 'symlinkSync'
	| 'unlinkSync'
	| 'utimesSync'
	| 'writeSync'
>;

/** The disk of this computer. */
export const DISK: Disk = fs;

export const {O_RDONLY, O_WRONLY, O_RDWR} = fs.constants;
export const O_APPENDING = O_WRONLY | fs.constants.O_APPEND | fs.constants.O_CREAT;
/** Windows has no such flag, and nothing there that an open would wait for. */
export const O_NONBLOCK = process.platform === 'win32' ? 0 : fs.constants.O_NONBLOCK;
export const O_NOCTTY = process.platform === 'win32' ? 0 : fs.constants.O_NOCTTY;

const NEVER_WOKEN = new Int32Array(new SharedArrayBuffer(4));

/** Waits where nothing else can go on: between two tries of the same call. */
export function pause(milliseconds: number): void {
	Atomics.wait(NEVER_WOKEN, 0, 0, milliseconds);
}
