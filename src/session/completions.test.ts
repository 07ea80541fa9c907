import {expect, test} from 'vitest';
import {levelOf, PLAIN} from '../../test/support/small-level.builder.ts';
import {open} from './session.ts';

test('the number of the newest plan is offered where a plan is asked for, as late as it is shown', () => {
	const session = open(levelOf(PLAIN), {game: '0.2.0', node: 20, observed: true});
	expect(session.complete('repoint regional ')).toEqual(['rollback']);
	session.advance(300);
	const newest = String(session.observation.metrics['dns.newestPlan']?.value);
	expect(newest).toMatch(/^\d+$/);
	expect(session.complete('repoint regional ')).toEqual(['rollback', newest]);
	expect(session.complete(`repoint regional ${newest.slice(0, 1)}`)).toEqual([newest]);
	expect(session.complete('repoint regional x')).toEqual([]);
	expect(session.complete('restart dwfm ')).not.toContain(newest);
});
