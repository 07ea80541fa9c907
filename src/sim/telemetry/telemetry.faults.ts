import {lastingFault} from '../kernel/index.ts';

export const METRICS_LATE = 'delay-metrics';
export const METRICS_LOST = 'lose-metrics';
export const SQS_ERRORS = 'sqs-errors';

export const TELEMETRY_FAULTS = {
	...lastingFault(METRICS_LATE, {
		what: 'metrics come to arrive so many seconds later',
		ends: 'metrics arrive as they usually do',
		amount: ['lateSeconds', {kind: 'whole', min: 1, max: 14_400, unit: 's'}],
	}),
	...lastingFault(METRICS_LOST, {
		what: 'that share of samples never arrives, beside those that are lost anyway',
		ends: 'every sample arrives that would',
	}),
	...lastingFault(SQS_ERRORS, {
		what: 'that share of calls to SQS fails, beside those that fail anyway',
		ends: 'SQS answers as usual',
	}),
};
