import type {Desk as PlayersDesk} from '../play/index.ts';
import {readSettings, savesFolder} from '../saves/glance/index.ts';
import {ownPlaces, type Places} from './places.ts';
import {dress, settingsFor, type LooksValues} from './looks.ts';
import {NOBODY, type WhoPlays} from './who-plays.ts';

/** Where a player sits: the folders, and by what was asked for on the command line over what is kept, the settings. */
export type Desk = Places &
	PlayersDesk & {
		/** Where journals are kept. */
		readonly folder: string;
		/** `--saves DIR`, as it was asked for, so that advice on how to go on can repeat it. */
		readonly saves: string | undefined;
		readonly who: WhoPlays;
	};

/** The desk, or what is wrong with what was asked for. */
export function openDesk(
	saves: string | undefined,
	values: LooksValues,
	who = NOBODY,
): {readonly ok: true; readonly desk: Desk} | {readonly ok: false; readonly message: string} {
	const places = ownPlaces();
	const chosen = settingsFor(readSettings(places.config), values);
	if (!chosen.ok) return chosen;
	const {settings} = chosen;
	const folder = savesFolder(saves, places.state);
	const looks = dress(settings);
	return {ok: true, desk: {...places, folder, settings, looks, saves, who, place: 'terminal'}};
}
