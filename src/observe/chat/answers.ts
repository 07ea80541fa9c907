import type {PublicSurface} from '../public-surface.ts';
import {fails, MINUTE, STREAMS, SUPPORT, TAM, TAM_2, VP} from './people.ts';
import type {Remark} from './remark.types.ts';

/** Whether the call has published something since then. */
const wroteSince = (s: PublicSurface, askedAt: number) =>
	s.calledAt !== null && s.calledAt >= askedAt;
const names = (s: PublicSurface, ...scopes: readonly string[]) =>
	s.scope === 'many-services' || scopes.includes(s.scope ?? '');

const soon = {afterSeconds: MINUTE, againSeconds: 10 * MINUTE} as const;
const ONCE = {afterSeconds: 2 * MINUTE, againSeconds: 600 * MINUTE} as const;

/** What people say to what the call said and did: thanks, mostly. */
export const ANSWERS: readonly Remark[] = [
	{
		...TAM,
		...soon,
		to: 'green',
		when: wroteSince,
		words: ['Thank you. With that on the dashboard I can tell them it is ours.'],
	},
	{
		...VP,
		...soon,
		to: 'which',
		when: s => s.action !== 'resolved' && s.action !== null,
		words: ['Thank you for taking “resolved” back. It costs less than leaving it there.'],
	},
	{
		...VP,
		...soon,
		to: 'severity',
		when: s => s.severity !== 'none',
		words: ['Understood, it is {severity}. I will make sure that people come when you page them.'],
	},
	{
		...TAM,
		...soon,
		to: 'nothing-impacted',
		when: (s, askedAt) => wroteSince(s, askedAt) && s.scope !== 'none',
		words: ['That I can read to them. A bank forgives errors, not being told that there are none.'],
	},
	{
		...TAM_2,
		...soon,
		to: 'launches',
		when: (s, askedAt) => wroteSince(s, askedAt) && names(s, 'ec2-launches'),
		words: [
			'Thank you: launches are named on the dashboard, and they have stopped trying one zone after the other.',
			'They have read the new update, and are planning around it.',
		],
	},
	{
		...TAM_2,
		...soon,
		to: 'wrong-scope',
		when: (s, askedAt) => wroteSince(s, askedAt) && names(s, 'ec2-launches'),
		words: ['Now the update says what they see. That saves me an hour on the phone.'],
	},
	{
		...STREAMS,
		...soon,
		to: 'us-or-you',
		when: (s, askedAt) => wroteSince(s, askedAt) && names(s, 'dynamodb'),
		words: ['Read it: yours, not ours. Our deployments stay stopped until you say otherwise.'],
	},
	{
		...STREAMS,
		to: 'us-or-you',
		when: s => s.dynamodb < 0.02,
		afterSeconds: 6 * MINUTE,
		againSeconds: 600 * MINUTE,
		words: ['Our table can be read again. We start deployments one at a time.'],
	},
	{
		...TAM,
		...soon,
		to: 'waves',
		when: (s, askedAt) => wroteSince(s, askedAt) && names(s, 'load-balancing'),
		words: [
			'They know now that it is on our side, and have stopped taking their own machines apart.',
		],
	},
	{
		...SUPPORT,
		...soon,
		to: 'locked-out',
		when: (s, askedAt) => wroteSince(s, askedAt) && names(s, 'support'),
		words: ['Customers have read it, and the phones are quieter for it.'],
	},
	{
		...VP,
		...soon,
		to: 'who',
		when: s => s.teamsPresent > 0,
		words: ['I see people on the call now. Thank you for waking them.'],
	},
	{
		...VP,
		...soon,
		to: 'sentence',
		when: wroteSince,
		words: [
			'That is the sentence I needed. I will pass it on as it stands.',
			'Clear enough for the press, and for me.',
		],
	},
	{
		...TAM_2,
		...ONCE,
		when: s => s.advice.noZone && s.launches > 0.1,
		words: ['I have passed it on: leave the zone open. They are changing their templates now.'],
	},
	{
		...TAM_2,
		...ONCE,
		when: s => s.advice.pinZone,
		words: ['We advise them to name a zone, and they ask which. Which?'],
	},
	{
		...SUPPORT,
		...ONCE,
		when: s => s.advice.retryHard,
		words: [
			'We are telling customers to retry, because the dashboard does. They do, all of them at once.',
		],
	},
	{
		...SUPPORT,
		...ONCE,
		when: s => s.advice.flush,
		words: ['We are walking customers through flushing their DNS caches, one by one.'],
	},
	{
		...VP,
		when: s => s.action === 'resolved' && s.impacted === 0 && s.resolved > 0 && !fails(s),
		afterSeconds: 6 * MINUTE,
		againSeconds: 600 * MINUTE,
		words: ['Thank you, all of you. Sleep, then write it down while it is fresh.'],
	},
	{
		...TAM,
		when: s =>
			s.calledAt !== null &&
			s.promisesBroken === 0 &&
			s.resolved > 0 &&
			s.impacted === 0 &&
			!fails(s),
		afterSeconds: 15 * MINUTE,
		againSeconds: 600 * MINUTE,
		words: [
			'My bank’s payments go through again. They say that the updates came when we said they would.',
		],
	},
];
