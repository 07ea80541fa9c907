import {get, update} from 'idb-keyval';
import {
	profileFrom,
	profileLines,
	settingsFrom,
	type Entry,
	type Profile,
	type Settings,
} from '../../play/kept/index.ts';
import {storeIn} from './store.ts';
import {storageTrouble} from './trouble.ts';

/** What a browser keeps of its player beside the journals. */
export type Kept = {
	readonly settings: () => Promise<Settings>;
	/** Changes the settings as they are kept; a sentence where that cannot be. */
	readonly changeSettings: (changed: (kept: Settings) => Settings) => Promise<string>;
	readonly profile: () => Promise<Profile>;
	readonly note: (entries: readonly Entry[]) => Promise<string | undefined>;
};

const DATABASE = 'outage-oncall';
const SETTINGS = 'settings';
const PROFILE = 'profile';

/** What cannot be read is shown as if it had never been kept. */
export function storedKept(): Kept {
	const within = storeIn(DATABASE, 'kept');
	const read = (key: string) => get<unknown>(key, within).catch(() => undefined);
	return {
		settings: async () => settingsFrom(await read(SETTINGS)),
		async changeSettings(changed) {
			try {
				// One transaction: what cannot be read is not written over, and no tab undoes what another has set.
				await update<unknown>(SETTINGS, kept => changed(settingsFrom(kept)), within);
				return '';
			} catch (error) {
				return `The settings hold in this tab only: ${storageTrouble(error)}.`;
			}
		},
		profile: async () => profileFrom(textIn(await read(PROFILE))),
		async note(entries) {
			try {
				// One transaction: tabs that end runs at the same time add theirs one after the other.
				await update<unknown>(PROFILE, kept => textIn(kept) + profileLines(entries), within);
				return undefined;
			} catch (error) {
				return `The profile could not be kept: ${storageTrouble(error)}.`;
			}
		},
	};
}

function textIn(kept: unknown): string {
	return typeof kept === 'string' ? kept : '';
}
