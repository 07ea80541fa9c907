import {homedir} from 'node:os';
import {configFolder, moveIn, stateFolder} from '../saves/glance/index.ts';
import {complain} from './terminal-text.ts';

/** Where settings lie, and where state does. */
export type Places = {readonly config: string; readonly state: string};

/** The folders of this user. What an older version kept elsewhere is brought there first. */
export function ownPlaces(): Places {
	const place = {env: process.env, platform: process.platform, home: homedir()};
	const places = {config: configFolder(place), state: stateFolder(place)};
	for (const sentence of moveIn(places.config, places.state)) complain(sentence);
	return places;
}
