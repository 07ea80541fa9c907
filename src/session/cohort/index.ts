export {cohortOf, RECENT_RUNS} from './cohort.ts';
export type * from './cohort.types.ts';
export {DRILLS, ENOUGH_POINTS} from './needs.ts';
