// What can be known of the saves without loading the Region: enough for the menu.
export {configFolder, savesFolder} from '../paths.ts';
export {readCommitment, readReviews, readSettings, writeSettings} from '../profile.ts';
export {
	settingNamed,
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
export {glanceAtRuns, type Glance} from './glance-at-runs.ts';
