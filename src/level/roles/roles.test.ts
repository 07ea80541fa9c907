import {describe, expect, test} from 'vitest';
import {levelOf, PLAIN, problemsOf} from '../../../test/support/small-level.builder.ts';
import {standardRoles, STANDARD_ROLES_TEXT} from '../../../test/support/standard-roles.ts';
import {VOCABULARY} from '../../session/index.ts';
import {ownersOf, rolesIn, staffingFor} from './index.ts';
import {parseRoles} from '../file/index.ts';

const ROLES = standardRoles();

test.each([
	['pin regional 3', ['names']],
	['pin zone use1-az1', ['checks']],
	['Pause nlb-failover', ['checks']],
	['pause enactor-1', ['names']],
	['throttle async 30', ['lambda']],
	['break glass access', ['lead', 'access']],
	['show zone regional plans', ['names']],
	['note the name is empty', ['everyone', 'record']],
	['make tea', []],
])('%s is an order of %j', (words, owners) => {
	expect(ownersOf(words, ROLES)).toEqual(owners);
});

function problemsWith(was: string, is: string): readonly string[] {
	expect(STANDARD_ROLES_TEXT).toContain(was);
	const text = STANDARD_ROLES_TEXT.replace(was, is);
	const parsed = parseRoles(text, VOCABULARY);
	if (parsed.ok) return [];
	return parsed.problems.map(({line, message, suggestions}) =>
		[text.split('\n')[line - 1]?.trim(), message, ...suggestions].join(' ~ '),
	);
}

describe('a wrong file of roles is told where it is wrong', () => {
	test.each([
		['panels: [overview', 'panels: [overvie', 'no panel is called “overvie” ~ overview'],
		['dynamodb.*]', 'store.*]', 'monitoring delivers no metric “store.*”'],
		['ec2.dwfm-cut,', 'ec3.dwfm-cut,', 'there is no alert “ec3.dwfm-cut”'],
		['ec2.dwfm-goodput]', 'ec2.goodputs]', 'there is no alert “ec2.goodputs”'],
		['[nlb-failover]\n', '[nlb-failovers]\n', 'there is no automation “nlb-failovers”'],
		['- force plan', '- force plans', 'no command starts with “force plans”'],
		['areas: [lead]', 'areas: [leads]', 'there is no area “leads” ~ lead'],
		['ec2: [ec2]\n', 'ec2: [ec3]\n', 'there is no role or area “ec3”'],
		['panels: [launches]', 'panel: [launches]', '`panel` is not known in areas.launches ~ panels'],
		['[hosts, ', '[host, ', 'areas.managers.instruments[0]: expected one of'],
	])('%s as %s', (was, is, message) => {
		const [told = ''] = problemsWith(was, is).filter(problem => problem.includes(message));
		expect(told).toContain(is.trim());
	});
});

test('orders that no area has are a fault of the file', () => {
	const text = STANDARD_ROLES_TEXT.replace('      - force plan\n', '');
	expect(parseRoles(text, VOCABULARY)).toMatchObject({
		ok: false,
		problems: [{message: 'expected an area with the command “force plan”'}],
	});
});

test('so many people have as many seats', () => {
	const text = STANDARD_ROLES_TEXT.replace('  1:\n    solo', '  2:\n    solo').replace(
		'  2:\n    comm',
		'  1:\n    comm',
	);
	const parsed = parseRoles(text, VOCABULARY);
	expect(parsed.ok ? [] : parsed.problems.map(({message}) => message)).toEqual([
		'expected a seat for each of 2, not 1',
		'expected a seat for each of 1, not 2',
	]);
});

test('a seat holds roles, or single areas; more people than there are seats for take the most there are', () => {
	const [commander, engineer] = staffingFor(2, ROLES);
	expect(commander).toMatchObject({id: 'commander', title: 'Commander', cards: []});
	expect(engineer).toMatchObject({id: 'engineer', title: 'engineer'});
	expect(engineer?.areas).toContain('leases');
	const deputy = staffingFor(8, ROLES).find(({id}) => id === 'deputy');
	expect(deputy).toMatchObject({areas: ['record'], reads: ['lead']});
	expect(staffingFor(14, ROLES)).toEqual(staffingFor(12, ROLES));
});

const OWN = `${PLAIN}areas: {shop: {panels: [services], orders: [update]}}
roles: {owner: {title: Owner, areas: [shop], card: You own the shop.}}
staffing: {2: {owner: [owner], rest: [names]}}
`;

describe('a level of its own roles', () => {
	test('has them beside those of any level', () => {
		const own = rolesIn(levelOf(OWN), ROLES, VOCABULARY);
		if (!own.ok) throw new Error(JSON.stringify(own.problems));
		expect(staffingFor(2, own.roles).map(({id}) => id)).toEqual(['owner', 'rest']);
		expect(own.roles.areas['names']).toEqual(ROLES.areas['names']);
		expect(ownersOf('update ec2', own.roles)).toEqual(['public', 'shop']);
		expect(levelOf(OWN).hash).toBe(levelOf(PLAIN).hash);
	});

	test('names what there is', () => {
		expect(problemsOf(OWN.replace('services', 'service'))).toEqual([
			'11:25 no panel is called “service” ~ services',
		]);
		const own = rolesIn(levelOf(OWN.replace('[shop]', '[shops]')), ROLES, VOCABULARY);
		expect(own).toMatchObject({
			ok: false,
			problems: [{path: ['roles', 'owner', 'areas', 0], message: 'there is no area “shops”'}],
		});
	});
});

describe('a key fact', () => {
	test.each([
		['of: leases\n', 'of: lease\n', 'there is no role or area “lease” ~ leases'],
		['needs: [names, lead]', 'needs: [nobody]', 'there is no role or area “nobody”'],
		['told: [dwfm.leasedShare', 'told: [dwfm.leases', 'nothing is told by “dwfm.leases”'],
		['order repoint, order override', 'order repaint, order override', 'nothing is told by'],
		['for: [flush resolvers', 'for: [flush resolver', 'no command starts with “flush resolver”'],
		['{metric: redshift.queued,', '{metric: redshift.queue,', 'there is no metric'],
		['{metric: redshift.queued, above: 50}', "{at: '23:50'}", 'a time is a level’s own'],
	])('%s as %s', (was, is, message) => {
		expect(problemsWith(was, is).join('\n')).toContain(message);
	});
});
