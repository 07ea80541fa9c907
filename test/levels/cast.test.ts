import {describe, expect, test} from 'vitest';
import {levelOf} from '../support/level.builder.ts';
import {parseLevel} from '../../src/level/file/index.ts';
import {open, VOCABULARY} from '../../src/session/index.ts';
import {createConsole, present} from '../../src/view/index.ts';

const GOALS = `goals:
  win: {metric: lambda.errors, below: -1}
  why: Well.
  atLimit: lost
`;

/** An hour and a half without the name, as a level about all or some of the Region has it. */
function aNight(more: string) {
	const level = levelOf(`format: 1
id: cast
title: Cast
summary: The name is lost.
start: '23:30'
limit: '01:30'
seed: '6715'
faults:
  - {at: '23:32', to: dns, type: lose-tree, endpoint: regional}
switches: []
parameters: {}
${GOALS}${more}`);
	const lines: string[] = [];
	const session = open(level, {game: 'test', node: 20, onLine: line => lines.push(line)});
	return {session, lines};
}

const LAMBDA = 'cast: [lambda, telemetry]\n';
const whole = aNight('');
const few = aNight(LAMBDA);
for (const {session} of [whole, few]) session.advance(90 * 60);

function lines({session}: typeof few, columns = 120): string {
	const about = {
		session,
		title: '',
		briefing: '',
		by: 'you',
		exam: false,
		graphs: 'ascii',
	} as const;
	const console = createConsole({...about, takeNotice: () => undefined});
	const {rows} = present(console.observation, console.ui, {columns, rows: 36});
	return rows.map(row => row.map(({text}) => text).join('')).join('\n');
}

describe('what a level is not about', () => {
	test('happens all the same', () => {
		expect(few.session.result().hash).toBe(whole.session.result().hash);
	});

	test('is not measured, alarmed, logged or written about', () => {
		const {metrics, alerts, log, chat, teams, automations} = few.session.observation;
		const systems = new Set(Object.keys(metrics).map(id => id.split('.')[0]));
		expect([...systems].sort()).toEqual([
			...['cloudtrail', 'cloudwatch', 'eventbridge', 'lambda', 'sqs'],
		]);
		expect(new Set(alerts.map(({group}) => group))).toEqual(new Set(['lambda', 'monitoring']));
		expect(log.filter(({source}) => !/^(?:lambda|sqs|cloudwatch)/u.test(source))).toEqual([]);
		expect({chat, teams, automations: automations.map(({id}) => id)}).toEqual({
			...{chat: [], teams: [], automations: ['lambda-scale-in']},
		});
		expect(whole.session.observation.chat.length).toBeGreaterThan(0);
	});

	test('has no panel, no row and no place in the header', () => {
		for (const columns of [80, 120, 200]) {
			const drawn = lines(few, columns);
			expect(drawn).not.toMatch(/DWFM|Droplet|NLB|EC2|signed in|on the call|no sev|Identity/u);
			expect(drawn).toMatch(/Lambda/u);
			expect(drawn).toMatch(/CloudWatch/u);
		}
		expect(lines(whole)).toMatch(/DWFM/u);
	});

	test('is offered by no completion, and cannot be ordered', () => {
		const {session} = few;
		expect(session.complete('')).toEqual(expect.arrayContaining(['throttle', 'restore', 'show']));
		expect(session.complete('')).not.toEqual(expect.arrayContaining(['repoint']));
		expect(session.complete('throttle ')).toEqual(['async', 'pollers']);
		expect(session.complete('show ')).toEqual(
			expect.arrayContaining(['lambda', 'automations', 'services']),
		);
		expect(session.complete('show ')).not.toEqual(expect.arrayContaining(['hosts']));
		expect(session.attempt('you', 'restart dwfm all')?.message).toMatch(/is not a command/u);
		expect(session.attempt('you', 'throttle pollers 40')).toBeUndefined();
	});

	test('weighs in no harm and has no milestone', () => {
		const [all, some] = [whole, few].map(({session}) => session.result());
		expect(Object.keys(some!.harm.parts).sort()).toEqual(['cloudwatch', 'lambda', 'sqs']);
		expect(some!.harm.total).toBeCloseTo(
			['cloudwatch', 'lambda', 'sqs'].reduce((sum, id) => sum + (all!.harm.parts[id] ?? 0), 0),
		);
		expect(some!.milestones).toEqual([]);
		expect(all!.milestones.length).toBe(12);
	});
});

test('colleagues may do what the player may not', () => {
	const {session} = aNight(`${LAMBDA}prelude:
  until: '23:31'
  orders: ['23:30:10 page dynamodb', '23:50 pause dns-automation']
`);
	session.advance(40 * 60);
	const {orders} = session.observation;
	expect(orders).toEqual([]);
});

test('a level with a cast says how it is won', () => {
	const text = `format: 1
id: cast
title: Cast
summary: The name is lost.
start: '23:30'
limit: '01:30'
seed: 1
faults: []
switches: []
parameters: {}
`;
	expect(parseLevel(`${text}${LAMBDA}`, VOCABULARY)).toMatchObject({
		ok: false,
		problems: [{message: expect.stringContaining('goals') as string}],
	});
	expect(parseLevel(`${text}${LAMBDA}${GOALS}`, VOCABULARY).ok).toBe(true);
});
