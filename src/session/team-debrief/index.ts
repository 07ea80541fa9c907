export {teamDebriefOf, type ToldTeam} from './team-debrief.ts';
export type * from './team-debrief.types.ts';
