import {homedir, userInfo} from 'node:os';
import path from 'node:path';
import {configFolder, moveIn, stateFolder} from '../saves/glance/index.ts';
import {complain} from './terminal-text.ts';

/** Where settings lie, and where state does. */
export type Places = {readonly config: string; readonly state: string};

/** The folders of this user. What an older version kept elsewhere is brought there first. */
export function ownPlaces(): Places {
	const place = {env: process.env, platform: process.platform, home: ownHome()};
	const places = {config: configFolder(place), state: stateFolder(place)};
	for (const sentence of moveIn(places.config, places.state)) complain(sentence);
	return places;
}

/** A user whom the system gives no home, as in a container, has `/`, as containers have it; never where one stands. */
function ownHome(): string {
	try {
		const home = homedir();
		return path.isAbsolute(home) ? home : userInfo().homedir;
	} catch {
		return '/';
	}
}
