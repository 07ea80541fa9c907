import fs from 'node:fs';
import {join} from 'node:path';
import {createProtocol, protocolSchema, type Protocol} from '../../src/view/protocol/index.ts';
import {aSession} from '../stories/session.builder.ts';
import {ROOT} from '../support/tree.ts';

type Schema = {
	readonly description?: string;
	readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	readonly required?: readonly string[];
};

/** What the page shows of a real session, in order. */
const ASKED = [
	{id: 1, do: 'next'},
	{id: 2, do: 'attempt', order: 'dig regional'},
	{id: 3, do: 'next'},
	{id: 4, do: 'observe', parts: ['answers']},
	{id: 5, do: 'suspect', suspect: 'dns-automation', confidence: 70, unless: 'other names answer'},
	{id: 6, do: 'attempt', order: 'page dynamo'},
	{id: 'seven', do: 'until', time: '25:00'},
	{id: 8, do: 'quit'},
];

/** The page about the protocol, and the schema beside it, from what the program does. */
export function protocolPages(): Readonly<Record<string, string>> {
	const schema = protocolSchema();
	const template = fs.readFileSync(join(ROOT, 'test/docs/protocol.md'), 'utf8');
	const page = template
		.replace('REQUESTS', () => requestTable(schema))
		.replace('SESSION', () => workedSession(aProtocol()));
	return {
		'docs/protocol.md': page,
		'docs/protocol.schema.json': JSON.stringify(schema),
	};
}

export function aProtocol({hours}: {readonly hours?: number} = {}): Protocol {
	return createProtocol({
		session: aSession(hours === undefined ? {} : {hours}),
		title: 'October 20',
		briefing: 'It is 23:20 PDT.',
		game: '0.1.0',
		limit: 60_000,
		by: 'you',
		journal: 'october-20.journal.jsonl',
	});
}

function requestTable(schema: object): string {
	const {$defs} = schema as {$defs: {request: {anyOf: readonly Schema[]}}};
	const rows = $defs.request.anyOf.map(({description = '', properties, required = []}) => {
		const name = properties['do'];
		const fields = Object.entries(properties).filter(([field]) => field !== 'id' && field !== 'do');
		const shown = fields.map(
			([field, each]) => `\`${field}\`${required.includes(field) ? '' : '?'}: ${kindOf(each)}`,
		);
		return `| \`${String(name?.['const'])}\` | ${shown.join('; ')} | ${description} |`;
	});
	return ['| do | fields | what |', '| --- | --- | --- |', ...rows].join('\n');
}

const WORDS_MAX = 4;

/** A field in a few words: its own description, its words, or its kind and limits. */
function kindOf(field: Readonly<Record<string, unknown>>): string {
	if (typeof field['description'] === 'string') return field['description'];
	const item = field['items'];
	if (typeof item === 'object' && item !== null) return `a list: ${kindOf({...item})}`;
	const words = field['enum'];
	if (Array.isArray(words)) {
		const shown = words.slice(0, WORDS_MAX).join(', ');
		return words.length > WORDS_MAX ? `${shown}, ... (see the hello)` : shown;
	}
	const {type, minimum, maximum} = field;
	const range =
		typeof minimum === 'number' && typeof maximum === 'number'
			? `, ${String(minimum)} to ${String(maximum)}`
			: '';
	return `${String(type)}${range}`;
}

/** Lines as they go to and fro; the hello without its lists, which are long. */
function workedSession(protocol: Protocol): string {
	const {does, panels, parts, suspects, ...hello} = protocol.hello.hello;
	const left = [does, panels, parts, Object.keys(suspects)].map(({length}) => length);
	const first = JSON.stringify({hello}).replace(/\}\}$/u, ', …}}');
	return [
		`← ${first}`,
		...ASKED.flatMap(asked => {
			const {response} = protocol.take(JSON.stringify(asked));
			return [`→ ${JSON.stringify(asked)}`, `← ${JSON.stringify(response)}`];
		}),
		`(left out of the hello: ${String(left[0])} requests, ${String(left[1])} panels, ${String(left[2])} parts, ${String(left[3])} suspects)`,
	].join('\n');
}
