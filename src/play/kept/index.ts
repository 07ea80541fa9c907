// What is kept of a player and of runs, whatever keeps it. Pure, and known without loading the Region.
export {beginningIn, endedRun, glanceAt, isFinished, isOutlived, isProven} from './glance.ts';
export type {Ends, Glance, Glances} from './glance.ts';
export {begunIn, JOURNAL_ENDING, journalName, WHO_ENDING} from './journal-name.ts';
export {achievementsIn, keyOfEnd, profileFrom, profileLines} from './profile.ts';
export type {Before, EndedRun, Entry, Profile} from './profile.ts';
export {
	dayOf,
	dueReviews,
	reviewsIn,
	reviewStanding,
	withDrills,
	withTry,
	type Review,
} from './reviews.ts';
export {
	areSettings,
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
} from './settings.ts';
