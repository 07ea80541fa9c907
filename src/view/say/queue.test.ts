import {describe, expect, test} from 'vitest';
import {
	anAlert,
	anObservation,
	anOrder,
	metricsWith,
} from '../../../test/frames/observation.builder.ts';
import type {Alert, Observation} from '../../observe/index.ts';
import {EMPTY_INBOX, received} from '../input/inbox/index.ts';
import {arrivals, asksDecision, withArrivals} from './queue.ts';
import {RANKS, type QueueItem} from './queue-item.ts';

const BEFORE = anObservation();
const NOW = BEFORE.now + 60;

function after(change: Partial<Observation>): Observation {
	return anObservation({now: NOW, ...change});
}

/** A limit that has long been there. */
const GATED = anOrder({order: 1, text: 'gate dwfm 4', due: -3_600});
const LAPSED = metricsWith({'dwfm.leasedShare': {value: 0.5}});
const DESK = {from: 'Lena, status desk', role: 'status-desk'} as const;
const BANK = {from: 'Priya, account manager of a bank', role: 'account-manager'} as const;

describe('what came between two looks', () => {
	test.each<readonly [string, Observation, QueueItem['rank'], string]>([
		[
			'a refusal',
			after({orders: [anOrder({state: 'refused', message: 'No.'})]}),
			RANKS.refused,
			'REFUSED',
		],
		[
			'a failure',
			after({orders: [anOrder({state: 'failed', message: 'No.'})]}),
			RANKS.refused,
			'FAILED',
		],
		['a look', after({orders: [anOrder({lines: ['it answers']})]}), RANKS.done, 'DONE'],
		['work of a team', after({orders: [anOrder({text: 'gate dwfm 4'})]}), RANKS.done, 'DONE'],
		['a post that is out', after({orders: [anOrder({text: 'promise 30'})]}), RANKS.told, 'DONE'],
		['a page', after({alerts: [anAlert({raisedAt: NOW})]}), RANKS.page, 'PAGE'],
		[
			'a ticket',
			after({alerts: [anAlert({severity: 'ticket', raisedAt: NOW})]}),
			RANKS.told,
			'TICKET',
		],
		['a question', after({chat: [{at: NOW, ...BANK, text: 'How long?'}]}), RANKS.asks, 'CHAT'],
		['a remark', after({chat: [{at: NOW, ...BANK, text: 'It is back.'}]}), RANKS.told, 'CHAT'],
		[
			'the status desk',
			after({chat: [{at: NOW, ...DESK, text: 'An update is due.'}]}),
			RANKS.asks,
			'CHAT',
		],
		['nobody can sign in', after({access: 'failing'}), RANKS.access, 'SIGN-IN FAILS'],
	])('%s', (_, then, rank, word) => {
		expect(arrivals(BEFORE, then)).toMatchObject([{rank, word, many: 1}]);
	});

	test('of a flood of one group, the first page asks for somebody', () => {
		const first = anAlert({id: 'a', raisedAt: NOW - 30});
		const flood = after({alerts: [anAlert({id: 'b', raisedAt: NOW}), first]});
		const came = arrivals(anObservation({alerts: [first]}), flood);
		expect(came.map(({rank}) => rank)).toEqual([RANKS.furtherPage]);
		expect(came.some(asksDecision)).toBe(false);
	});

	test.each<[string, Observation, Observation, string, QueueItem['rank']]>([
		[
			'of what was critical before, a page tells nothing new',
			anObservation({metrics: metricsWith({'ec2.successShare': {value: 0.2}})}),
			after({
				metrics: metricsWith({'ec2.successShare': {value: 0.2}}),
				alerts: [anAlert({id: 'ec2-launches', group: 'ec2', raisedAt: NOW})],
			}),
			'PAGE',
			RANKS.furtherPage,
		],
		[
			'what is taken back leaves nothing to decide',
			anObservation({
				orders: [GATED, anOrder({order: 2, text: 'gate dwfm off', state: 'running'})],
			}),
			after({orders: [GATED, anOrder({order: 2, text: 'gate dwfm off'})]}),
			'DONE',
			RANKS.told,
		],
		[
			'that what is limited is well again is when to let go',
			anObservation({metrics: LAPSED, orders: [GATED]}),
			after({orders: [GATED]}),
			'OK',
			RANKS.crossed,
		],
		[
			'that it is well as soon as it was helped is no moment to take the help away',
			anObservation({metrics: LAPSED, orders: [{...GATED, due: BEFORE.now}]}),
			after({orders: [{...GATED, due: BEFORE.now}]}),
			'OK',
			RANKS.told,
		],
	])('%s', (_, was, is, word, rank) => {
		expect(arrivals(was, is)).toMatchObject([{word, rank}]);
	});

	test('what crosses its limit again and again stands once', () => {
		const at = (value: number, now: number) =>
			anObservation({now, metrics: metricsWith({'ec2.successShare': {value}})});
		const came = [
			...arrivals(at(1, NOW), at(0.2, NOW + 10)),
			...arrivals(at(0.9, NOW + 20), at(0.3, NOW + 30)),
		];
		expect(withArrivals([], came)).toMatchObject([{word: 'CRIT', many: 2}]);
	});

	test('a page that nobody took goes on to a second', () => {
		const page = anAlert({raisedAt: BEFORE.now});
		const came = arrivals(
			anObservation({alerts: [page]}),
			after({alerts: [{...page, escalated: true}]}),
		);
		expect(came).toMatchObject([
			{rank: RANKS.furtherPage, text: expect.stringContaining('second on-call') as string},
		]);
	});

	test('a promise is told five minutes before it is due, once', () => {
		const promisedAt = NOW + 300;
		const dashboard = {...BEFORE.dashboard, promisedAt};
		const then = (now: number) => anObservation({now, dashboard});
		expect(arrivals(then(NOW - 1), then(NOW))).toMatchObject([{rank: RANKS.due, word: 'DUE'}]);
		expect(arrivals(then(NOW), then(NOW + 1))).toEqual([]);
	});

	test('of what everybody was taken back from, nothing has happened', () => {
		const later = after({orders: [anOrder({state: 'refused', message: 'No.'})]});
		expect(arrivals(later, BEFORE)).toEqual([]);
		const inbox = received(EMPTY_INBOX, BEFORE, later);
		expect(inbox.unread).toHaveLength(1);
		expect(received(inbox, later, BEFORE).unread).toEqual([]);
	});

	test('what is no longer so is not read any more: what ended it is', () => {
		const page = anAlert({raisedAt: NOW});
		const at = (now: number, value: number, alerts: readonly Alert[]) =>
			anObservation({now, alerts, metrics: metricsWith({'ec2.successShare': {value}})});
		const trouble = at(NOW, 0.2, [page]);
		const inbox = received(EMPTY_INBOX, at(NOW - 1, 1, []), trouble);
		expect(inbox.unread.map(({word}) => word)).toEqual(['PAGE', 'CRIT']);
		const over = at(NOW + 60, 1, [{...page, clearedAt: NOW + 60}]);
		const words = received(inbox, trouble, over).unread.map(({word}) => word);
		expect(words).not.toContain('PAGE');
		expect(words).not.toContain('CRIT');
		expect(words).toContain('OK');
	});

	test('a page that somebody has taken, and a promise that was kept or is late, are read no more', () => {
		const page = anAlert({raisedAt: NOW});
		const paged = anObservation({now: NOW, alerts: [page]});
		const inbox = received(EMPTY_INBOX, BEFORE, paged);
		expect(inbox.unread.map(({word}) => word)).toEqual(['PAGE']);
		const taken = anObservation({now: NOW + 5, alerts: [{...page, acknowledgedBy: 'you'}]});
		expect(received(inbox, paged, taken).unread).toEqual([]);

		const promised = (now: number, promisedAt: number | null) => {
			const observation = anObservation({now});
			return {...observation, dashboard: {...observation.dashboard, promisedAt}};
		};
		const by = NOW + 200;
		const due = received(EMPTY_INBOX, promised(NOW - 200, by), promised(NOW, by));
		expect(due.unread.map(({word}) => word)).toEqual(['DUE']);
		for (const later of [promised(NOW + 30, null), promised(NOW + 30, by + 900), promised(by, by)])
			expect(received(due, promised(NOW, by), later).unread.map(({id}) => id)).not.toContain(
				due.unread[0]?.id,
			);
	});

	test('a lever that was moved again since is no news', () => {
		const lever = (order: number, text: string, at: number) =>
			anOrder({order, text, at, due: at + 60, state: 'done'});
		const first = lever(1, 'throttle launches 25 percent', NOW - 60);
		const one = anObservation({now: NOW, orders: [first]});
		const inbox = received(EMPTY_INBOX, anObservation({now: NOW - 1}), one);
		expect(inbox.unread.map(({word}) => word)).toEqual(['DONE']);
		const two = anObservation({
			now: NOW + 99,
			orders: [first, lever(2, 'throttle launches 60 percent', NOW + 30)],
		});
		expect(received(inbox, one, two).unread.map(({text}) => text)).toEqual([
			expect.stringContaining('60 percent'),
		]);
	});

	test('what was refused is not read any more once it was given again and taken on', () => {
		const refused = anOrder({order: 1, at: NOW, state: 'refused', message: 'No.'});
		const then = (now: number, ...more: readonly (typeof refused)[]) =>
			anObservation({now, orders: [refused, ...more]});
		const inbox = received(EMPTY_INBOX, BEFORE, then(NOW));
		expect(inbox.unread.map(({word}) => word)).toEqual(['REFUSED']);
		const again = {...refused, order: 2, at: NOW + 30, due: NOW + 60};
		const twice = received(inbox, then(NOW), then(NOW + 60, again));
		expect(twice.unread.map(({word}) => word)).toEqual(['REFUSED', 'REFUSED']);
		const done = then(NOW + 60, {...again, state: 'done' as const});
		expect(received(inbox, then(NOW), done).unread.map(({word}) => word)).toEqual(['DONE']);
	});

	test('what presses most comes first, then what is newest', () => {
		const then = after({
			alerts: [anAlert({raisedAt: NOW})],
			orders: [anOrder({state: 'refused', message: 'No.'})],
			chat: [{at: NOW, ...BANK, text: 'It is back.'}],
		});
		expect(arrivals(BEFORE, then).map(({word}) => word)).toEqual(['REFUSED', 'PAGE', 'CHAT']);
	});
});

test('one person’s lines stand once, with the last of them, and a question stays asked', () => {
	const asked = arrivals(BEFORE, after({chat: [{at: NOW, ...BANK, text: 'How long?'}]}));
	const later = anObservation({now: NOW + 60, chat: [{at: NOW + 60, ...BANK, text: 'Hello.'}]});
	const told = arrivals(after({}), later);
	expect(withArrivals(withArrivals([], asked), told)).toMatchObject([
		{many: 2, rank: RANKS.asks, at: NOW + 60, text: `${BANK.from}: Hello.`},
	]);
});
