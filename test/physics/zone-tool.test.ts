import {expect, test} from 'vitest';
import {LEVEL, live, ordersIn, timeOf} from '../verdicts/october.ts';

/** When the regional name has addresses again after it lost them, under orders of one night. */
function returnedAt(text: string): number {
	const orders = ordersIn(`23:21:00 page dynamodb\n23:50:00 break glass access\n${text}`);
	let [lost, found] = [0, 0];
	live({seed: LEVEL.seed, sample: 0, orders, until: '02:00:00'}, ({now, dns}) => {
		const answers = dns.output.answers[0]!;
		if (answers === 0) lost = now;
		else if (lost > 0 && found === 0) found = now;
	});
	return found;
}

test('the zone is edited twice as fast once the zone tool sees its state again', () => {
	const blind = returnedAt('23:58:00 pause dns-automation\n00:00:00 repoint all rollback');
	expect(blind).toBe(timeOf('01:20:00'));
	const override = '23:50:00 override regional prod on';
	const seeing = returnedAt(
		`${override}\n23:58:00 pause dns-automation\n00:12:00 repoint all rollback`,
	);
	expect(seeing).toBe(timeOf('00:52:00'));
});

test('an edit that was begun without the tool goes on faster from the second in which it is back', () => {
	const override = '23:58:00 override regional prod on';
	const both = returnedAt(
		`${override}\n23:58:10 pause dns-automation\n00:00:00 repoint all rollback`,
	);
	// A quarter of an hour at half the pace, and then the rest of forty minutes.
	expect(both).toBeGreaterThan(timeOf('00:46:00'));
	expect(both).toBeLessThan(timeOf('00:51:00'));
});
