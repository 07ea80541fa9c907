export {gradeHandover} from './grade.ts';
export {gradedHandovers, handoversIn, type GradedHandover} from './graded.ts';
export {hand, HANDOVER_FORMS, isHandover, type Handing} from './hand.ts';
export type * from './handover.types.ts';
export {SWEEPING, truthAt, WATCHED_MINUTES} from './truth.ts';
export {READ_NOTE, waitingNote} from './solo.ts';
