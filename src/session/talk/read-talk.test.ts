import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {ORDERS} from '../../sim/index.ts';
import {isTalk, readTalk} from './read-talk.ts';
import {TALK_FORMS} from './talk-forms.ts';
import type {Talk} from './talk.types.ts';

const HERE = {
	roles: ['commander', 'dns', 'ec2'],
	suspects: ['dns-automation', 'dwfm'],
	teams: ['dynamodb', 'nlb'],
};

const LEASES = {kind: 'metric', metric: 'dwfm.leasedShare'} as const;

describe('a line of talk', () => {
	test.each<[string, Talk]>([
		[
			'tell ALL dns.answers.regional dig regional  zero addresses since 23:58',
			{
				verb: 'tell',
				to: 'all',
				facts: [
					{kind: 'metric', metric: 'dns.answers.regional'},
					{kind: 'look', look: 'dig regional'},
				],
				words: 'zero addresses since 23:58',
			},
		],
		[
			'tell all suspect dns-automation 90',
			{
				verb: 'tell',
				to: 'all',
				facts: [{kind: 'suspect', suspect: 'dns-automation', confidence: 90}],
				words: '',
			},
		],
		['tell ec2 well done', {verb: 'tell', to: 'ec2', facts: [], words: 'well done'}],
		[
			'request Gate  dwfm 4 of ec2 within 5 because dwfm.leasedShare',
			{verb: 'request', order: 'gate dwfm 4', of: 'ec2', withinMinutes: 5, because: LEASES},
		],
		[
			'request throttle launches 50 percent of ec2',
			{
				verb: 'request',
				order: 'throttle launches 50 percent',
				of: 'ec2',
				withinMinutes: null,
				because: null,
			},
		],
		['ask dwfm.leasedShare of ec2', {verb: 'ask', about: LEASES, of: 'ec2', withinMinutes: null}],
		['propose repoint regional rollback', {verb: 'propose', order: 'repoint regional rollback'}],
		[
			'object to 4 because wrong order',
			{verb: 'object', n: 4, because: {kind: 'word', word: 'wrong order'}},
		],
		[
			'object 4 because dwfm.leasedShare',
			{verb: 'object', n: 4, because: {kind: 'fact', fact: LEASES}},
		],
		['decide 4 go', {verb: 'decide', n: 4, go: true}],
		[
			'answer 4 accept gate dwfm 4 eta 10 min',
			{verb: 'accept', n: 4, order: 'gate dwfm 4', etaMinutes: 10},
		],
		['answer 4 accept', {verb: 'accept', n: 4, order: null, etaMinutes: null}],
		['answer 4 accept eta 5', {verb: 'accept', n: 4, order: null, etaMinutes: 5}],
		['answer 4 decline need nlb', {verb: 'decline', n: 4, because: {kind: 'team', team: 'nlb'}}],
		[
			'answer 4 decline not mine',
			{verb: 'decline', n: 4, because: {kind: 'word', word: 'not mine'}},
		],
		['answer 4 say again', {verb: 'say-again', n: 4}],
		['confirm 4', {verb: 'confirm', n: 4}],
		['correct 4 gate dwfm off', {verb: 'correct', n: 4, order: 'gate dwfm off'}],
		[
			'report 4 no effect dwfm.leasedShare',
			{verb: 'report', n: 4, came: 'no effect', fact: LEASES},
		],
		['withdraw 4', {verb: 'withdraw', n: 4}],
		['hold', {verb: 'hold', because: ''}],
		['hold because I am lost', {verb: 'hold', because: 'I am lost'}],
		['release-hold', {verb: 'release-hold'}],
	])('“%s” is understood', (typed, talk) => {
		expect(readTalk(typed, HERE)).toEqual({ok: true, talk});
	});

	test.each([
		['request gate dwfm 4', /Usage: “request <order> of <role>/],
		['request gate dwfm 4 of the moon', /Usage|Nobody here/],
		['request gate dwfm 4 of nlb', /Nobody here is “nlb”/],
		['request gat dwfm of ec2', /gat/],
		['request gate dwfm 4 of ec2 within 0', /Minutes are 1 to 600/],
		['ask moon of ec2', /not a metric/],
		['tell all suspect dwfm 20', /between 50 and 100/],
		['answer 4 decline because', /A reason to decline is/],
		['answer four accept', /Usage: “answer <number>/],
		['shout', /not a word of talk/],
		['tell', /Nobody here|Usage/],
		[`tell all ${'a'.repeat(600)}`, /at most 500 characters/],
	])('“%s” is told what was expected', (typed, said) => {
		const read = readTalk(typed, HERE);
		expect(read.ok).toBe(false);
		expect(!read.ok && read.problem.message).toMatch(said);
	});

	test('never throws, whatever is typed', () => {
		const word = fc.constantFrom(
			...Object.keys(TALK_FORMS),
			...[
				'of',
				'because',
				'within',
				'accept',
				'eta',
				'all',
				'ec2',
				'4',
				'gate dwfm 4',
				'dig regional',
				'dwfm.goodput',
			],
		);
		const line = fc.array(fc.oneof(word, fc.string({maxLength: 12})), {maxLength: 9});
		fc.assert(
			fc.property(line, words => {
				const read = readTalk(words.join(' '), HERE);
				if (!read.ok) expect(read.problem.message).toMatch(/\S/u);
			}),
			{numRuns: 500},
		);
	});
});

test('no verb of talk is the beginning of an order: `hold registration on` and `release nlb` stay orders', () => {
	const beginnings = Object.values(ORDERS).flatMap(({forms}) =>
		forms.map(form => form.split(' ')[0]),
	);
	const shared = Object.keys(TALK_FORMS).filter(verb => beginnings.includes(verb));
	expect(shared).toEqual(['tell', 'hold']);
	expect(isTalk('tell customers restored')).toBe(false);
	expect(isTalk('hold registration on')).toBe(false);
	expect(isTalk('release nlb')).toBe(false);
});
