export * from './probe.types.ts';
export {ANSWER_FIRST, ASKED, ASKS, createProbing} from './probing.ts';
export {recordedProbes} from './truth.ts';
