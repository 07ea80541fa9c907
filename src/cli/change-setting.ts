import {changeSettings, settingNamed, withSetting, type Settings} from '../saves/glance/index.ts';
import type {Desk} from './desk.ts';
import {dress} from './looks.ts';

/** Sets what was picked, for now and for later; a sentence where it cannot be kept. */
export async function changeSetting(
	desk: Desk,
	typed: string,
	value: string,
): Promise<{readonly desk: Desk; readonly said: string}> {
	const name = settingNamed(typed);
	if (name === undefined) return {desk, said: ''};
	const now = withSetting(desk.settings, name, value);
	if (!now.ok) return {desk, said: ''};
	// What holds for this start alone is not kept with it.
	const changed = (kept: Settings) => ({...kept, [name]: now.settings[name]});
	const {said} = await changeSettings(desk.config, changed, new Date());
	const {settings} = now;
	return {desk: {...desk, settings, looks: dress(settings)}, said};
}
