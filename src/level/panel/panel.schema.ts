import * as z from 'zod/mini';
import {id} from '../id.schema.ts';

const EXPERTS_MAX = 40;
const ROWS_MAX = 40;
const sentence = z.string().check(z.minLength(1), z.maxLength(400));

/** A panel of experts, as people write it. A key it does not know is an error. */
export const panelSchema = z.strictObject({
	format: z.literal(1),
	/** The level that they looked at. */
	level: id,
	experts: z
		.array(
			z.strictObject({
				name: sentence,
				ranks: z
					.array(
						z.strictObject({
							/** The id of one of the level's decisions. */
							decision: id,
							/** Its options in their words, best first. */
							order: z.array(sentence).check(z.minLength(1), z.maxLength(ROWS_MAX)),
							why: sentence,
						}),
					)
					.check(z.minLength(1), z.maxLength(ROWS_MAX)),
			}),
		)
		.check(z.minLength(1), z.maxLength(EXPERTS_MAX)),
});

export type PanelFile = z.infer<typeof panelSchema>;
