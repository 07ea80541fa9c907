import fs from 'node:fs';
import {parse} from 'yaml';
import {expect, test, vi} from 'vitest';
import {parseLevel} from '../../src/level/file/index.ts';
import {journalFrom} from '../../src/saves/read-journal.ts';
import {FIRST_SUM, seal} from '../../src/session/journal-chain.ts';
import {VOCABULARY} from '../../src/session/vocabulary.ts';
import {readRequest} from '../../src/view/protocol/read-request.ts';
import {REQUESTS} from '../../src/view/protocol/requests.schema.ts';
import {times} from '../support/sampled.ts';

/** Words of the validators and of the language: nobody who wrote a file knows what they are about. */
const NOT_OURS =
	/\bInvalid|\breceived\b|Unrecognized|Too (?:small|big)|expected (?:string|number|int|object|record|array|boolean|date)\b|[Zz]od|ajv|\bschema\b|\[object|undefined|\bNaN\b|union|discriminator/u;

const ODD: readonly unknown[] = [
	null,
	true,
	-1,
	1.5,
	1e300,
	'',
	'x',
	'x'.repeat(3_000),
	[],
	[[]],
	{},
	{odd: 1},
];

type Path = readonly (string | number)[];

/** Every place in a value, the whole of it first. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
	if (typeof value !== 'object' || value === null) return [path];
	return [
		path,
		...Object.entries(value).flatMap(([key, inner]) =>
			placesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
		),
	];
}

/** The value with another at that place; without it, where the other is the absence of one. */
function withAt(value: unknown, [first, ...rest]: Path, other: unknown): unknown {
	if (first === undefined) return other;
	const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
		? [...(value as unknown[])]
		: {...(value as object)};
	Reflect.set(copy, first, withAt(Reflect.get(copy, first), rest, other));
	return copy;
}

/** Values that differ from this one at one place, by an odd one, a key too many or one that is gone: one of so many. */
function* spoiled(value: unknown, part = 1): Generator {
	let count = 0;
	for (const place of placesIn(value)) {
		for (const odd of [...ODD, undefined])
			if (count++ % part === 0) yield withAt(value, place, odd);
	}
}

function expectOurs(words: string, given: unknown): void {
	if (NOT_OURS.test(words)) expect.fail(`${JSON.stringify(given).slice(0, 2_000)}\n${words}`);
}

test.each(['one-empty-answer', 'support-third-state'])(
	'of a level: %s, spoiled at each of its places',
	name => {
		const text = fs.readFileSync(
			new URL(`../../levels/${name}/level.yaml`, import.meta.url),
			'utf8',
		);
		let refused = 0;
		for (const level of spoiled(parse(text), times(14, 3))) {
			if (level === undefined) continue;
			const parsed = parseLevel(JSON.stringify(level), VOCABULARY);
			if (parsed.ok) continue;
			refused++;
			for (const {message} of parsed.problems) expectOurs(message, level);
		}
		expect(refused).toBeGreaterThan(times(100, 500));
	},
);

test('of a level that is no YAML at all', () => {
	const texts = [
		'a: [',
		'a: b: c',
		'\t- x',
		'&a *a',
		'a: *nowhere',
		'"',
		'%',
		'? ? ?',
		'a: 1\na: 2',
		'!!js/function x',
		'- a\nb: 1',
		'{',
		'a: |\nb',
		'@',
		'`',
	];
	const warned = vi.spyOn(process, 'emitWarning');
	for (const text of texts) {
		const parsed = parseLevel(text, VOCABULARY);
		expect(parsed.ok, text).toBe(false);
		if (!parsed.ok) for (const {message} of parsed.problems) expectOurs(message, text);
	}
	expect(warned).not.toHaveBeenCalled();
});

const REQUESTS_GIVEN: readonly object[] = [
	...Object.keys(REQUESTS).map(name => ({id: 1, do: name})),
	{id: 1, do: 'attempt', order: 'dig regional', confirmed: true},
	{id: 1, do: 'confirm', on: true},
	{id: 1, do: 'wait', minutes: 5},
	{id: 1, do: 'until', time: '23:50'},
	{id: 1, do: 'observe', parts: ['alerts'], history: true},
	{id: 1, do: 'panel', panel: 'dns', filter: 'a', history: true},
	{id: 1, do: 'complete', text: 'd'},
	{id: 1, do: 'orders', verb: 'dig'},
	{id: 1, do: 'suspect', suspect: 'dynamodb', confidence: 70, unless: 'x'},
	{id: 1, do: 'expect', order: 1, text: 'x'},
	{id: 1, do: 'note', about: 'felt', text: 'x'},
	{id: 1, do: 'snapshot', name: 'x'},
	{id: 1, do: 'back', to: 'x'},
];

test('of a request of the protocol', () => {
	let refused = 0;
	for (const given of REQUESTS_GIVEN.flatMap(request => [...spoiled(request)])) {
		const read = readRequest(JSON.stringify(given));
		if (read.ok) continue;
		refused++;
		expectOurs(`${read.problem.message} ${read.problem.suggestions.join(' ')}`, given);
	}
	expect(refused).toBeGreaterThan(300);
});

test('of a journal that is sealed as it should be', () => {
	const text = fs.readFileSync(
		new URL('../../saves/formats/format-3.journal.jsonl', import.meta.url),
		'utf8',
	);
	const lines = text
		.trimEnd()
		.split('\n')
		.filter(line => line.startsWith('{'))
		.map(line => JSON.parse(line.replace(/,"sum":"[0-9a-f]+"\}$/u, '}')) as object);
	let refused = 0;
	for (const [index, line] of lines.entries()) {
		for (const bad of spoiled(line, times(5, 1))) {
			if (typeof bad !== 'object' || bad === null) continue;
			const read = journalFrom('a.journal.jsonl', sealed([...lines.slice(0, index), bad]));
			if (read.ok) continue;
			refused++;
			expectOurs(read.message, bad);
		}
	}
	expect(refused).toBeGreaterThan(times(60, 300));
});

function sealed(lines: readonly object[]): Buffer {
	let sum = FIRST_SUM;
	const texts = lines.map(line => {
		const one = seal(line, sum);
		({sum} = one);
		return `${one.text}\n`;
	});
	return Buffer.from(texts.join(''));
}
