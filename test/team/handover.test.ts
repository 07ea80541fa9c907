import {describe, expect, test} from 'vitest';
import {clockOf} from '../../src/level/index.ts';
import {SYSTEMS, type Claim} from '../../src/observe/index.ts';
import {gradeHandover, truthAt, type HandoverGrade, type Truth} from '../../src/session/index.ts';
import {unsteadyIn} from '../../src/session/handover/index.ts';
import {OCTOBER_20, recordedDay} from './recorded-day.ts';

const JOURNAL = recordedDay();
const clock = clockOf(OCTOBER_20, JOURNAL.begin.seed);

function truthOf(time: string, tried: readonly string[]): Truth {
	return truthAt(OCTOBER_20, JOURNAL, clock.tickOf(time) ?? 0, tried);
}

/** Orders of the recorded day as a giver picks them, by how they begin. */
function order(truth: Truth, begins: string): number {
	const found = Object.entries(truth.orders).findLast(
		([, {what, state}]) => `${what} `.startsWith(`${begins} `) && state !== 'refused',
	);
	if (found === undefined) throw new Error(`nobody has given ${begins}`);
	return Number(found[0]);
}

const value = (metric: string, seen: number, truth: Truth): Claim => ({
	...{field: 'state', says: 'value', metric, value: seen, sampledAt: truth.at - 60},
});
const trend = (metric: string, to: 'rising' | 'falling' | 'flat'): Claim => ({
	...{field: 'state', says: 'trend', metric, trend: to},
});
const verdict = (metric: string, is: 'ok' | 'warn' | 'crit'): Claim => ({
	...{field: 'state', says: 'verdict', metric, verdict: is},
});
const suspect = (who: string): Claim => ({
	...{field: 'state', says: 'suspect', suspect: who, confidence: 80},
});
const given = (truth: Truth, begins: string): Claim => {
	const number = order(truth, begins);
	const {what = '', state = ''} = truth.orders[number] ?? {};
	return {field: 'done', says: 'order', order: number, what, state};
};
const owed = (what: string): Claim => ({field: 'pending', says: 'owed', what});
const team = (name: string): Claim => ({field: 'pending', says: 'team', team: name});
const watch = (metric: string, side: 'above' | 'below', line: number, minutes: number): Claim => ({
	...{field: 'watch', says: 'line', metric, side, value: line, minutes, answer: 'call ec2'},
});
const not = (begins: string, metric: string, side: 'above' | 'below', line: number): Claim => ({
	...{field: 'not', says: 'until', begins},
	until: {kind: 'metric', metric, side, value: line},
});
const notUntilSaid = (begins: string, who: string): Claim => ({
	...{field: 'not', says: 'until', begins, until: {kind: 'says', who}},
});

function verdicts({claims}: HandoverGrade): readonly string[] {
	return claims.map(each => each.verdict);
}

function keptOf({fields}: HandoverGrade): Readonly<Record<string, string>> {
	return Object.fromEntries(
		fields.map(({field, kept, of}) => [field, `${String(kept.length)} of ${String(of)}`]),
	);
}

function lostOf({fields}: HandoverGrade): readonly string[] {
	return fields.flatMap(({lost}) => lost.map(({id}) => id));
}

const FOUR = truthOf('04:00', ['restart dwfm all', 'gate dwfm 4', 'resume dns-automation']);
const HALF_PAST_SIX = truthOf('06:30', ['terminate unreachable', 'throttle launches off']);
const NINE = truthOf('09:00', ['throttle launches off', 'drain zone use1-az1']);

describe('a note of the recorded day', () => {
	test('at four sees the queue and not the night after it', () => {
		const grade = gradeHandover(
			[
				value('dwfm.leasedShare', FOUR.metrics['dwfm.leasedShare']?.value ?? 0, FOUR),
				verdict('ec2.successShare', 'crit'),
				suspect('dwfm'),
				verdict('dynamodb.customerErrors', 'ok'),
				{field: 'state', says: 'innocent', suspect: 'border-network', because: 'border.loss'},
				given(FOUR, 'pause dns-automation'),
				given(FOUR, 'repoint all rollback'),
				...[team('lambda'), owed('dns-automation')],
				{field: 'pending', says: 'promise', at: FOUR.at + 900},
				watch('network.inflowShare', 'above', 1, 100),
				not('restart dwfm all', 'dwfm.leasedShare', 'above', 0.9),
				notUntilSaid('gate dwfm', 'ec2'),
			],
			FOUR,
		);
		expect(verdicts(grade)).toEqual([
			...['right', 'right', 'right', 'right', 'right', 'right', 'right'],
			...['wrong', 'right', 'wrong', 'right', 'right', 'wrong'],
		]);
		expect(keptOf(grade)).toMatchObject({state: '3 of 7', done: '1 of 3', not: '1 of 2'});
		expect(lostOf(grade)).toEqual(expect.arrayContaining(['system Lambda', 'owed bypass support']));
	});

	test('at half past six calls one metric well of a system that is ill', () => {
		const grade = gradeHandover(
			[
				verdict('nlb.checkDelay', 'ok'),
				trend('network.latency', 'rising'),
				verdict('dwfm.leasedShare', 'ok'),
				...[team('redshift'), owed('dns-automation'), owed('dns-automation-elsewhere')],
				not('terminate unreachable', 'network.latency', 'below', 60),
			],
			HALF_PAST_SIX,
		);
		expect(verdicts(grade)).toEqual([
			...['masking', 'right', 'right', 'right', 'right', 'right', 'right'],
		]);
		expect(keptOf(grade)).toMatchObject({state: '1 of 9', pending: '3 of 6', not: '1 of 2'});
		expect(grade.fields[0]).toMatchObject({masking: 1, beyond: 1});
		expect(lostOf(grade)).toContain('system NLB');
	});

	test('at nine blames capacity that is healthy, and hopes too early', () => {
		const grade = gradeHandover(
			[
				suspect('nlb-capacity'),
				verdict('nlb.errors', 'crit'),
				...['launches', 'terminations', 'async', 'pollers'].map(what =>
					given(NINE, `throttle ${what}`),
				),
				owed('redshift-replacement'),
				watch('nlb.errors', 'below', 0.01, 5),
				not('throttle launches off', 'network.latency', 'below', 60),
				not('drain zone', 'network.latency', 'below', 60),
			],
			NINE,
		);
		expect(verdicts(grade)).toEqual([
			...['wrong', 'right', 'right', 'right', 'right', 'right', 'right'],
			...['wrong', 'right', 'right'],
		]);
		expect(keptOf(grade)).toMatchObject({done: '4 of 10', not: '2 of 2'});
		expect(lostOf(grade)).toContain('system CloudWatch');
	});
});

/** A note that says all that was so. */
function wholeNote(truth: Truth): readonly Claim[] {
	return truth.items.flatMap(({field, id, what}): readonly Claim[] => {
		const [kind = '', ...rest] = id.split(' ');
		const name = rest.join(' ');
		if (kind === 'system') {
			const ill = Object.entries(truth.metrics).find(
				([metric, {verdict: is}]) => systemHas(name, metric) && is !== 'ok',
			);
			if (ill === undefined) throw new Error(`${name} is ill by one of its metrics`);
			return [verdict(ill[0], ill[1].verdict as 'warn' | 'crit')];
		}
		if (kind === 'suspect') return [suspect(name)];
		if (kind === 'standing') return [given(truth, name)];
		if (kind === 'running') {
			return [{field, says: 'running', order: Number(name), what, due: 0} as Claim];
		}
		if (kind === 'team') return [team(name)];
		if (kind === 'owed') return [owed(name)];
		if (kind === 'watch') {
			const [metric = '', side = '', line = ''] = what.split(' ');
			return [watch(metric, side as 'above' | 'below', Number(line), 180)];
		}
		return [notUntilSaid(what, 'ec2')];
	});
}

function systemHas(name: string, metric: string): boolean {
	return SYSTEMS.some(
		system => system.name === name && system.signs.some(sign => sign.metric === metric),
	);
}

describe.each([
	['04:00', FOUR, NINE],
	['06:30', HALF_PAST_SIX, FOUR],
	['09:00', NINE, FOUR],
] as const)('the truth of %s', (_, truth, other) => {
	test('is carried whole by a note that copies it', () => {
		const grade = gradeHandover(wholeNote(truth), truth);
		expect(grade.claims.filter(each => each.verdict !== 'right')).toEqual([]);
		expect(lostOf(grade)).toEqual([]);
	});

	test('finds nothing wrong in a note that says nothing', () => {
		const {claims, fields} = gradeHandover([], truth);
		expect(claims).toEqual([]);
		for (const {kept, wrong, lost, of} of fields) {
			expect([kept.length, wrong, lost.length]).toEqual([0, 0, of]);
		}
	});

	test('is mostly not what a note of another hour says', () => {
		const own = gradeHandover(wholeNote(truth), truth);
		const strange = gradeHandover(wholeNote(other), truth);
		const kept = ({fields}: HandoverGrade) =>
			fields.reduce((sum, each) => sum + each.kept.length, 0);
		expect(kept(strange)).toBeLessThan(kept(own) / 1.5);
		expect(strange.claims.some(each => each.verdict === 'wrong')).toBe(true);
	});
});

test('what a tenth of a line more or less would grade otherwise is told', () => {
	const {value: stuck = 0} = FOUR.metrics['ec2.pentUp'] ?? {};
	const note = (seen: number) =>
		unsteadyIn([value('ec2.pentUp', seen, FOUR)], {...FOUR, close: []});
	expect(stuck).toBeGreaterThan(0);
	expect([note(stuck), note(1.1 * stuck), note(1.5 * stuck)]).toEqual([[], ['ec2.pentUp'], []]);
	const close = {...FOUR, close: ['network.latency', 'restart dwfm all']};
	expect(unsteadyIn([], close)).toEqual(['restart dwfm all']);
	expect(unsteadyIn([trend('network.latency', 'flat')], close)).toEqual(close.close);
});
