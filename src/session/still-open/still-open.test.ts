import {describe, expect, test} from 'vitest';
import {anObservation, anOrder} from '../../../test/frames/observation.builder.ts';
import type {Observation} from '../../observe/index.ts';
import {ORDERS, type OrderSpec} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import {standsAgainst, stillOpenOf} from './index.ts';

function after(...texts: readonly string[]): Observation {
	return anObservation({
		now: 10_000,
		orders: texts.map((text, index) =>
			anOrder({order: index + 1, text, at: 100 * index, due: 100 * index + 10}),
		),
	});
}

const settings = (...texts: readonly string[]) =>
	stillOpenOf(after(...texts)).filter(({kind}) => ['LIMIT', 'DETOUR', 'ADVICE'].includes(kind));
const told = (...texts: readonly string[]) =>
	settings(...texts).map(({kind, text}) => `${kind} ${text}`);

describe('what done commands leave in place', () => {
	test.each<[readonly string[], readonly string[]]>([
		[['throttle launches 25 percent'], ['LIMIT launches 25 %']],
		[['throttle launches 100 percent'], ['LIMIT launches 100 % (still a limit)']],
		[['throttle launches 25 percent', 'throttle launches off'], []],
		[['throttle pollers 20', 'throttle pollers 100'], []],
		[['gate dwfm 3', 'gate dwfm 4'], ['LIMIT gate dwfm 4/s']],
		[['override regional prod on', 'override all prod off'], []],
		[['override regional prod on', 'override all dwfm off'], ['DETOUR override regional prod on']],
		[['pin regional 8', 'repoint all rollback'], []],
		[['prioritise network new', 'prioritise network none'], []],
		[['interval checks 30'], ['DETOUR NLB check interval 30 s']],
		[['advise flush on'], ['ADVICE flush on']],
		[['page ec2', 'dig regional', 'restart dwfm host 7'], []],
	])('%j', (texts, expected) => {
		expect(told(...texts)).toEqual(expected);
	});

	test('and nothing that has not been done', () => {
		const running = anOrder({text: 'throttle launches 25 percent', state: 'running'});
		const refused = anOrder({text: 'gate dwfm 3', state: 'refused'});
		expect(stillOpenOf(anObservation({orders: [running, refused]}))).toEqual([]);
	});
});

/** An order of that form, with the first that each blank takes. */
function exampleOf({blanks, forms}: OrderSpec, setting: string): string {
	return (forms[0] ?? '').replace(/<([a-z-]+)>/gu, (_, name: string) => {
		const blank = blanks[name];
		if (blank?.kind !== 'word') return String(blank?.kind === 'text' ? 'x' : (blank?.min ?? 1));
		return blank.words.includes(setting) ? setting : (blank.words[0] ?? '');
	});
}

describe('every command that has an opposite', () => {
	const changing = Object.entries(ORDERS).filter(([, {kind}]) => kind === 'do');
	const settable = changing.filter(
		([id, {blanks, liftedBy, forms}]) =>
			!/^(?:pause|resume)-/u.test(id) &&
			(liftedBy !== undefined ||
				Object.values(blanks).some(
					blank =>
						blank.kind === 'word' && blank.words.includes('on') && blank.words.includes('off'),
				) ||
				(forms[0] ?? '').includes('drain ')),
	);

	test.each(settable)('%s stands until that is given, and is named by it', (_, spec) => {
		const text = exampleOf(spec, 'on');
		const [open, ...others] = settings(text);
		expect(others).toEqual([]);
		expect(open, text).toBeDefined();
		const lift = open?.lift ?? '';
		expect(parseOrder(lift), lift).toMatchObject({ok: true});
		expect(settings(text, lift), lift).toEqual([]);
	});
});

describe('an update to customers', () => {
	const page = {severity: 'page', raisedAt: 100} as const;
	const owed = (observation: Observation) =>
		stillOpenOf(observation)
			.filter(({kind}) => kind === 'OWED')
			.map(({short}) => short);
	const seen = (now: number, dashboard: Partial<Observation['dashboard']> = {}): Observation => {
		const base = anObservation({now});
		const [alert] = [{...PAGE, ...page}];
		return {
			...base,
			alerts: [alert],
			dashboard: {...base.dashboard, posts: [], promisedAt: null, ...dashboard},
		};
	};
	const PAGE = {
		id: 'dynamodb-errors',
		group: 'dynamodb',
		title: 'DynamoDB: 9 % of requests fail',
		clearedAt: null,
		acknowledgedBy: null,
		escalated: false,
	};
	const word = [{at: 500, by: 'ana', text: 'Investigating.'}];

	test.each<[string, Observation, readonly string[]]>([
		['is not owed in the first five minutes', seen(399), []],
		['is owed after them', seen(400), ['no update to customers']],
		[
			'is owed when the promised time is past',
			seen(900, {posts: word, promisedAt: 800}),
			['update late'],
		],
		['is not owed before it', seen(700, {posts: word, promisedAt: 800}), []],
		[
			'is owed after half an hour of impact',
			seen(2_300, {posts: word, impacted: 3}),
			['update owed'],
		],
		['is not owed while nobody is impacted', seen(2_300, {posts: word, impacted: 0}), []],
	])('%s', (_, observation, expected) => {
		expect(owed(observation)).toEqual(expected);
	});
});

test.each([
	['gate dwfm 4', 'gate dwfm 40', true],
	['gate dwfm off', 'gate dwfm 4', true],
	['throttle launches 5 percent', 'throttle launches 4/s', true],
	['drain zone use1-az1', 'unpin zone use1-az1', true],
	['pin zone use1-az1', 'drain zone use1-az1', true],
	['pin zone use1-az1', 'drain zone use1-az2', false],
	['gate dwfm off', 'gate dwfm off', false],
	['gate dwfm 4', 'throttle launches off', false],
	['dig regional', 'gate dwfm 4', false],
])('“%s” stands against “%s”: %s', (one, other, expected) => {
	expect([standsAgainst(one, other), standsAgainst(other, one)]).toEqual([expected, expected]);
});
