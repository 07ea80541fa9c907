export {createDebrief, FROM as REPLAYED_FROM} from './debrief-program.ts';
export {NOT_SCORED, type OwnWords, type Scored, type Telling} from './telling.types.ts';
