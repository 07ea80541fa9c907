import type {ExecFileSyncOptions} from 'node:child_process';
import {cpSync, mkdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {PROGRAM} from '../cli/outage.ts';
import {buildPart} from '../support/build-part.ts';

type Build = {
	readonly packInto: (folder: string, dist: string) => string;
};

type Npm = {readonly npm: (words: readonly string[], options: ExecFileSyncOptions) => string};

/** The program as a user has it after `npm install <tarball>`. */
export type Installed = {
	readonly tarball: string;
	readonly program: string;
	/** Where the package landed. */
	readonly folder: string;
	/** An environment that leaves the player's own settings and npm's own cache alone. */
	readonly env: Readonly<Record<string, string>>;
};

/** Packs and installs the program as it was bundled below `folder`, with no network and no package but ours. */
export async function installInto(folder: string): Promise<Installed> {
	const {npm} = await buildPart<Npm>('npm.mjs');
	const pack = await buildPart<Build>('pack.mjs');
	cpSync(dirname(PROGRAM), join(folder, 'dist'), {recursive: true});
	const tarball = pack.packInto(join(folder, 'release'), join(folder, 'dist'));
	const home = join(folder, 'home');
	mkdirSync(home, {recursive: true});
	const env = {
		HOME: home,
		XDG_CONFIG_HOME: join(home, '.config'),
		npm_config_cache: join(folder, 'cache'),
	};
	const words = ['install', '--offline', '--no-audit', '--no-fund', '--prefix', home, tarball];
	npm(words, {cwd: home, env: {...process.env, ...env}, stdio: 'pipe'});
	return {
		tarball,
		program: join(home, 'node_modules/.bin/outage-oncall'),
		folder: join(home, 'node_modules/outage-oncall'),
		env,
	};
}
