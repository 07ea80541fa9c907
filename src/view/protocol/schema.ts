import * as z from 'zod/mini';
import {REQUESTS} from './requests.schema.ts';
import {helloSchema, responseSchema} from './responses.schema.ts';

/** The protocol as JSON Schema: one line is a request, one a response, and the first is the hello. */
export function protocolSchema(): object {
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		title: 'outage-oncall protocol 1',
		$defs: {
			hello: bare(helloSchema),
			request: {anyOf: Object.values(REQUESTS).map(bare)},
			response: bare(responseSchema),
		},
		anyOf: [{$ref: '#/$defs/hello'}, {$ref: '#/$defs/request'}, {$ref: '#/$defs/response'}],
	};
}

/** A schema that stands within another says no dialect of its own. */
export function bare(schema: z.ZodMiniType): Record<string, unknown> {
	const json: Record<string, unknown> = {...z.toJSONSchema(schema)};
	delete json['$schema'];
	return json;
}
