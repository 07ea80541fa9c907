import {describe, expect, test} from 'vitest';
import {STATUS_DESK} from '../../src/observe/index.ts';
import {aNight, EMPTIED_AT, give, pass, seen, stare, type Night} from './a-night.ts';

const MINUTES = 60;

/** Lets every service fail by the given share, or be well. */
function fail({world}: Night, share: number): void {
	world.dependents.output.errors.fill(share);
	world.dynamodb.output.customerErrors = share;
}

describe('the Health Dashboard', () => {
	test('opens some twenty minutes after the first errors, with a post and a service or two', () => {
		const night = aNight({emptied: true});
		pass(night, EMPTIED_AT + 15 * MINUTES);
		expect(seen(night).dashboard).toMatchObject({impacted: 0, posts: []});
		pass(night, 12 * MINUTES);
		const {dashboard} = seen(night);
		expect(dashboard.impacted).toBeGreaterThanOrEqual(1);
		expect(dashboard.impacted).toBeLessThanOrEqual(6);
		expect(dashboard.posts).toMatchObject([{by: STATUS_DESK}]);
	});

	test('lists so many an hour, the worst first, and never fewer than before', () => {
		const night = aNight();
		const {errors} = night.world.dependents.output;
		pass(night, 60);
		fail(night, 0.1);
		errors[7] = 0.9;
		stare(night, 25 * MINUTES);
		const first = seen(night).dashboard;
		expect(first.services[7]?.state).toBe('impacted');
		let listed = first.impacted;
		for (let hour = 0; hour < 12; hour++) {
			if (hour === 5) fail(night, 0);
			stare(night, 60 * MINUTES);
			const {impacted, resolved, services} = seen(night).dashboard;
			expect(impacted + resolved).toBeGreaterThanOrEqual(listed);
			expect(impacted + resolved - listed).toBeLessThan(60);
			expect(services.filter(({state}) => state === 'impacted')).toHaveLength(impacted);
			expect(services.filter(({state}) => state === 'resolved')).toHaveLength(resolved);
			listed = impacted + resolved;
		}
	});

	test('takes a service off only after it has been well for long, and puts it back when it fails', () => {
		const night = aNight();
		pass(night, 60);
		night.world.dependents.output.errors[3] = 0.8;
		stare(night, 40 * MINUTES);
		const stateOf = () => seen(night).dashboard.services[3]?.state;
		expect(stateOf()).toBe('impacted');
		night.world.dependents.output.errors[3] = 0;
		stare(night, 30 * MINUTES);
		expect(stateOf()).toBe('impacted');
		stare(night, 90 * MINUTES);
		expect(stateOf()).toBe('resolved');
		expect(seen(night).dashboard).toMatchObject({impacted: 0, resolved: 1});
		night.world.dependents.output.errors[3] = 0.8;
		stare(night, 30 * MINUTES);
		expect(stateOf()).toBe('impacted');
		expect(seen(night).dashboard).toMatchObject({impacted: 1, resolved: 0});
	});

	test('closes the event once, when everything listed has been resolved', () => {
		const night = aNight();
		pass(night, 60);
		night.world.dependents.output.errors.fill(0.5, 0, 3);
		stare(night, 60 * MINUTES);
		night.world.dependents.output.errors.fill(0);
		stare(night, 300 * MINUTES);
		const posts = seen(night).dashboard.posts.filter(({text}) =>
			text.includes('normal operations'),
		);
		expect(posts).toHaveLength(1);
		expect(seen(night).dashboard.posts.at(-1)).toEqual(posts[0]);
	});

	test('shows own posts by name among the automatic ones, which then wait', () => {
		const night = aNight({emptied: true});
		pass(night, EMPTIED_AT + 30 * MINUTES);
		for (let update = 0; update < 6; update++) {
			give(night, 'post', {text: `Update ${String(update)}`});
			pass(night, 10 * MINUTES);
		}
		const {posts} = seen(night).dashboard;
		expect(posts.filter(({by}) => by === 'ana')).toHaveLength(6);
		expect(posts.filter(({by}) => by === STATUS_DESK)).toHaveLength(1);
		expect(posts.map(({at}) => at)).toEqual(posts.map(({at}) => at).toSorted((a, b) => a - b));
	});
});
