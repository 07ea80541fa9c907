import {configFolder, readSettings, savesFolder} from '../saves/glance/index.ts';
import {showsUnicode} from '../view/looks/index.ts';

/** Where a player sits: the folders, the looks, and what is to be said once the screen is given back. */
export type Desk = {
	readonly config: string;
	/** Where journals are kept. */
	readonly folder: string;
	readonly env: NodeJS.ProcessEnv;
	readonly graphs: 'braille' | 'ascii';
	/** `--saves DIR`, as it was asked for, so that advice on how to go on can repeat it. */
	readonly saves: string | undefined;
};

export function openDesk(saves: string | undefined): Desk {
	const config = configFolder(process.env, process.platform);
	const settings = readSettings(config);
	// Ink asks its colours of the environment, and overlooks NO_COLOR on a terminal (stack 2.5).
	const noColour = (process.env['NO_COLOR'] ?? '') !== '' || process.env['CLICOLOR'] === '0';
	const forced = (process.env['CLICOLOR_FORCE'] ?? '0') !== '0';
	if (settings.colour === 'never' || (noColour && !forced)) process.env['FORCE_COLOR'] = '0';
	const env = settings.symbols === 'ascii' ? {...process.env, LC_ALL: 'C'} : process.env;
	return {
		config,
		folder: savesFolder(saves, config),
		env,
		graphs: showsUnicode(env, process.platform) ? 'braille' : 'ascii',
		saves,
	};
}
