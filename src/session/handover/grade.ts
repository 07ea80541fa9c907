import {
	HANDOVER_FIELDS,
	limitsOf,
	systemOf,
	type Claim,
	type HandoverField,
	type Until,
} from '../../observe/index.ts';
import {debtOf, setBy} from './standing.ts';
import type {
	ClaimVerdict,
	FieldGrade,
	GradedClaim,
	HandoverGrade,
	Truth,
	TrueItem,
} from './handover.types.ts';

/** A value that lies within a tenth of the true one is right. */
const NEAR = 0.1;
/** A line that is watched for may be crossed in twice the minutes that were named. */
const PATIENCE = 2;

/** Holds each claim of a note against the truth of its second, and counts by field what it carries. */
export function gradeHandover(claims: readonly Claim[], truth: Truth, near = NEAR): HandoverGrade {
	const graded = claims.map(claim => gradeClaim(claim, truth, near));
	return {claims: graded, fields: HANDOVER_FIELDS.map(field => fieldGrade(field, graded, truth))};
}

function fieldGrade(
	field: HandoverField,
	graded: readonly GradedClaim[],
	truth: Truth,
): FieldGrade {
	const items = truth.items.filter(item => item.field === field);
	const own = graded.filter(({claim}) => claim.field === field);
	const carried = new Set(own.map(({carries}) => carries));
	const count = (verdict: ClaimVerdict) => own.filter(each => each.verdict === verdict).length;
	return {
		field,
		of: items.length,
		kept: items.filter(({id}) => carried.has(id)),
		lost: items.filter(({id}) => !carried.has(id)),
		wrong: count('wrong'),
		stale: count('stale'),
		masking: count('masking'),
		beyond: own.filter(({verdict, carries}) => verdict === 'right' && carries === null).length,
	};
}

/** What would be graded otherwise if a line that nobody has published lay a tenth higher or lower. */
export function unsteadyIn(claims: readonly Claim[], truth: Truth): readonly string[] {
	const verdicts = [0.9 * NEAR, 1.1 * NEAR].map(near =>
		claims.map(claim => gradeClaim(claim, truth, near).verdict),
	);
	const values = claims.flatMap((claim, index) =>
		claim.field === 'state' && 'metric' in claim && verdicts[0]?.[index] !== verdicts[1]?.[index]
			? [claim.metric]
			: [],
	);
	const trends = claims.flatMap(claim =>
		claim.field === 'state' && claim.says === 'trend' ? [claim.metric] : [],
	);
	const isMetric = (name: string) => Object.hasOwn(truth.metrics, name);
	return [...values, ...truth.close.filter(each => !isMetric(each) || trends.includes(each))];
}

function gradeClaim(claim: Claim, truth: Truth, near: number): GradedClaim {
	switch (claim.field) {
		case 'state':
			return gradeState(claim, truth, near);
		case 'done':
			return gradeDone(claim, truth);
		case 'pending':
			return gradePending(claim, truth);
		case 'watch':
			return gradeWatch(claim, truth);
		case 'not':
			return gradeNot(claim, truth);
	}
}

type Of<Field extends HandoverField> = Extract<Claim, {readonly field: Field}>;

function gradeState(claim: Of<'state'>, truth: Truth, near: number): GradedClaim {
	if (claim.says === 'suspect' || claim.says === 'innocent') {
		const isToBlame = truth.suspects.includes(claim.suspect);
		if (isToBlame !== (claim.says === 'suspect')) {
			return no(claim, 'wrong', isToBlame ? 'it was to blame' : 'it was not to blame');
		}
		return right(claim, truth, isToBlame ? suspectItem(claim.suspect) : null);
	}
	const metric = truth.metrics[claim.metric];
	if (metric === undefined) return no(claim, 'open', 'nothing is known of it');
	const system = systemOf(claim.metric);
	const item = system === undefined ? null : systemItem(system.name);
	switch (claim.says) {
		case 'value': {
			const isNear = Math.abs(claim.value - metric.value) <= near * Math.abs(metric.value);
			const limits = limitsOf(claim.metric);
			const isSameVerdict = limits !== null && verdictAt(limits, claim.value) === metric.verdict;
			// It was taken from a panel: what is not so any more was so when it was sampled.
			if (!isNear && !isSameVerdict) return no(claim, 'stale', 'it had moved on');
			const looksWell = limits !== null && metric.verdict === 'ok';
			return looksWell ? healthy(claim, truth, item) : right(claim, truth, item);
		}
		case 'verdict':
			if (claim.verdict !== metric.verdict) {
				return no(claim, 'wrong', `it was ${metric.verdict}`);
			}
			return claim.verdict === 'ok' ? healthy(claim, truth, item) : right(claim, truth, item);
		case 'trend':
			if (claim.trend !== metric.trend) return no(claim, 'wrong', `it was ${metric.trend}`);
			return right(claim, truth, item);
	}
}

/** What is well of a system that is not hides that it is ill. */
function healthy(claim: Claim, truth: Truth, item: string | null): GradedClaim {
	const isIll = truth.items.some(({field, id}) => field === 'state' && id === item);
	return isIll
		? no(claim, 'masking', 'the system was unhealthy all the same')
		: right(claim, truth, null);
}

function verdictAt(
	{worse, warn, crit}: NonNullable<ReturnType<typeof limitsOf>>,
	value: number,
): 'ok' | 'warn' | 'crit' {
	const beyond = (limit: number) => (worse === 'above' ? value > limit : value < limit);
	if (beyond(crit)) return 'crit';
	return beyond(warn) ? 'warn' : 'ok';
}

function gradeDone(claim: Of<'done'>, truth: Truth): GradedClaim {
	const order = truth.orders[claim.order];
	if (order === undefined) return no(claim, 'wrong', 'there was no such command');
	if (claim.says === 'tried') {
		if (order.state !== 'failed' && order.state !== 'refused') {
			return no(claim, 'open', 'whether it changed anything is not decided here');
		}
		return right(claim, truth, triedItem(order.what));
	}
	if (order.state !== claim.state) return no(claim, 'stale', `it was ${order.state} by then`);
	const standing = itemsOf(truth, 'done').find(({what}) => beginsAlike(setBy(order.what), what));
	return right(claim, truth, standing?.id ?? null);
}

function gradePending(claim: Of<'pending'>, truth: Truth): GradedClaim {
	const has = (id: string, why: string) =>
		itemsOf(truth, 'pending').some(each => each.id === id)
			? right(claim, truth, id)
			: no(claim, 'wrong', why);
	switch (claim.says) {
		case 'running': {
			const order = truth.orders[claim.order];
			if (order === undefined) return no(claim, 'wrong', 'there was no such command');
			if (order.state !== 'running') return no(claim, 'stale', `it was ${order.state} by then`);
			return right(claim, truth, runningItem(claim.order));
		}
		case 'request':
			return has(requestItem(claim.n), 'it was not open');
		case 'promise':
			if (truth.promisedAt === null) return no(claim, 'wrong', 'no promise was open');
			return truth.promisedAt === claim.at
				? right(claim, truth, PROMISE_ITEM)
				: no(claim, 'wrong', 'another time was promised');
		case 'team':
			return has(teamItem(claim.team), 'it was not on its way');
		case 'owed': {
			const owed = debtOf(claim.what);
			const stands = itemsOf(truth, 'done').some(({what}) => beginsAlike(what, owed));
			// What is throttled stands under what was done, and may be named here as well.
			return stands ? right(claim, truth, owedItem(owed)) : has(owedItem(owed), 'it was not owed');
		}
	}
}

function gradeWatch(claim: Of<'watch'>, truth: Truth): GradedClaim {
	const {metric, side, value, minutes} = claim;
	const crosses = truth.later.some(later => {
		const trace = (later[metric] ?? []).slice(0, PATIENCE * minutes + 1);
		const from = trace.findIndex(each => !isBeyond(each, side, value));
		return from !== -1 && trace.slice(from).some(each => isBeyond(each, side, value));
	});
	if (!crosses) return no(claim, 'wrong', 'it did not cross that line in twice those minutes');
	return right(claim, truth, watchItem(metric, side));
}

function gradeNot(claim: Of<'not'>, truth: Truth): GradedClaim {
	const {begins, until} = claim;
	const opensAt = openedAt(until, truth);
	if (opensAt <= truth.at) return no(claim, 'wrong', 'what it waits for was already true');
	const named = itemsOf(truth, 'not').find(({what}) => beginsAlike(what, begins));
	if (named !== undefined) return right(claim, truth, named.id);
	const given = truth.given.find(({at, what}) => at < opensAt && beginsAlike(what, begins));
	if (given !== undefined)
		return no(claim, 'wrong', 'it was run before that, and was the way forward');
	return no(claim, 'open', 'it was not tried');
}

/** The second from which on a do-not lets go; Infinity where it did not while it was watched. */
function openedAt(until: Until, {at, metrics, later}: Truth): number {
	if (until.kind !== 'metric') return Infinity;
	const now = metrics[until.metric];
	if (now !== undefined && isBeyond(now.value, until.side, until.value)) return at;
	const trace = later.at(-1)?.[until.metric] ?? [];
	const minute = trace.findIndex(each => isBeyond(each, until.side, until.value));
	return minute === -1 ? Infinity : at + 60 * minute;
}

export function isBeyond(value: number, side: 'above' | 'below', line: number): boolean {
	return side === 'above' ? value > line : value < line;
}

/** Whether one begins as the other does, whichever is the longer. */
export function beginsAlike(one: string, other: string): boolean {
	const [a, b] = [one.toLowerCase(), other.toLowerCase()];
	return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

function itemsOf({items}: Truth, field: HandoverField): readonly TrueItem[] {
	return items.filter(item => item.field === field);
}

function right(claim: Claim, {items}: Truth, id: string | null): GradedClaim {
	const carries = items.some(item => item.id === id) ? id : null;
	return {claim, verdict: 'right', carries, why: ''};
}

function no(claim: Claim, verdict: Exclude<ClaimVerdict, 'right'>, why: string): GradedClaim {
	return {claim, verdict, carries: null, why};
}

export const PROMISE_ITEM = 'promise';
export const systemItem = (name: string) => `system ${name}`;
export const suspectItem = (suspect: string) => `suspect ${suspect}`;
export const standingItem = (id: string) => `standing ${id}`;
export const triedItem = (what: string) => `tried ${what}`;
export const runningItem = (order: number) => `running ${String(order)}`;
export const requestItem = (n: number) => `request ${String(n)}`;
export const teamItem = (team: string) => `team ${team}`;
export const owedItem = (what: string) => `owed ${what}`;
export const watchItem = (metric: string, side: string) => `watch ${metric} ${side}`;
export const notItem = (begins: string) => `not ${begins}`;
