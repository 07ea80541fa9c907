import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	copyOf,
	createAgenda,
	fill,
	hash,
	luck,
	switchesOn,
	tick,
	toPlain,
	valuesOf,
	type Beat,
	type Conditions,
	type Fact,
	type Switch,
	type Tick,
} from '../kernel/index.ts';
import {
	CONTACT_PARAMETERS,
	createContact,
	stepContact,
	type Contact,
	type ContactInputs,
} from './index.ts';
import type {ContactParameters} from './contact.parameters.ts';

type Run = {
	readonly contact: Contact;
	readonly beat: Beat & {now: Tick};
	readonly conditions: Conditions<ContactParameters>;
	readonly facts: Fact[];
};

function aRun(switches: readonly Switch[] = []): Run {
	const conditions = {parameters: valuesOf(CONTACT_PARAMETERS), switches: switchesOn(switches)};
	const facts: Fact[] = [];
	const beat = {
		now: tick(0),
		agenda: createAgenda(),
		luck: luck('seed'),
		say: (fact: Fact) => {
			facts.push(fact);
		},
	};
	return {contact: createContact(conditions, beat), beat, conditions, facts};
}

const WELL: ContactInputs = {storeErrors: 0, balancerErrors: 0, functionErrors: 0};

/** Lets seconds pass under the same inputs, or under those of each second. */
function pass(
	{contact, beat, conditions}: Run,
	seconds: number,
	inputs: Partial<ContactInputs> | ((now: number) => ContactInputs) = {},
): void {
	for (let second = 0; second < seconds; second++) {
		beat.now = tick(beat.now + 1);
		const now = typeof inputs === 'function' ? inputs(beat.now) : {...WELL, ...inputs};
		stepContact(contact, now, conditions, beat);
	}
}

/** The tick of a time of that night (PDT). */
function at(hours: number, minutes: number): number {
	const seconds = (hours * 60 + minutes) * 60;
	return hours >= 23 ? seconds - 84_000 : seconds + 2_400;
}

/** Straight lines between points of (tick, value). */
function line(now: number, ...points: readonly (readonly [number, number])[]): number {
	const next = points.findIndex(([when]) => now <= when);
	if (next === 0) return points[0]![1];
	if (next === -1) return points.at(-1)![1];
	const [before, from] = points[next - 1]!;
	const [after, to] = points[next]!;
	return from + ((to - from) * (now - before)) / (after - before);
}

/** What Connect met that night, from the store, from the balancers, and from Lambda. */
function thatNight(now: number): ContactInputs {
	const lost = line(now, [1692, 0], [1992, 0.4], [2592, 0.8], [at(0, 40), 1]);
	return {
		storeErrors: now < at(2, 25) ? lost : line(now, [at(2, 25), 1], [at(2, 40), 0]),
		balancerErrors: line(now, [at(6, 50), 0], [at(7, 15), 0.08], [at(9, 35), 0.09], [at(9, 38), 0]),
		functionErrors:
			now < at(4, 40)
				? line(now, [1692, 0], [at(0, 10), 0.8], [at(2, 25), 0.83], [at(2, 40), 0.15])
				: line(now, [at(7, 4), 0], [at(7, 30), 0.27], [at(10, 20), 0.25], [at(11, 27), 0]),
	};
}

test('the night of Connect has its two waves', () => {
	const run = aRun();
	const calls: number[] = [];
	const chats: number[] = [];
	pass(run, at(14, 20), now => {
		calls[now - 1] = run.contact.output.callErrors;
		chats[now - 1] = run.contact.output.chatErrors;
		return thatNight(now);
	});
	expect(calls[at(0, 20)]).toBeGreaterThan(0.5);
	expect(calls[at(2, 48)]).toBeLessThan(0.02);
	expect(chats[at(4, 30)]).toBeGreaterThan(0.05);
	expect(chats[at(5, 0)]).toBeLessThan(0.02);
	expect(calls[at(6, 45)]).toBeLessThan(0.01);
	expect(calls[at(7, 10)]).toBeGreaterThan(0.04);
	expect(calls[at(12, 0)]).toBeGreaterThan(0.05);
	expect(calls[at(13, 20)]).toBeLessThan(0.04);
	expect(calls[at(14, 15)]).toBeLessThan(0.02);
});

test('agents cut off by balancers come back only once Lambda is well', () => {
	const run = aRun();
	pass(run, 9000, {balancerErrors: 0.1});
	const out = run.contact.agentsOutShare;
	expect(out).toBeGreaterThan(0.1);
	pass(run, 3600, {functionErrors: 0.3});
	expect(run.contact.agentsOutShare).toBe(out);
	pass(run, 10_800);
	expect(run.contact.agentsOutShare).toBeLessThan(out / 10);
});

test('the loss of the store cuts off no agent', () => {
	const run = aRun();
	pass(run, 9000, {storeErrors: 1, functionErrors: 0.8});
	expect(run.contact.agentsOutShare).toBe(0);
	expect(run.facts.map(({kind}) => kind)).toEqual(['contacts-failing']);
});

test('shares stay shares, whatever the inputs', () => {
	const share = fc.double({min: 0, max: 1, noNaN: true});
	fc.assert(
		fc.property(fc.array(fc.tuple(share, share, share), {maxLength: 20}), all => {
			const run = aRun();
			for (const [storeErrors, balancerErrors, functionErrors] of all) {
				pass(run, 300, {storeErrors, balancerErrors, functionErrors});
				for (const value of Object.values(run.contact.output)) {
					expect(value).toBeGreaterThanOrEqual(0);
					expect(value).toBeLessThanOrEqual(1);
				}
			}
		}),
		{numRuns: 30},
	);
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	const hurt: ContactInputs = {storeErrors: 0.7, balancerErrors: 0.1, functionErrors: 0.4};
	pass(run, 1000, hurt);
	const again = aRun();
	fill(again.contact, JSON.parse(JSON.stringify(toPlain(run.contact))));
	fill(again.beat.agenda, copyOf(run.beat.agenda));
	again.beat.now = run.beat.now;
	expect(hash(again.contact)).toBe(hash(run.contact));
	for (const each of [run, again]) pass(each, 1000);
	expect(hash(again.contact)).toBe(hash(run.contact));
});
