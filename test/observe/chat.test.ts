import {describe, expect, test} from 'vitest';
import type {ChatLine} from '../../src/observe/index.ts';
import type {World} from '../../src/sim/index.ts';
import {aNight, give, pass, seen, stare, type Night} from './a-night.ts';

const MINUTES = 60;

/** What customers feel, set by hand: the rest of the Region goes its own way. */
function fail({world}: Night, share: number): void {
	world.dependents.output.errors.fill(share);
}

function linesAfter(spoil: (world: World) => void): readonly ChatLine[] {
	const night = aNight();
	pass(night, 60);
	fail(night, 0.6);
	spoil(night.world);
	stare(night, 90 * MINUTES);
	return seen(night).chat;
}

describe('people in the chat', () => {
	test('say nothing for a healthy hour', () => {
		const night = aNight();
		pass(night, 60 * MINUTES);
		expect(seen(night).chat).toEqual([]);
	});

	test('press for a first word, and no longer once there is one', () => {
		const night = aNight();
		pass(night, 60);
		fail(night, 0.6);
		stare(night, 9 * MINUTES);
		expect(seen(night).chat.map(({role}) => role)).toContain('account-manager');
		give(night, 'update', {
			scope: 'dynamodb',
			impact: 'errors',
			action: 'investigating',
			minutes: 60,
		});
		pass(night, 100);
		fail(night, 0.6);
		const before = seen(night).chat.length;
		stare(night, 12 * MINUTES);
		const later = seen(night).chat.slice(before);
		expect(
			later.filter(({text}) => /dashboard is green|nothing on the dashboard/.test(text)),
		).toEqual([]);
	});

	test('remind of a promise that falls due, and of one that was missed', () => {
		const night = aNight();
		pass(night, 60);
		give(night, 'update', {
			scope: 'dynamodb',
			impact: 'errors',
			action: 'investigating',
			minutes: 10,
		});
		pass(night, 100);
		fail(night, 0.6);
		stare(night, 7 * MINUTES);
		expect(seen(night).chat.map(({role}) => role)).toContain('status-desk');
		pass(night, 5 * MINUTES);
		fail(night, 0.6);
		stare(night, 14 * MINUTES);
		const texts = seen(night)
			.chat.map(({text}) => text)
			.join(' ');
		expect(texts).toMatch(/You promised an update for \d\d:\d\d, and it is/u);
	});

	test('ask sooner and more often the more they press', () => {
		const [first, often] = [0, 3].map(pressure => {
			const night = aNight({pressure});
			pass(night, 60);
			fail(night, 0.6);
			stare(night, 30 * MINUTES);
			const {chat} = seen(night);
			return [chat[0]?.at ?? Infinity, chat.length] as const;
		});
		expect(often![0]).toBeLessThan(first![0]);
		expect(often![1]).toBeGreaterThan(1.5 * first![1]);
	});

	test('never answer each other in a heap, and are forgotten after two hundred lines', () => {
		const lines = linesAfter(() => undefined);
		const gaps = lines.slice(1).map(({at}, index) => at - lines[index]!.at);
		expect(lines.length).toBeGreaterThan(10);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2 * MINUTES);
		const night = aNight();
		pass(night, 60);
		fail(night, 0.6);
		stare(night, 30 * 60 * MINUTES);
		expect(seen(night).chat.length).toBeLessThanOrEqual(200);
	});

	const hidden: readonly (readonly [string, (world: World) => void])[] = [
		['the DNS records', world => world.dns.output.answers.fill(0)],
		['the Enactors', world => (world.dns.output.regressions = 99)],
		['the resolvers', world => (world.resolvers.output.customersEmpty = 1)],
		['the leases', world => (world.dwfm.output.leasedShare = 0)],
		['the queues', world => (world.dwfm.output.goodputPerSecond = 0)],
		['the network backlog', world => (world.network.output.backlog = 1e6)],
		['the health checks', world => (world.nlb.output.checkDelaySeconds = 900)],
		['the tools', world => (world.identity.output.operator = 'failing')],
	];

	test.each(hidden)('know nothing of %s', (_, spoil) => {
		expect(linesAfter(spoil)).toEqual(linesAfter(() => undefined));
	});
});
