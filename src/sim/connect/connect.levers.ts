/** Flows take the branch that calls no Lambda function. */
export const FLOWS_STATIC = 'flows-static';
/** Callers without an agent may leave a number. */
export const CALLBACKS = 'callbacks-offered';
/** Whoever calls hears first what is wrong. */
export const QUEUE_MESSAGE = 'queue-message';
