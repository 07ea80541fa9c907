import * as z from 'zod/mini';
import {levelSchema} from '../level.schema.ts';

/** The schema that editors read, for completion and hints while a level is written. */
export function levelJsonSchema(): unknown {
	return z.toJSONSchema(levelSchema, {reused: 'ref'});
}
