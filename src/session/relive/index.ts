export type {Divergence} from './divergence.ts';
export type {Change} from './change.ts';
export {fork} from './fork.ts';
export {recordedRunOf, type GivenOrder, type RecordedRun} from './recorded-run.ts';
export {
	notesIn,
	roomEventsIn,
	replay,
	resume,
	whyRefused,
	type Refused,
	type Replay,
	type Resumed,
} from './replay.ts';
export {openReplay, type Moment, type OpenedReplay, type Replayer} from './replayer.ts';
export type {SeatLens} from './seat-lens.ts';
export {NO_ORDERS, playerSource, scriptSource, type PlayerScript, type Source} from './source.ts';
