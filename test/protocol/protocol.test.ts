import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {ORDERS} from '../../src/session/index.ts';
import {helloSchema, responseSchema} from '../../src/view/protocol/responses.schema.ts';
import {PARTS, REQUESTS} from '../../src/view/protocol/requests.schema.ts';
import {PANELS} from '../../src/observe/index.ts';
import type {Protocol} from '../../src/view/protocol/index.ts';
import {aProtocol} from '../docs/protocol-page.ts';

let asked = 0;

/** Asks, holds the answer to its schema, and gives it as a program would read it. */
function ask(protocol: Protocol, request: object): Record<string, unknown> {
	const id = ++asked;
	const {response} = protocol.take(JSON.stringify({id, ...request}));
	const read = JSON.parse(JSON.stringify(response)) as Record<string, unknown>;
	responseSchema.parse(read);
	expect(read['id']).toBe(id);
	return read;
}

test('the hello is as its schema says', () => {
	const {hello} = aProtocol();
	helloSchema.parse(JSON.parse(JSON.stringify(hello)));
	expect(hello.hello.does).toEqual(Object.keys(REQUESTS));
});

describe('time', () => {
	test('moves only on request, to the very second of the news', () => {
		const protocol = aProtocol({hours: 1});
		ask(protocol, {do: 'attempt', order: 'dig regional'});
		expect(ask(protocol, {do: 'observe', parts: []})).toMatchObject({now: 0});
		expect(ask(protocol, {do: 'next'})).toMatchObject({
			now: 6,
			stopped: 'news',
			seconds: 6,
			events: [{kind: 'order', word: 'DONE', at: 6, time: '23:20:06'}],
		});
		expect(ask(protocol, {do: 'until', time: '23:25'})).toMatchObject({now: 300, stopped: 'until'});
		expect(ask(protocol, {do: 'wait', minutes: 90})).toMatchObject({now: 3_600, stopped: 'ended'});
		expect(ask(protocol, {do: 'next'})).toMatchObject({ok: false});
	});

	test('the result stays hidden until the end', () => {
		const protocol = aProtocol({hours: 1});
		expect(ask(protocol, {do: 'result'})).toMatchObject({ok: false});
		ask(protocol, {do: 'wait', minutes: 60});
		expect(ask(protocol, {do: 'result'})).toMatchObject({result: {ended: {won: false}}});
		expect(ask(protocol, {do: 'note', about: 'felt', text: 'tired'})).toMatchObject({ok: true});
	});
});

test('every part and every panel is as the schema says, at night and in the flood', () => {
	const protocol = aProtocol({hours: 2});
	for (const time of ['23:30', '00:15']) {
		ask(protocol, {do: 'until', time});
		ask(protocol, {do: 'observe', history: true});
		for (const part of PARTS) {
			const {observation} = ask(protocol, {do: 'observe', parts: [part]});
			expect(observation).toHaveProperty(part);
		}
		for (const panel of [...PANELS, 'balancers']) ask(protocol, {do: 'panel', panel});
	}
});

test('what can be asked beside time is answered', () => {
	const protocol = aProtocol();
	expect(ask(protocol, {do: 'complete', text: 'dig reg'})).toMatchObject({words: ['regional']});
	expect(ask(protocol, {do: 'orders', verb: 'gate'})['orders']).toHaveLength(
		Object.values(ORDERS).filter(({forms}) => forms.some(form => form.startsWith('gate '))).length,
	);
	expect(ask(protocol, {do: 'attempt', order: 'repoint all rollback'})).toMatchObject({
		order: 1,
		danger: ORDERS['repoint-all']?.danger,
	});
	expect(ask(protocol, {do: 'expect', text: 'dwfm.queued falls'})).toMatchObject({
		order: 1,
		understood: true,
	});
	expect(ask(protocol, {do: 'snapshot', name: 'here'})).toMatchObject({name: 'here'});
	expect(ask(protocol, {do: 'back', to: 'here'})).toMatchObject({ok: false});
	ask(protocol, {do: 'wait', minutes: 1});
	const {ask: wish} = protocol.take('{"id":"b","do":"back"}');
	expect(wish).toEqual({type: 'fork', id: 'b', at: 0});
	expect(ask(protocol, {do: 'hint'})).toMatchObject({hint: null});
});

describe('a line that is no request', () => {
	test.each<[string, unknown, RegExp]>([
		['', null, /not a JSON object/],
		['null', null, /not a JSON object/],
		['[1]', null, /not a JSON object/],
		['{"id":1}', 1, /names no request/],
		['{"id":{},"do":"next"}', null, /“id”/],
		['{"id":1,"do":"constructor"}', 1, /names no request/],
		['{"id":1,"do":"wait"}', 1, /“minutes”/],
		['{"id":1,"do":"wait","minutes":1.5}', 1, /“minutes”/],
		['{"id":1,"do":"next","seconds":1}', 1, /seconds/],
		['{"id":1,"do":"until","time":"noon"}', 1, /HH:MM/],
	])('%s', (line, id, message) => {
		const {response} = aProtocol().take(line);
		expect(response).toMatchObject({id, ok: false});
		if (!response.ok) expect(response.problem.message).toMatch(message);
	});
});

const anyRequest = fc.record(
	{
		id: fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
		do: fc.oneof(fc.constantFrom(...Object.keys(REQUESTS)), fc.string()),
		order: fc.constantFrom('dig regional', 'gate dwfm 4', 'pause dns-automation', '\u001B[2J'),
		minutes: fc.integer({min: -5, max: 20}),
		time: fc.constantFrom('23:40', '99:99', ''),
		parts: fc.array(fc.constantFrom<string>(...PARTS, 'world')),
		panel: fc.constantFrom(...PANELS, 'world'),
		text: fc.string({unit: 'binary'}),
	},
	{requiredKeys: ['id', 'do']},
);

test('no line makes it throw, and every answer is one line as the schema says', () => {
	const anyLine = fc.oneof(
		anyRequest.map(request => JSON.stringify(request)),
		fc.json(),
		fc.string({unit: 'binary'}),
	);
	fc.assert(
		fc.property(fc.array(anyLine, {maxLength: 12}), lines => {
			const protocol = aProtocol({hours: 1});
			for (const line of lines) {
				const said = JSON.stringify(protocol.take(line).response);
				expect(said).not.toMatch(/[\u0000-\u001F]/u);
				responseSchema.parse(JSON.parse(said));
			}
		}),
		{numRuns: 60},
	);
});
