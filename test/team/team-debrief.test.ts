import {describe, expect, test} from 'vitest';
import {turnedOn, type TeamDebrief} from '../../src/session/index.ts';
import {debriefPage, debriefText} from '../../src/view/index.ts';
import {aDebrief} from '../support/debrief.builder.ts';
import {LOST_AT, told, type Line, type Playing} from './told-team.ts';

const relay = (team: TeamDebrief, id: string) => team.relays.find(each => each.id === id);

const SAID: readonly Line[] = [
	[300, 'dns', 'tell all dns.answers.regional'],
	[420, 'comms', 'post DynamoDB cannot be resolved.'],
];

describe('a fact', () => {
	test('is followed from the eye to the hand', () => {
		const name = relay(told(SAID), 'name-empty');
		expect(name).toMatchObject({
			...{of: 'dns', own: false, said: {at: 300, by: 'dns', to: 'all'}},
			...{reached: {at: 300, seat: 'commander'}, acted: {at: 421, by: 'comms'}, broke: null},
		});
		expect(name?.trueAt).toBe(LOST_AT);
		expect(name?.seenAt).toBeGreaterThanOrEqual(LOST_AT);
		expect(name?.seenAt).toBeLessThanOrEqual(LOST_AT + 60);
		expect(name?.realSeconds.act).toBe(30);
	});

	test.each<[string, readonly Line[], object]>([
		['nobody says', [], {said: null, reached: null, broke: 'it was not said'}],
		[
			'is told to somebody who need not know',
			[[300, 'dns', 'tell ec2 dns.answers.regional']],
			{said: {at: 300, by: 'dns', to: 'ec2'}, broke: 'it did not reach those who needed it'},
		],
		[
			'comes late',
			[[1_500, 'dns', 'tell commander dns.answers.regional']],
			{reached: {at: 1_500, seat: 'commander'}, broke: 'it was said late'},
		],
		[
			'is told with a value that says otherwise',
			[[60, 'dns', 'tell all dns.answers.regional']],
			{said: null, broke: 'it was not said'},
		],
		[
			'nobody acts on',
			[[300, 'dns', 'tell all dns.answers.regional']],
			{acted: null, broke: 'nothing followed'},
		],
		[
			'answers a question',
			[
				[280, 'commander', 'ask dns.answers.regional of dns'],
				[310, 'dns', 'report 1 done dns.answers.regional'],
			],
			{said: {at: 310, by: 'dns', to: 'commander'}, reached: {at: 310, seat: 'commander'}},
		],
	])('that %s is told so', (_, lines, expected) => {
		expect(relay(told(lines), 'name-empty')).toMatchObject(expected);
	});

	test('is nobody’s message where who sees it is all who has to know', () => {
		const two = told([], {players: 2});
		expect(relay(two, 'name-empty')).toMatchObject({own: true, said: null});
		expect(
			two.duties.filter(({kind, seats}) => kind === 'fact' && seats.includes('commander')),
		).toEqual([]);
	});

	test('that had to be said in time is a critical task of its seat', () => {
		const duty = (lines: readonly Line[]) => told(lines).duties.find(({id}) => id === 'name-empty');
		expect(duty(SAID)).toMatchObject({seats: ['dns'], state: 'met', at: 300});
		expect(duty([])).toMatchObject({seats: ['dns'], state: 'missed'});
	});
});

describe('what is measured', () => {
	const atNight = ({relays, duties, notify}: TeamDebrief) => [
		relays.map(relay => ({...relay, realSeconds: null})),
		duties,
		notify,
	];

	test('is the same at any pace, and of the night whatever holds there were', () => {
		const plain = told(SAID);
		expect(atNight(told(SAID, {pace: 16}))).toEqual(atNight(plain));
		const held = told(SAID, {heldAt: {310: 240}});
		expect(atNight(held)).toEqual(atNight(plain));
		expect(relay(held, 'name-empty')?.realSeconds).toEqual(relay(plain, 'name-empty')?.realSeconds);
		expect(held.holds).toEqual([{at: 310, by: 'comms', seconds: 240}]);
	});

	test('does not change by prose', () => {
		const wordy = told([
			...SAID,
			[250, 'ec2', 'tell all the name is empty, I am sure'],
			[260, 'network', 'tell commander border looks fine'],
		]);
		expect(atNight(wordy)).toEqual(atNight(told(SAID)));
		expect(wordy.claims).toEqual({said: 1, seen: 1, unseen: []});
	});

	test('knows the same look by two within five minutes, and no other', () => {
		const twice = (second: number): readonly Line[] => [
			[400, 'ec2', 'show throttles'],
			[second, 'services', 'show throttles'],
		];
		const until = 900;
		expect(told(twice(600), {until}).duplicates).toEqual([
			{at: 601, what: 'show throttles', by: ['ec2', 'services']},
		]);
		expect(told(twice(800), {until}).duplicates).toEqual([]);
		expect(
			told(
				[
					[400, 'ec2', 'show throttles'],
					[500, 'ec2', 'show throttles'],
				],
				{until},
			).duplicates,
		).toEqual([]);
	});

	test('finds the longest silence while customers suffer', () => {
		const {silence} = told([
			[300, 'dns', 'tell all here'],
			[340, 'ec2', 'tell all here'],
			[1_400, 'ec2', 'tell all here'],
		]);
		expect(silence).toMatchObject({at: 340, seconds: 265, share: 0.05});
		expect(silence?.tenth.map(({share}) => share)).toEqual([0.9 * 0.05, 1.1 * 0.05]);
	});
});

describe('a request', () => {
	const page = 'page dynamodb';
	const loop = (lines: readonly Line[], playing?: Playing) => {
		const {requests} = told(lines, {until: 600, ...playing});
		return {...requests, first: requests.all[0]};
	};

	test('is closed by its read-back and the word that it is right, and carried through by order and report', () => {
		const {first, ...sums} = loop([
			[200, 'dns', `request ${page} of commander`],
			[220, 'commander', `answer 1 accept ${page}`],
			[240, 'dns', 'confirm 1'],
			[244, 'commander', page],
			[280, 'commander', 'report 1 done'],
		]);
		expect(first).toMatchObject({
			...{by: 'dns', of: 'commander', what: page, state: 'reported', closed: true, carried: true},
			...{answerSeconds: 5, closedSeconds: 10, caught: false, missed: false},
		});
		expect(sums).toMatchObject({answered: 1, closed: 1, carried: 1, lost: 0});
		expect(sums.pairs).toEqual([{by: 'dns', of: 'commander', asked: 1, closed: 1}]);
	});

	test('read back wrongly and put right is a catch; given as misheard it is a miss', () => {
		const misheard: readonly Line[] = [
			[200, 'dns', `request ${page} of commander`],
			[220, 'commander', 'answer 1 accept page ec2'],
		];
		expect(loop([...misheard, [230, 'dns', `correct 1 ${page}`]])).toMatchObject({
			...{caught: 1, missed: 0, closed: 0},
		});
		expect(loop([...misheard, [230, 'commander', page]])).toMatchObject({caught: 0, missed: 1});
	});

	test('confirmed after half a minute is no exchange any more', () => {
		const slow = (second: number): readonly Line[] => [
			[200, 'dns', `request ${page} of commander`],
			[220, 'commander', `answer 1 accept ${page}`],
			[second, 'dns', 'confirm 1'],
		];
		expect(loop(slow(339)).closed).toBe(1);
		expect(loop(slow(345)).closed).toBe(0);
	});

	test('without an answer is lost, and declined it is answered', () => {
		const asked: Line = [200, 'dns', `request ${page} of commander`];
		expect(loop([asked])).toMatchObject({answered: 0, lost: 1});
		expect(loop([asked, [240, 'commander', 'answer 1 decline busy']])).toMatchObject({
			...{answered: 1, declined: 1, lost: 0, first: {why: 'busy', answerSeconds: 10}},
		});
	});
});

test('a decision is told with the fact that it waited for, and with none where none was missing', () => {
	const {relays} = told([]);
	const finding = {at: 600, other: '“post the name is gone” at 23:50', whole: false};
	expect(turnedOn(finding, relays)?.id).toBe('name-empty');
	expect(turnedOn({...finding, other: '“page ec2” at 23:50'}, relays)).toBeNull();
	expect(turnedOn({...finding, whole: true}, relays)).toBeNull();
	expect(turnedOn(finding, told(SAID).relays)?.id).not.toBe('name-empty');
});

describe('every face', () => {
	const debrief = aDebrief();

	test('tells a team its facts before what was measured', () => {
		const team = told(SAID);
		for (const text of [
			debriefText(debrief, team),
			debriefPage(debrief, {frames: [], link: null, team}),
		]) {
			const places = ['three facts', 'every fact, from seen to acted on', 'what came in'].map(
				words => text.toLowerCase().indexOf(words),
			);
			expect(places).toEqual(places.toSorted((a, b) => a - b));
			expect(places).not.toContain(-1);
		}
	});

	test('shows of two people nothing by seat', () => {
		const team = told([], {players: 2});
		expect(team.persons).toBe(2);
		const text = debriefText(debrief, team);
		expect(text).not.toContain('WHAT CAME IN');
		expect(text).not.toContain('WHO ASKED WHOM');
	});

	test('is at most 78 columns wide, and holds what strangers chose', () => {
		const hostile = '<script>alert(1)</script>';
		const team = told([...SAID, [400, 'dns', `note ${hostile}`]]);
		const shown = {...team, notes: [{at: 300, tag: 'ask', text: hostile}]};
		const lines = debriefText(debrief, shown).split('\n');
		expect(Math.max(...lines.map(({length}) => length))).toBeLessThanOrEqual(78);
		const page = debriefPage(debrief, {frames: [], link: null, team: shown});
		expect(page).not.toContain(hostile);
		expect(page).toContain('&lt;script&gt;');
	});
});
