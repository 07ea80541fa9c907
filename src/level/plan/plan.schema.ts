import * as z from 'zod/mini';
import {conditionSchema} from '../condition.schema.ts';
import {id} from '../id.schema.ts';
import {time} from '../time.schema.ts';

const ROWS_MAX = 40;
const sentence = z.string().check(z.minLength(1), z.maxLength(400));

/** A plan of a session, as people write it. A key it does not know is an error. */
export const planSchema = z.strictObject({
	format: z.literal(1),
	/** The level that it is for. */
	level: id,
	aim: z.exactOptional(sentence),
	injects: z
		.array(
			z.strictObject({
				/** A name of the palette of the level. */
				inject: id,
				/** As conditions of levels are written: `{at: '00:05'}`, `{done: page dynamodb}`. */
				when: conditionSchema,
				/** It is dropped where it has not come by then. */
				notAfter: z.exactOptional(time),
				/** What is expected of the room. */
				expects: z.exactOptional(sentence),
			}),
		)
		.check(z.minLength(1), z.maxLength(ROWS_MAX)),
});

export type PlanFile = z.infer<typeof planSchema>;
