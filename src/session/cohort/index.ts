export {
	BUILDS_ON,
	CURRICULA,
	DEBRIEF_MINUTES,
	OPENING_MINUTES,
	type Curriculum,
} from './curricula.ts';
export {cohortOf, RECENT_RUNS} from './cohort.ts';
export type * from './cohort.types.ts';
export {CALIBRATED_FROM, profileOf, type Calibration, type Profile} from './profile.ts';
export {DRILLS, ENOUGH_POINTS} from './needs.ts';
