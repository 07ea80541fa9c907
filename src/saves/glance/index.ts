// What can be known of the saves without loading the Region: enough for the menu.
export {configFolder, savesFolder, stateFolder} from '../paths.ts';
export {moveIn} from '../move-in.ts';
export {profileOf} from '../profile.ts';
export {provenEnds} from '../proven-ends.ts';
export {changeSettings, readSettings, settingsTrouble} from '../settings-file.ts';
export {
	settingNamed,
	settingsFrom,
	SETTING_NAMES,
	SETTINGS,
	spoken,
	withKeys,
	withSetting,
	type Changed,
	type SettingName,
	type Settings,
} from '../settings.ts';
export {dayOf, dueReviews} from '../reviews.ts';
export {endedRunsIn, glanceAtRuns, type Glance} from './glance-at-runs.ts';
