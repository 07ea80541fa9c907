import {homedir} from 'node:os';
import path from 'node:path';

const NAME = 'outage-oncall';

/** Where settings and profile live: the folder each system keeps such files in. `conf` is told the same. */
export function configFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
	const home = homedir();
	if (platform === 'win32') {
		return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), NAME);
	}
	if (platform === 'darwin') return path.join(home, 'Library', 'Preferences', NAME);
	// An XDG path that is not absolute is to be ignored, says its specification.
	const xdg = env['XDG_CONFIG_HOME'];
	const base = xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(home, '.config');
	return path.join(base, NAME);
}

/** Where journals go: the folder asked for, or `saves` beside the settings. */
export function savesFolder(asked: string | undefined, config: string): string {
	return asked === undefined ? path.join(config, 'saves') : path.resolve(asked);
}

/** `october-20-20251120T093000-6715.journal.jsonl`, fit for every file system. */
export function journalName(level: string, startedAt: Date, seed: string): string {
	const time = startedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
	const plain = seed.replaceAll(/[^A-Za-z0-9._-]/g, '_').slice(0, 40);
	return `${level}-${time}-${plain}${JOURNAL_ENDING}`;
}

export const JOURNAL_ENDING = '.journal.jsonl';
