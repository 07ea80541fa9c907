import path from 'node:path';

const NAME = 'outage-oncall';

/** What the system says of where a user keeps things. `home` is their home folder. */
export type Place = {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly platform: NodeJS.Platform;
	readonly home: string;
};

/** Where settings lie: the folder each system keeps such files in. `conf` is told the same. */
export function configFolder({env, platform, home}: Place): string {
	const paths = pathsOf(platform);
	switch (platform) {
		case 'win32':
			return paths.join(
				absolute(env['APPDATA'], platform) ?? paths.join(home, 'AppData', 'Roaming'),
				NAME,
			);
		case 'darwin':
			return paths.join(home, 'Library', 'Preferences', NAME);
		default:
			return paths.join(
				absolute(env['XDG_CONFIG_HOME'], platform) ?? paths.join(home, '.config'),
				NAME,
			);
	}
}

/** Where state lies: journals, what was achieved, reviews and keys, none of which is to roam or be synchronised. */
export function stateFolder({env, platform, home}: Place): string {
	const paths = pathsOf(platform);
	switch (platform) {
		case 'win32':
			return paths.join(
				absolute(env['LOCALAPPDATA'], platform) ?? paths.join(home, 'AppData', 'Local'),
				NAME,
			);
		case 'darwin':
			return paths.join(home, 'Library', 'Application Support', NAME);
		default:
			return paths.join(
				absolute(env['XDG_STATE_HOME'], platform) ?? paths.join(home, '.local', 'state'),
				NAME,
			);
	}
}

/** Where journals go: the folder asked for, or `saves` beside the other state. */
export function savesFolder(asked: string | undefined, state: string): string {
	return asked === undefined ? path.join(state, 'saves') : path.resolve(asked);
}

function pathsOf(platform: NodeJS.Platform): path.PlatformPath {
	return platform === 'win32' ? path.win32 : path.posix;
}

/** A path that is not absolute is to be ignored, says the specification of XDG; empty ones too. */
function absolute(folder: string | undefined, platform: NodeJS.Platform): string | undefined {
	return folder !== undefined && pathsOf(platform).isAbsolute(folder) ? folder : undefined;
}
