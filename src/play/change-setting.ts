import type {Desk, House} from './house.types.ts';
import {settingNamed, withSetting, type Settings} from './kept/index.ts';

/** Sets what was picked, for now and for later; a sentence where it cannot be kept. */
export async function changeSetting(
	house: House,
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
	const said = await house.changeSettings(changed);
	const {settings} = now;
	return {desk: {...desk, settings, looks: house.dress(settings)}, said};
}
