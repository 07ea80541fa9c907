import {describe, expect, test} from 'vitest';
import {
	ADVISED,
	createLevers,
	leverOf,
	applyOrder,
	validateOrder,
	createAgenda,
	randomStreams,
	switchesOn,
	takeDue,
	tick,
	valuesOf,
	type StepContext,
	type Fact,
	type Order,
	type Tick,
} from '../kernel/index.ts';
import {
	INCIDENT_CALL_ORDERS,
	INCIDENT_CALL_PARAMETERS,
	createIncidentCall,
	deliverIncidentCall,
	isPresent,
	stepIncidentCall,
	type IncidentCall,
	type IncidentCallInputs,
} from './index.ts';

const CONDITIONS = {parameters: valuesOf(INCIDENT_CALL_PARAMETERS), switches: switchesOn([])};
const WELL: IncidentCallInputs = {customerErrors: 0, packetLossShare: 0};

type Evening = {
	readonly call: IncidentCall;
	readonly ctx: StepContext & {now: Tick};
	readonly facts: Fact[];
};

function anEvening(seed = 'seed'): Evening {
	const facts: Fact[] = [];
	const ctx = {
		now: tick(0),
		agenda: createAgenda(),
		streams: randomStreams(seed),
		levers: createLevers(),
		say: (fact: Fact) => {
			facts.push(fact);
		},
	};
	return {call: createIncidentCall(CONDITIONS, ctx), ctx, facts};
}

function pass(evening: Evening, seconds: number, inputs: IncidentCallInputs = WELL): void {
	const {call, ctx} = evening;
	for (let second = 0; second < seconds; second++) {
		ctx.now = tick(ctx.now + 1);
		for (let due = takeDue(ctx.agenda, ctx.now); due; due = takeDue(ctx.agenda, ctx.now)) {
			deliverIncidentCall(call, due.to, due.event, CONDITIONS, ctx);
		}
		stepIncidentCall(call, inputs, CONDITIONS, ctx);
	}
}

function give({call, ctx}: Evening, id: string, args: Order['args']) {
	const order = {id, args};
	const verdict = validateOrder(INCIDENT_CALL_ORDERS, call, order, CONDITIONS, ctx);
	return verdict.ok
		? applyOrder(INCIDENT_CALL_ORDERS, call, order, 'ana', CONDITIONS, ctx)
		: verdict;
}

describe('teams', () => {
	test('join 8 to 23 minutes after the page, whatever the luck', () => {
		for (let seed = 0; seed < 50; seed++) {
			const evening = anEvening(String(seed));
			give(evening, 'page', {team: 'dynamodb'});
			pass(evening, 479);
			expect(isPresent(evening.call, 'dynamodb')).toBe(false);
			pass(evening, 1380 - 479);
			expect(isPresent(evening.call, 'dynamodb')).toBe(true);
		}
	});

	test('are refused a second page, and can be let go and paged again', () => {
		const evening = anEvening();
		expect(give(evening, 'page', {team: 'ec2'}).ok).toBe(true);
		expect(give(evening, 'page', {team: 'ec2'})).toMatchObject({ok: false, code: 'already-paged'});
		pass(evening, 1400);
		expect(give(evening, 'page', {team: 'ec2'})).toMatchObject({code: 'already-present'});
		expect(give(evening, 'release', {team: 'ec2'}).ok).toBe(true);
		expect(isPresent(evening.call, 'ec2')).toBe(false);
		expect(give(evening, 'release', {team: 'ec2'})).toMatchObject({code: 'not-present'});
		expect(give(evening, 'page', {team: 'ec2'}).ok).toBe(true);
	});
});

describe('an escalation', () => {
	test('is refused until a page has stood for ten minutes, and brings the second in four to ten', () => {
		for (let seed = 0; seed < 50; seed++) {
			const evening = anEvening(String(seed));
			expect(give(evening, 'escalate', {team: 'ec2'})).toMatchObject({code: 'not-paged'});
			give(evening, 'page', {team: 'ec2'});
			pass(evening, 420);
			expect(give(evening, 'escalate', {team: 'ec2'})).toMatchObject({
				code: 'too-early',
				reason: 'ec2 was paged just now; give them 3 minutes more.',
			});
			pass(evening, 180);
			const presentBefore = isPresent(evening.call, 'ec2');
			const verdict = give(evening, 'escalate', {team: 'ec2'});
			expect(verdict).toMatchObject(presentBefore ? {code: 'already-present'} : {ok: true});
			pass(evening, 600);
			expect(isPresent(evening.call, 'ec2')).toBe(true);
			expect(evening.ctx.agenda.heap).toEqual([]);
		}
	});

	test('goes to one second only, and nobody who was expected comes to a later page', () => {
		const evening = anEvening('slow');
		give(evening, 'page', {team: 'nlb'});
		pass(evening, 600);
		if (isPresent(evening.call, 'nlb')) throw new Error('choose a seed with a slow team');
		give(evening, 'escalate', {team: 'nlb'});
		expect(evening.call.output.teams.find(({team}) => team === 'nlb')?.escalated).toBe(true);
		expect(give(evening, 'escalate', {team: 'nlb'})).toMatchObject({code: 'already-escalated'});
		pass(evening, 601);
		give(evening, 'release', {team: 'nlb'});
		give(evening, 'page', {team: 'nlb'});
		pass(evening, 479);
		expect(isPresent(evening.call, 'nlb')).toBe(false);
	});
});

describe('a status update', () => {
	const form = {scope: 'dynamodb', impact: 'errors', action: 'investigating', minutes: 30};

	test('is a sentence on the dashboard, a record, and a promise', () => {
		const evening = anEvening();
		pass(evening, 100);
		expect(give(evening, 'update', form).ok).toBe(true);
		const {posts, updates, promisedAt} = evening.call.output;
		expect(posts.map(({text}) => text)).toEqual([
			'Requests to DynamoDB in us-east-1 fail at a raised rate. We are looking for the cause. Next update within 30 minutes.',
		]);
		expect(updates).toEqual([
			{
				at: 100,
				by: 'ana',
				scope: 'dynamodb',
				impact: 'errors',
				action: 'investigating',
				nextAt: 1900,
			},
		]);
		expect(promisedAt).toBe(1900);
	});

	test.each([
		['an impact on nothing', {...form, scope: 'none'}],
		['something resolved that still fails', {...form, action: 'resolved'}],
	])('that says %s is refused', (_, args) => {
		const evening = anEvening();
		expect(give(evening, 'update', args)).toMatchObject({ok: false, code: 'contradiction'});
		expect(evening.call.output.posts).toEqual([]);
	});
});

describe('automatic detection', () => {
	const cases = [
		['errors that last', {customerErrors: 0.2, packetLossShare: 0}, 120],
		['loss that lasts', {customerErrors: 0, packetLossShare: 0.1}, 240],
	] as const;

	test.each(cases)('pages the network for %s, and nobody else', (_what, inputs, seconds) => {
		const evening = anEvening();
		pass(evening, seconds - 1, inputs);
		expect(evening.call.output.teams.every(({state}) => state === 'asleep')).toBe(true);
		pass(evening, 1, inputs);
		const paged = evening.call.output.teams.filter(({state}) => state === 'paged');
		expect(paged.map(({team}) => team)).toEqual(['network']);
	});

	test('sleeps through a healthy night and a short spike', () => {
		const evening = anEvening();
		pass(evening, 7200);
		pass(evening, 100, {customerErrors: 0.5, packetLossShare: 0.1});
		pass(evening, 600);
		expect(evening.facts).toEqual([]);
	});
});

describe('words in public', () => {
	test('a post keeps a promise, and a promise without a post is broken once', () => {
		const evening = anEvening();
		give(evening, 'promise', {minutes: 30});
		expect(evening.call.output.promisedAt).toBe(1800);
		pass(evening, 1000);
		give(evening, 'post', {text: 'We are on it.'});
		expect(evening.call.output.posts).toEqual([{at: 1000, by: 'ana', text: 'We are on it.'}]);
		pass(evening, 2000);
		expect(evening.call.output.promisesBroken).toBe(0);
		give(evening, 'promise', {minutes: 5});
		pass(evening, 3600);
		expect(evening.call.output.promisesBroken).toBe(1);
		expect(evening.call.output.promisedAt).toBe(null);
	});

	test('a post redeems what was promised before it was given, and leaves what was promised since', () => {
		const evening = anEvening();
		const {call, ctx} = evening;
		const post = {id: 'post', args: {text: 'We are on it.'}};
		const posted = (givenAt: Tick) =>
			applyOrder(INCIDENT_CALL_ORDERS, call, post, 'ana', CONDITIONS, ctx, givenAt);
		const givenAt = ctx.now;
		pass(evening, 10);
		give(evening, 'promise', {minutes: 30});
		pass(evening, 120);
		posted(givenAt);
		expect(call.output.promisedAt).toBe(10 + 1800);
		posted(ctx.now);
		expect(call.output.promisedAt).toBe(null);
	});

	test('advice is public, and naming a zone takes back naming none', () => {
		const evening = anEvening();
		give(evening, 'advise', {advice: 'no-zone', setting: 'on'});
		expect(evening.call.output.advice).toMatchObject({noZone: true, pinZone: false});
		give(evening, 'advise', {advice: 'pin-zone', setting: 'on'});
		expect(evening.call.output.advice).toMatchObject({noZone: false, pinZone: true});
		expect(evening.call.output.posts).toHaveLength(2);
		expect(give(evening, 'advise', {advice: 'retry', setting: 'off'})).toMatchObject({
			code: 'no-change',
		});
	});

	test('advice that takes a change of their own is followed in ten minutes, and is public', () => {
		const evening = anEvening();
		expect(give(evening, 'advise', {advice: 'regional-sts', setting: 'off'})).toMatchObject({
			code: 'no-change',
		});
		give(evening, 'advise', {advice: 'regional-sts', setting: 'on'});
		pass(evening, 300);
		expect(leverOf(evening.ctx, ADVISED.regionalSts)).toBeCloseTo(0.5, 2);
		expect(evening.call.output.posts).toHaveLength(1);
		give(evening, 'advise', {advice: 'regional-sts', setting: 'off'});
		pass(evening, 600);
		expect(leverOf(evening.ctx, ADVISED.regionalSts)).toBe(0);
	});

	test('severity is declared once for each change', () => {
		const evening = anEvening();
		expect(give(evening, 'declare', {severity: 'sev-2'}).ok).toBe(true);
		expect(give(evening, 'declare', {severity: 'sev-2'})).toMatchObject({code: 'no-change'});
		expect(evening.call.output.severity).toBe('sev-2');
	});
});

describe('alerts', () => {
	test('a shelf empties itself after an hour', () => {
		const evening = anEvening();
		give(evening, 'shelve', {alert: 'services'});
		pass(evening, 3599);
		expect(evening.call.output.shelved).toHaveLength(1);
		pass(evening, 1);
		expect(evening.call.output.shelved).toEqual([]);
	});

	test('a shelved alert can be brought back by hand, and only then', () => {
		const evening = anEvening();
		expect(give(evening, 'unshelve', {alert: 'nlb'})).toMatchObject({code: 'not-shelved'});
		give(evening, 'shelve', {alert: 'nlb'});
		expect(give(evening, 'unshelve', {alert: 'nlb'}).ok).toBe(true);
		expect(evening.call.output.shelved).toEqual([]);
	});
});

test('nothing that people say makes the state grow for ever', () => {
	const evening = anEvening();
	for (let n = 0; n < 1000; n++) {
		for (const id of ['post', 'note'] as const) give(evening, id, {text: String(n)});
		give(evening, 'update', {scope: 'none', impact: 'none', action: 'monitoring', minutes: 5});
		for (const id of ['ack', 'shelve'] as const) give(evening, id, {alert: String(n)});
	}
	const {posts, updates, notes, acknowledged, shelved} = evening.call.output;
	expect([posts, updates, notes, acknowledged, shelved].map(({length}) => length)).toEqual([
		200, 200, 200, 400, 400,
	]);
});
