import {describe, expect, test} from 'vitest';
import {configFolder, savesFolder, stateFolder, type Place} from './paths.ts';

const linux = (env: Place['env'] = {}): Place => ({env, platform: 'linux', home: '/u/ada'});
const mac = (env: Place['env'] = {}): Place => ({env, platform: 'darwin', home: '/U/ada'});
const windows = (env: Place['env'] = {}): Place => ({
	env,
	platform: 'win32',
	home: 'C:\\U\\ada',
});

describe('each system keeps settings and state in folders of its own', () => {
	test.each([
		['Linux', linux(), '/u/ada/.config/outage-oncall', '/u/ada/.local/state/outage-oncall'],
		[
			'Linux with XDG',
			linux({XDG_CONFIG_HOME: '/c', XDG_STATE_HOME: '/s'}),
			'/c/outage-oncall',
			'/s/outage-oncall',
		],
		[
			'Linux with XDG that is not absolute, or empty',
			linux({XDG_CONFIG_HOME: 'c', XDG_STATE_HOME: ''}),
			'/u/ada/.config/outage-oncall',
			'/u/ada/.local/state/outage-oncall',
		],
		[
			'macOS, which does not ask XDG',
			mac({XDG_STATE_HOME: '/s'}),
			'/U/ada/Library/Preferences/outage-oncall',
			'/U/ada/Library/Application Support/outage-oncall',
		],
		[
			'Windows',
			windows({APPDATA: 'D:\\Roaming', LOCALAPPDATA: 'D:\\Local'}),
			'D:\\Roaming\\outage-oncall',
			'D:\\Local\\outage-oncall',
		],
		[
			'Windows without its variables',
			windows({APPDATA: '', LOCALAPPDATA: 'Local'}),
			'C:\\U\\ada\\AppData\\Roaming\\outage-oncall',
			'C:\\U\\ada\\AppData\\Local\\outage-oncall',
		],
	])('%s', (_, place, config, state) => {
		expect(configFolder(place)).toBe(config);
		expect(stateFolder(place)).toBe(state);
	});
});

test('journals lie with the state, unless another folder is asked for', () => {
	expect(savesFolder(undefined, '/s/outage-oncall')).toBe('/s/outage-oncall/saves');
	expect(savesFolder('/y', '/s/outage-oncall')).toBe('/y');
});
