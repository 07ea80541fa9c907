import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {buildPart} from '../support/build-part.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The program within our package, whose README and documents tests read beside it. */
export const PROGRAM = path.join(ROOT, 'node_modules', '.cache', 'outage-cli', 'outage-oncall.mjs');

/** Bundles the program as it is published, its levels beside it: starting that takes a fifth of the time of the source. */
export async function bundleProgram(): Promise<void> {
	const {bundleInto} = await buildPart<{bundleInto: (dist: string) => Promise<string>}>(
		'bundle.mjs',
	);
	fs.rmSync(path.dirname(PROGRAM), {recursive: true, force: true}); // What another version left is not ours.
	await bundleInto(path.dirname(PROGRAM));
}

/** The program as it was bundled, in another folder. */
export function programInto(folder: string): string {
	fs.cpSync(path.dirname(PROGRAM), folder, {recursive: true});
	return path.join(folder, path.basename(PROGRAM));
}

export type Said = {readonly code: number | null; readonly out: string; readonly err: string};

/** State beside settings, so that no test leaves anything where the player keeps it. */
export function ownPlaces({XDG_CONFIG_HOME: config}: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const folder = config ?? path.join(ROOT, 'node_modules', '.cache', 'outage-home');
	return {XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder};
}

/** What the one who runs the tests likes to see is no part of what they state. */
const WITHOUT_TASTE = {NO_COLOR: undefined, FORCE_COLOR: undefined};

/** Runs the program to its end, as a user without a terminal would. */
export function outage(
	words: readonly string[],
	input = '',
	env: NodeJS.ProcessEnv = {},
	cwd = ROOT,
): Said {
	const {status, stdout, stderr} = spawnSync(process.execPath, [PROGRAM, ...words], {
		input,
		encoding: 'utf8',
		cwd,
		env: {...process.env, ...WITHOUT_TASTE, ...ownPlaces(env), ...env},
		timeout: 60_000,
	});
	return {code: status, out: stdout, err: stderr};
}

/** Runs the program with a reader that leaves after its first words. */
export async function outageUnread(words: readonly string[], input = ''): Promise<Said> {
	const child = spawn(process.execPath, [PROGRAM, ...words], {cwd: ROOT});
	child.stdin.on('error', () => undefined); // It may leave before it has read everything.
	child.stdin.end(input);
	let err = '';
	child.stderr.on('data', chunk => (err += String(chunk)));
	child.stdout.once('data', () => child.stdout.destroy());
	const code = await new Promise<number | null>(resolve => child.once('close', resolve));
	return {code, out: '', err};
}
