import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {ORDERS, wordsOf, type Blank, type Order, type OrderTable} from '../sim/index.ts';
import {completeOrder, expectedNext, ORDER_LENGTH_MAX, parseOrder} from './command.ts';
import {compileGrammar} from './grammar.ts';

const row = {
	kind: 'do',
	seconds: 30,
	team: null,
	needs: 'tools',
	what: 'does it',
	risk: 'may hurt',
} as const;

const SMALL = compileGrammar({
	dig: {
		...row,
		forms: ['dig <endpoint>', 'dig <endpoint> <type>'],
		blanks: {
			endpoint: {
				kind: 'word',
				words: ['dynamodb', 'fips'],
				aliases: {'dynamodb.us-east-1.amazonaws.com': 'dynamodb'},
			},
			type: {kind: 'word', words: ['A', 'AAAA']},
		},
		example: 'dig dynamodb',
	},
	'pause-dns': {
		...row,
		forms: ['pause <automation>'],
		blanks: {automation: {kind: 'word', words: ['planner', 'enactor-1']}},
		example: 'pause planner',
	},
	'pause-failover': {
		...row,
		forms: ['pause <automation>', 'pause everything'],
		blanks: {automation: {kind: 'word', words: ['failover']}},
		example: 'pause failover',
	},
	'restart-dwfm': {
		...row,
		forms: ['restart dwfm batch <size> every <seconds>', 'restart dwfm all'],
		blanks: {
			size: {kind: 'whole', min: 1, max: 100, unit: 'hosts'},
			seconds: {kind: 'whole', min: 1, max: 600, unit: 's'},
		},
		example: 'restart dwfm all',
	},
	'throttle-launches': {
		...row,
		forms: ['throttle launches <percent>'],
		blanks: {percent: {kind: 'decimal', min: 0, max: 100, unit: '%'}},
		example: 'throttle launches 5',
	},
	post: {
		...row,
		forms: ['post update <text>'],
		blanks: {text: {kind: 'text', lengthMax: 60}},
		example: 'post update we are looking',
	},
} satisfies OrderTable);

test.each<[string, Order]>([
	['dig dynamodb', {id: 'dig', args: {endpoint: 'dynamodb'}}],
	['  DIG   DynamoDB  aaaa ', {id: 'dig', args: {endpoint: 'dynamodb', type: 'AAAA'}}],
	['dig dynamodb.us-east-1.amazonaws.com', {id: 'dig', args: {endpoint: 'dynamodb'}}],
	['pause planner', {id: 'pause-dns', args: {automation: 'planner'}}],
	['pause failover', {id: 'pause-failover', args: {automation: 'failover'}}],
	['pause everything', {id: 'pause-failover', args: {}}],
	['restart dwfm batch 5 every 60', {id: 'restart-dwfm', args: {size: 5, seconds: 60}}],
	['throttle launches 2.5', {id: 'throttle-launches', args: {percent: 2.5}}],
	['post update  We see  it. ', {id: 'post', args: {text: 'We see  it.'}}],
	['post update a\u001b[2Jb', {id: 'post', args: {text: 'a[2Jb'}}],
])('%j is read', (text, order) => {
	expect(parseOrder(text, SMALL)).toEqual({ok: true, order});
});

test.each<[string, string, readonly string[]]>([
	['', 'There is no command here.', []],
	['digg dynamodb', '“digg” is not a command.', ['dig']],
	['xyzzy', '“xyzzy” is not a command.', []],
	['dig', '“dig” is incomplete: it goes on with <endpoint>.', ['dynamodb', 'fips']],
	['dig dynamobd', '“dynamobd” does not follow “dig”: expected <endpoint>.', ['dynamodb']],
	['dig fips A now', 'The command ends at “dig fips A”: “now” is one word too many.', []],
	[
		'pause plannr',
		'“plannr” does not follow “pause”: expected <automation>, everything.',
		['planner'],
	],
	[
		'restart dwfm batch 0 every 60',
		'“0” does not follow “restart dwfm batch”: expected <size> (a whole number, 1 to 100 hosts).',
		[],
	],
	[
		'restart dwfm batch 1e3',
		'“1e3” does not follow “restart dwfm batch”: expected <size> (a whole number, 1 to 100 hosts).',
		[],
	],
	[
		'throttle launches 100.1',
		'“100.1” does not follow “throttle launches”: expected <percent> (a number, 0 to 100 %).',
		[],
	],
	[
		`post update ${'x'.repeat(61)}`,
		`“${'x'.repeat(60)}” does not follow “post update”: expected <text> (any text, at most 60 characters).`,
		[],
	],
	['x'.repeat(501), `A command has at most ${String(ORDER_LENGTH_MAX)} characters.`, []],
])('%.40j comes back with what is wrong', (text, message, suggestions) => {
	expect(parseOrder(text, SMALL)).toEqual({ok: false, problem: {message, suggestions}});
});

test.each<[string, readonly string[]]>([
	['', ['dig', 'pause', 'restart', 'throttle', 'post']],
	['p', ['pause', 'post']],
	['PA', ['pause']],
	['pause ', ['planner', 'enactor-1', 'failover', 'everything']],
	['pause e', ['enactor-1', 'everything']],
	['dig dynamodb.', ['dynamodb.us-east-1.amazonaws.com']],
	['dig dynamodb ', ['A', 'AAAA']],
	['restart dwfm ', ['batch', 'all']],
	['restart dwfm batch 5 ', ['every']],
	['restart dwfm batch 5', []],
	['nonsense ', []],
])('%j is completed', (text, words) => {
	expect(completeOrder(text, SMALL)).toEqual(words);
});

test('a blank to fill is told in words', () => {
	expect(expectedNext('restart dwfm batch ', SMALL)).toEqual([
		'<size> (a whole number, 1 to 100 hosts)',
	]);
});

describe('the grammar of the game', () => {
	test.each(Object.entries(ORDERS))('%s is what its example says', (id, spec) => {
		const parsed = parseOrder(spec.example);
		expect(parsed).toMatchObject({ok: true, order: {id}});
	});

	test('an order printed and read again is the same order', () => {
		fc.assert(
			fc.property(anyOrder(), order => {
				expect(parseOrder(wordsOf(order))).toEqual({ok: true, order});
			}),
			{numRuns: 500},
		);
	});

	test('whatever is typed is read or comes back with a problem', () => {
		const word = fc.oneof(
			fc.constantFrom(...Object.values(ORDERS).flatMap(({example}) => example.split(' '))),
			fc.string({maxLength: 12}),
		);
		fc.assert(
			fc.property(fc.array(word, {maxLength: 7}), words => {
				const parsed = parseOrder(words.join(' '));
				if (parsed.ok) expect(parseOrder(wordsOf(parsed.order))).toEqual(parsed);
				else expect(parsed.problem.message).not.toBe('');
				completeOrder(words.join(' '));
			}),
		);
	});

	test('each word that completion offers is one that is understood', () => {
		const visit = (typed: string, depth: number): void => {
			for (const word of completeOrder(typed).slice(0, 4)) {
				const text = `${typed}${word}`;
				const parsed = parseOrder(text);
				if (!parsed.ok) expect(parsed.problem.message).toMatch(/is incomplete/);
				if (depth > 0) visit(`${text} `, depth - 1);
			}
		};
		visit('', 3);
	});
});

/** Any order of the game: a row, one of its forms, and something that fits each blank. */
function anyOrder(): fc.Arbitrary<Order> {
	const forms = Object.entries(ORDERS).flatMap(([id, spec]) =>
		spec.forms.map(form => ({id, form})),
	);
	return fc.constantFrom(...forms).chain(({id, form}) => {
		const blanks = [...form.matchAll(/<([a-z-]+)>/g)].map(match => match[1]!);
		const values = Object.fromEntries(
			blanks.map(name => [name, anyValue(ORDERS[id]!.blanks[name]!)]),
		);
		return fc.record(values).map(args => ({id, args}));
	});
}

function anyValue(blank: Blank): fc.Arbitrary<string | number> {
	switch (blank.kind) {
		case 'word':
			return fc.constantFrom(...blank.words);
		case 'whole':
			return fc.integer({min: blank.min, max: blank.max});
		case 'decimal':
			return fc
				.integer({min: Math.ceil(blank.min * 100), max: Math.floor(blank.max * 100)})
				.map(hundredths => hundredths / 100 + 0);
		case 'text':
			return fc
				.array(fc.constantFrom(...Array.from('abc XYZ 0-9.,’é')), {
					minLength: 1,
					maxLength: blank.lengthMax,
				})
				.map(letters => letters.join('').trim())
				.filter(text => text !== '');
	}
}
