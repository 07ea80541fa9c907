import * as z from 'zod/mini';
import {time} from './time.schema.ts';

const ENDPOINT = /^(regional|dual-stack|fips|account|cell-(0[1-9]|1[0-9]|20))$/;
const FAULTS_MAX = 100;

const share = z.number().check(z.minimum(0), z.maximum(1));
const seconds = z.number().check(z.positive(), z.maximum(1_000_000));

/** What a level may make go wrong. Each subsystem that can be struck has its own rows. */
export const FAULT_SCHEMAS = {
	'slow-enactor': z.strictObject({
		at: time,
		to: z.literal('dns'),
		type: z.literal('slow-enactor'),
		enactor: z.int().check(z.minimum(0), z.maximum(2)),
		factor: z.number().check(z.minimum(1), z.maximum(10_000)),
		/** For ever, unless told. */
		seconds: z.exactOptional(seconds),
	}),
	'lose-tree': z.strictObject({
		at: time,
		to: z.literal('dns'),
		type: z.literal('lose-tree'),
		endpoint: z
			.string()
			.check(z.regex(ENDPOINT, 'expected "regional", "dual-stack", "fips", "account" or a cell')),
		/** Whether the rollback record is lost with it; it is not, unless told. */
		rollback: z.exactOptional(z.literal('lost')),
	}),
	'break-leases': z.strictObject({
		at: time,
		to: z.literal('dwfm'),
		type: z.literal('break-leases'),
		share,
	}),
	'packet-loss': z.strictObject({
		at: time,
		to: z.literal('border'),
		type: z.literal('packet-loss'),
		share,
		seconds,
	}),
} as const;

const fault = z.discriminatedUnion('type', [
	FAULT_SCHEMAS['slow-enactor'],
	FAULT_SCHEMAS['lose-tree'],
	FAULT_SCHEMAS['break-leases'],
	FAULT_SCHEMAS['packet-loss'],
]);

export const faults = z.array(fault).check(z.maxLength(FAULTS_MAX));

export type FaultFile = z.infer<typeof fault>;
