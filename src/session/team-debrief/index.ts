export {teamDebriefOf, type ToldTeam} from './team-debrief.ts';
export {turnedOn} from './turned-on.ts';
export type * from './team-debrief.types.ts';
