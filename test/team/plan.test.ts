import {describe, expect, test} from 'vitest';
import {divisionOf} from '../../src/host/index.ts';
import {parsePlan} from '../../src/level/file/index.ts';
import {open, parseJournal, planFor, replay, VOCABULARY} from '../../src/session/index.ts';
import {openTable} from '../../src/team/index.ts';
import {nightWithoutName} from '../support/level.builder.ts';
import {standardRoles} from '../support/standard-roles.ts';

const VERSIONS = {game: 'test', node: 20};
const LEVEL = nightWithoutName(
	'00:10',
	`injects:
  - {id: dark, what: Dark., dark: dns, minutes: 2}
  - {id: loss, what: Loss., fault: {to: border, type: packet-loss, share: 0.2, seconds: 60}}
  - {id: robot, what: Robot., order: pause planner}`,
);

function planned(rows: string) {
	const parsed = parsePlan(`format: 1\nlevel: short\ninjects:\n${rows}`, LEVEL, VOCABULARY);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.plan;
}

/** A table at which a plan is served, a quarter of a minute a step. */
function served(rows: string) {
	const plan = planned(rows);
	const lines: string[] = [];
	const roles = standardRoles();
	const room = planFor(2, roles, 'thick');
	const session = open(LEVEL, {...VERSIONS, room, onLine: line => lines.push(`${line}\n`)});
	const holds = session.watch(plan.injects.map(({when}) => when));
	const {injects} = plan;
	const table = openTable(session, divisionOf(room, roles, LEVEL), [], LEVEL.injects, {
		injects,
		holds,
	});
	const states = () => table.whole().observation.room?.served?.plan.map(({state}) => state);
	const pass = (seconds: number) => {
		for (let left = seconds; left > 0; left -= 15) table.advance(Math.min(15, left), 0);
	};
	return {session, table, lines, states, pass};
}

describe('a plan of a session', () => {
	test('injects by time and by what is so, each once, in the second in which it is', () => {
		const {table, states, pass, session} = served(`
  - {inject: dark, when: {at: '23:41'}, expects: somebody asks}
  - {inject: loss, when: {metric: dns.answers.regional, below: 1}}
  - {inject: robot, when: {given: declare}}
`);
		expect(states()).toEqual(['waits', 'waits', 'waits']);
		pass(59);
		expect(states()).toEqual(['waits', 'waits', 'waits']);
		pass(121);
		expect(states()).toEqual(['given', 'given', 'waits']);
		expect(table.say('commander', 'declare sev-1', 0)).toBeUndefined();
		pass(60);
		expect(table.room.injected).toEqual([
			{at: 60, name: 'dark', planned: 1},
			{at: 120, name: 'loss', planned: 2},
			{at: 181, name: 'robot', planned: 3},
		]);
		pass(600);
		expect(table.room.injected).toHaveLength(3);
		expect(session.observation.orders.filter(({by}) => by === 'colleague')).toHaveLength(1);
	});

	test('leaves out what was given by hand before its time, once for each time it is planned', () => {
		const {table, states, pass} = served(`
  - {inject: loss, when: {at: '23:42'}}
  - {inject: loss, when: {at: '23:43'}}
`);
		pass(30);
		expect(table.serve({verb: 'inject', name: 'loss'}, 0)).toBeUndefined();
		expect(states()).toEqual(['given', 'waits']);
		pass(300);
		expect(table.room.injected.map(({at, planned: place}) => [at, place])).toEqual([
			[30, 1],
			[180, 2],
		]);
	});

	test('drops what comes too late, and says what never came', () => {
		const {states, pass, table, session} = served(`
  - {inject: loss, when: {given: declare}, notAfter: '23:41'}
  - {inject: dark, when: {given: reroute border}}
`);
		pass(120);
		table.say('commander', 'declare sev-1', 0);
		pass(60);
		expect(states()).toEqual(['dropped', 'waits']);
		pass(3_000);
		expect(session.ended).toBe(true);
		expect(states()).toEqual(['dropped', 'never']);
		expect(table.room.injected).toEqual([]);
	});

	test('comes out the same when its journal is lived without it, and is told to no seat', () => {
		const {pass, lines, session, table} = served(`
  - {inject: loss, when: {metric: dns.answers.regional, below: 1}}
`);
		pass(3_000);
		const parsed = parseJournal(lines.join(''));
		if (!parsed.ok) throw new Error(parsed.problem.message);
		const again = replay({...LEVEL, injects: []}, parsed.journal, VERSIONS);
		if (!again.ok) throw new Error(again.problem.message);
		expect(again.problem).toBeNull();
		expect(again.result).toEqual(session.result());
		for (const seat of ['commander', 'engineer']) {
			expect(table.view(seat).observation.room?.served).toBeNull();
		}
	});

	test.each([
		["- {inject: drak, when: {at: '23:41'}}", 4, 'short has no inject “drak”: expected dark, loss'],
		["- {inject: dark, when: {at: '23:30'}}", 4, 'it comes after the level has ended'],
		['- {inject: dark, when: {metric: dns.nothing, above: 1}}', 4, 'no metric “dns.nothing”'],
		['- {inject: dark, when: {done: fly away}}', 4, 'no command starts with “fly away”'],
		["- {inject: dark, when: {at: '23:41'}, notAfter: '08:00'}", 4, 'it comes after the level'],
		["- {inject: dark, when: {at: '23:41'}, often: 3}", 4, '`often` is not known'],
		['- {inject: dark}', 4, 'when'],
	])('with %s is refused in its line', (row, line, why) => {
		const parsed = parsePlan(`format: 1\nlevel: short\ninjects:\n  ${row}`, LEVEL, VOCABULARY);
		if (parsed.ok) throw new Error('it was taken');
		expect(parsed.problems.map(({message}) => message).join(' ')).toContain(why);
		expect(parsed.problems.map(each => each.line)).toContain(line);
	});

	test('of another level is refused', () => {
		const text = "format: 1\nlevel: other\ninjects: [{inject: dark, when: {at: '23:41'}}]";
		const parsed = parsePlan(text, LEVEL, VOCABULARY);
		if (parsed.ok) throw new Error('it was taken');
		expect(parsed.problems[0]).toMatchObject({line: 2});
	});
});
