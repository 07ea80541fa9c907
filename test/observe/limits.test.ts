import {expect, test} from 'vitest';
import {hash} from '../../src/sim/index.ts';
import {aNight, give, pass, seen, stare} from './a-night.ts';

test('an observer is plain data, and two that saw the same are equal', () => {
	const hashes = [0, 1].map(() => {
		const night = aNight({emptied: true});
		give(night, 'page', {team: 'ec2'});
		give(night, 'dig', {name: 'regional'});
		pass(night, 1_500);
		const {pipeline, ...rest} = night.observer;
		return hash({...rest, values: pipeline.values, history: pipeline.history});
	});
	expect(hashes[0]).toBe(hashes[1]);
});

test('what is looked at is a copy: it does not change as time passes', () => {
	const night = aNight({emptied: true});
	pass(night, 900);
	const before = seen(night);
	const copy = structuredClone(before);
	pass(night, 600);
	expect(before).toEqual(copy);
});

test('ten hours of babble, orders and flapping stay within their limits', () => {
	const night = aNight();
	pass(night, 60);
	const {world} = night;
	for (let minute = 0; minute < 520; minute++) {
		for (let order = 0; order < 4; order++) give(night, 'note', {text: String(minute)});
		world.dependents.output.errors.fill(minute % 10 < 5 ? 0.5 : 0);
		const fact = {
			source: `host-${String(minute)}`,
			level: 'warn',
			kind: 'said',
			text: 'x',
		} as const;
		stare(night, 56, [fact]);
	}
	const {log, alerts, orders, dashboard, answers} = seen(night);
	expect(log.length).toBeLessThanOrEqual(500);
	expect(alerts.length).toBeLessThanOrEqual(400);
	expect(orders.length).toBeLessThanOrEqual(2_000);
	expect(dashboard.posts.length).toBeLessThanOrEqual(400);
	expect(answers.length).toBeLessThanOrEqual(8);
	expect(JSON.stringify(night.observer.alerts).length).toBeLessThan(200_000);
	expect(night.observer.log.waiting.length).toBeLessThanOrEqual(1_000);
});
