export {gradeHandover, unsteadyIn} from './grade.ts';
export {gradedHandovers, type GradedHandover} from './graded.ts';
export {hand, HANDOVER_FORMS, isHandover, type Handing} from './hand.ts';
export type * from './handover.types.ts';
export {truthAt} from './truth.ts';
export {READ_NOTE, waitingNote} from './solo.ts';
