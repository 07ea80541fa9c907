import {expect, test} from 'vitest';
import {wordsOf} from '../sim/index.ts';
import {parseOrder, unitAsked} from './command.ts';

test.each([
	['throttle launches 5%', 'throttle launches 5 percent'],
	['throttle launches 5 %', 'throttle launches 5 percent'],
	['throttle launches 4/s', 'throttle launches 4/s'],
	['throttle launches 4 rps', 'throttle launches 4/s'],
	['throttle launches 4', 'throttle launches 4/s'],
	['throttle terminations 60/s', 'throttle terminations 60/s'],
	['throttle async 50%', 'throttle async 50'],
	['gate dwfm 4/s', 'gate dwfm 4'],
	['gate dwfm 2.5 /s', 'gate dwfm 2.5'],
	['timeout dwfm 30s', 'timeout dwfm 30'],
	['restart dwfm batch 5 every 60s', 'restart dwfm batch 5 every 60'],
	['declare sev1', 'declare sev-1'],
	['sev1', 'declare sev-1'],
	['sev 2', 'declare sev-2'],
	['declare SEV 2', 'declare sev-2'],
	['declare Sev_1', 'declare sev-1'],
	['dig dynamodb.us-east-1.amazonaws.com.', 'dig regional'],
	['dig +short dynamodb.us-east-1.amazonaws.com', 'dig regional'],
	['dig dynamodb.us-east-1.amazonaws.com. +noall +answer', 'dig regional'],
	['dig -t AAAA regional', 'dig regional AAAA'],
	['dig A regional', 'dig regional A'],
	['nslookup dynamodb.us-east-1.amazonaws.com', 'dig regional'],
	['failover off', 'pause nlb-failover'],
	['repoint regional to plan 138', 'repoint regional 138'],
	['repoint regional to rollback', 'repoint regional rollback'],
	['pause failover', 'pause nlb-failover'],
	['nlb-failover on', 'resume nlb-failover'],
	['dns-automation off', 'pause dns-automation'],
	['page containers', 'page ec2'],
	['page EKS', 'page ec2'],
	['page signIn', 'page identity'],
	['page border', 'page network'],
	['page nlb', 'page nlb'],
])('%s is %s', (typed, order) => {
	const parsed = parseOrder(typed);
	expect(parsed.ok && wordsOf(parsed.order)).toBe(order);
});

test.each([
	'throttle launches 5m',
	'gate dwfm 4%',
	'timeout dwfm 30%',
	'declare sev9',
	'nslookup',
	'dig +short',
	'dig @10.0.0.2 regional',
	'planner off please',
	'page cloudwatch',
	'5%',
])('%s is no order', typed => {
	expect(parseOrder(typed).ok).toBe(false);
});

test('what is written out keeps its letters and its spaces', () => {
	const parsed = parseOrder('note At 5% SEV1, failover  OFF');
	expect(parsed.ok && wordsOf(parsed.order)).toBe('note At 5% SEV1, failover  OFF');
});

test.each([
	['throttle launches 5', '5 of what: `throttle launches 5/s` or `throttle launches 5 percent`?'],
	[
		'throttle terminations 0.5',
		'0.5 of what: `throttle terminations 0.5/s` or `throttle terminations 0.5 percent`?',
	],
])('%s is asked about where it is given by hand', (typed, message) => {
	expect(unitAsked(typed)?.message).toBe(message);
});

test.each([
	'throttle launches 5/s',
	'throttle launches 5 percent',
	'throttle async 5',
	'gate dwfm 4',
	'pin regional 3',
	'nonsense 5',
])('%s is not', typed => {
	expect(unitAsked(typed)).toBeNull();
});
