import type {Condition} from '../../level/index.ts';
import {METRICS, quantity, type OpenCondition} from '../../observe/index.ts';
import {
	milestoneAt,
	milestoneHeldSeconds as heldSeconds,
	MILESTONES,
	NEEDS,
	unreachable,
	type NeedId,
	type World,
} from '../../sim/index.ts';
import type {CompiledConditions, Memory} from './compiled-conditions.ts';
import {
	FAILOVER,
	LAUNCH_THROTTLE,
	LEVERS_STANDING,
	pausedWords,
	TERMINATION_THROTTLE,
	type Lever,
} from './lever-state.ts';
import {leversOf} from './levers.ts';
import {MEASURES, updatesPosted, type Since} from './measures.ts';
import {measureName} from './measure-names.ts';

/** What is open, with the forms of orders that could close it. */
export type Unmet = OpenCondition & {readonly levers: readonly string[]};

/** What parts are judged on: the Region as it is, or as the operator has it. */
export type Sight = {
	readonly world: World;
	readonly since: Since;
	readonly memory: Memory;
	/** Null where nobody can know it yet: such a part is not called open. */
	readonly read: (metric: string) => number | null;
};

/** One thing that winning asks for. */
export type WinPart = {
	readonly id: string;
	/** What is measured comes and goes by itself; the rest changes with what people do. */
	readonly isMeasured: boolean;
	readonly levers: readonly string[];
	/** Metrics that it is about. */
	readonly metrics: readonly string[];
	readonly isOpen: (sight: Sight) => boolean;
	readonly text: (sight: Sight) => string;
	/** The same for whoever may not know how it stands. */
	readonly about: string;
	readonly until: string;
	/** What is to be so, for whoever has yet to find out how; empty where it is measured against a limit. */
	readonly goal: string;
};

/** Without goals a level ends as October 20 did. */
const AS_ON_THE_DAY: Condition = {milestone: 'event-over'};

/** The parts of what wins a level; what waits for the rest comes last. */
export function winPartsOf(
	win: Condition | undefined,
	compiled: CompiledConditions,
): readonly WinPart[] {
	const parts = partsOf(win ?? AS_ON_THE_DAY, compiled);
	const ids = parts.map(({id}) => id);
	return parts.filter(({id}, index) => ids.indexOf(id) === index);
}

/** What is open, what the level asks for first; levers that stand are told while something is. */
export function unmetIn(parts: readonly WinPart[], sight: Sight): readonly Unmet[] {
	const open = parts.filter(part => part.isOpen(sight));
	if (open.length === 0) return [];
	const needed = open.map(part => unmet(part, sight));
	const asked = new Set(open.flatMap(({metrics}) => metrics));
	const named = new Set(open.map(({id}) => id));
	const standing = LEVERS_STANDING.flatMap((lever): readonly Unmet[] => {
		const text = named.has(lever.id) ? null : lever.text(sight.world);
		if (text === null) return [];
		const bears = lever.bears.some(metric => asked.has(metric));
		const about = nameOfLever(lever);
		return [{id: lever.id, text, about, until: '', needed: bears, levers: lever.lifts}];
	});
	// What people have set is named before what it does.
	const set = [...standing.filter(each => each.needed), ...needed];
	return [...set, ...standing.filter(each => !each.needed)];
}

function unmet(part: WinPart, sight: Sight): Unmet {
	const {id, about, until, levers} = part;
	return {id, text: part.text(sight), about, until, needed: true, levers};
}

function partsOf(condition: Condition, compiled: CompiledConditions): readonly WinPart[] {
	if ('all' in condition) {
		const parts = condition.all.flatMap(each => partsOf(each, compiled));
		return [...parts.filter(part => !isWait(part)), ...parts.filter(isWait)];
	}
	if ('holds' in condition) {
		const inner = partsOf(condition.holds, compiled);
		const wait = {seconds: 60 * condition.minutes, held: heldFor(condition, compiled)};
		return [...inner, waitFor(inner, wait, beginningOf(condition.holds, compiled))];
	}
	if ('milestone' in condition) return milestoneParts(condition.milestone);
	// That it has begun, and what o'clock it is, come by themselves.
	if ('at' in condition) return [];
	if ('metric' in condition) {
		const lever = leverShownBy(condition);
		return [
			lever === undefined
				? measured(condition)
				: {...leverPart(lever), metrics: [condition.metric]},
		];
	}
	return [other(condition, compiled)];
}

function measured(condition: Extract<Condition, {readonly metric: string}>): WinPart {
	const {metric} = condition;
	const unit = METRICS.find(({id}) => id === metric)?.unit ?? 'count';
	const limit = 'above' in condition ? condition.above : condition.below;
	const isMet = (value: number) => ('above' in condition ? value > limit : value < limit);
	return {
		id: metric,
		isMeasured: true,
		levers: leversOf(metric),
		metrics: [metric],
		isOpen: ({read}) => {
			const value = read(metric);
			return value !== null && !isMet(value);
		},
		text: ({read}) => `${measureName(metric)} ${quantity(read(metric) ?? limit, unit)}`,
		about: measureName(metric),
		until: untilOf(condition, limit, unit),
		goal: '',
	};
}

/** Of what is counted, less than one is none. */
function untilOf(
	condition: Condition,
	limit: number,
	unit: Parameters<typeof quantity>[1],
): string {
	if ('above' in condition) return `above ${quantity(limit, unit)}`;
	return unit === 'count' && limit <= 1 ? 'at zero' : `below ${quantity(limit, unit)}`;
}

/** The lever whose lifting a limit asks for. */
function leverShownBy(condition: Extract<Condition, {readonly metric: string}>): Lever | undefined {
	return LEVERS_STANDING.find(
		({shownBy}) => shownBy?.metric === condition.metric && shownBy.lifted in condition,
	);
}

function leverPart(lever: Lever): WinPart {
	return {
		id: lever.id,
		isMeasured: false,
		levers: lever.lifts,
		metrics: [],
		isOpen: ({world}) => lever.text(world) !== null,
		text: ({world}) => lever.text(world) ?? '',
		about: nameOfLever(lever),
		until: '',
		goal: lever.lifted,
	};
}

function nameOfLever({id}: Lever): string {
	return id.replaceAll('-', ' ');
}

/** Guards, which say that it has begun; they are no aim. */
const BEGINNING = 'record-empty';

function milestoneParts(id: string): readonly WinPart[] {
	if (id === BEGINNING) return [];
	if (id === 'ec2-normal' || id === 'event-over') {
		const parts = NEEDS[id].flatMap(need => NEED_PARTS[need.id]);
		return [
			...parts,
			waitFor(parts, waitOf(id), ({world}) => milestoneAt(world, BEGINNING) !== null),
		];
	}
	const what = MILESTONES.find(milestone => milestone.id === id)?.what ?? id;
	return [
		{
			id,
			isMeasured: true,
			levers: MILESTONE_METRICS[id]?.flatMap(leversOf) ?? [],
			metrics: MILESTONE_METRICS[id] ?? [],
			isOpen: ({world}) => milestoneAt(world, id) === null,
			text: () => `not yet: ${what}`,
			about: `not yet: ${what}`,
			until: '',
			goal: id.replaceAll('-', ' '),
		},
	];
}

/** The event is over some minutes after EC2 is back to normal, and that takes some itself. */
function waitOf(id: 'ec2-normal' | 'event-over'): Wait {
	const ec2 = secondsOf('ec2-normal');
	if (id === 'ec2-normal') return {seconds: ec2, held: ({world}) => heldSeconds(world, id)};
	return {
		seconds: ec2 + secondsOf(id),
		held: ({world}) =>
			milestoneAt(world, 'ec2-normal') === null
				? heldSeconds(world, 'ec2-normal')
				: ec2 + heldSeconds(world, id),
	};
}

function secondsOf(id: string): number {
	return MILESTONES.find(milestone => milestone.id === id)?.forSeconds ?? 0;
}

const MILESTONE_METRICS: Readonly<Record<string, readonly string[]>> = {
	'dynamodb-recovered': ['dynamodb.customerErrors'],
	'all-leases': ['dwfm.leasedShare'],
	'launches-succeed': ['ec2.successShare'],
	'network-normal': ['network.latency'],
	'nlb-errors-end': ['nlb.errors'],
};

/** Beside what the hour wants, so that it is no number of its own. */
const LIMITED_SHARE_MAX = 0.01;
const NONE_LIMITED: WinPart = {
	...measured({metric: 'ec2.limited', below: 1}),
	isOpen: ({read}) => {
		const [limited, wanted] = [read('ec2.limited'), read('ec2.demand')];
		return limited !== null && wanted !== null && limited >= LIMITED_SHARE_MAX * wanted;
	},
	until: `below ${quantity(LIMITED_SHARE_MAX, 'share')} of demand`,
};

const LEASES = 0.999;
const LEASES_HELD: WinPart = {
	...measured({metric: 'dwfm.leasedShare', above: LEASES}),
	isOpen: ({read}) => (read('dwfm.leasedShare') ?? 1) < LEASES,
};

/** Each thing that a milestone waits for, as it can be seen: tested to mean the same. */
export const NEED_PARTS: Readonly<Record<NeedId, readonly WinPart[]>> = {
	'throttles-off': [leverPart(LAUNCH_THROTTLE), leverPart(TERMINATION_THROTTLE)],
	'none-limited': [NONE_LIMITED],
	'launches-succeed': [measured({metric: 'ec2.successShare', above: 0.99})],
	'dynamodb-serves': [measured({metric: 'dynamodb.customerErrors', below: 0.002})],
	'leases-held': [LEASES_HELD],
	'network-prompt': [measured({metric: 'network.latency', below: 60})],
	'balancers-serve': [measured({metric: 'nlb.errors', below: 0.002})],
	'failover-on': [leverPart(FAILOVER)],
	'lambda-serves': [measured({metric: 'lambda.errors', below: 0.01})],
	'containers-start': [measured({metric: 'containers.errors', below: 0.01})],
	'name-answers': [measured({metric: 'dns.answers.regional', above: 0})],
};

/** Whether it is a while that the rest has to hold: it ends by holding, or begins anew. */
export function isWait({id}: Pick<WinPart, 'id'>): boolean {
	return id.startsWith('for-');
}

type Wait = {readonly seconds: number; readonly held: (sight: Sight) => number};

/** Everything is as it should be, and has to stay so for a while. */
function waitFor(
	parts: readonly WinPart[],
	{seconds, held}: Wait,
	hasBegun: (sight: Sight) => boolean,
): WinPart {
	return {
		id: `for-${String(seconds)}`,
		isMeasured: true,
		levers: [],
		metrics: [],
		isOpen: sight =>
			held(sight) < seconds && hasBegun(sight) && !parts.some(part => part.isOpen(sight)),
		text: sight =>
			`all of it holding, ${quantity(Math.max(0, seconds - held(sight)), 'seconds')} to go`,
		about: 'all of it holding',
		until: '',
		goal: '',
	};
}

/** Whether what a condition waits for to begin has begun. */
function beginningOf(condition: Condition, {rowOf}: CompiledConditions): (sight: Sight) => boolean {
	const rows = guardsIn(condition).map(guard => rowOf.get(guard) ?? -1);
	return ({memory}) => rows.every(row => memory.holds[row] === 1);
}

function guardsIn(condition: Condition): readonly Condition[] {
	const isGuard =
		'at' in condition || ('milestone' in condition && condition.milestone === BEGINNING);
	return isGuard ? [condition] : 'all' in condition ? condition.all.flatMap(guardsIn) : [];
}

function heldFor(
	condition: Extract<Condition, {readonly holds: Condition}>,
	{rowOf}: CompiledConditions,
): (sight: Sight) => number {
	const row = rowOf.get(condition.holds) ?? -1;
	return ({memory, world}) => {
		const since = memory.since[row] ?? -1;
		return since === -1 ? 0 : world.now - since;
	};
}

type Other = Exclude<
	Condition,
	| {readonly all: readonly Condition[]}
	| {readonly holds: Condition}
	| {readonly milestone: string}
	| {readonly at: number}
	| {readonly metric: string}
>;

/** What is judged whole: deeds, automations, and whatever joins several. */
function other(condition: Other, {rowOf}: CompiledConditions): WinPart {
	const row = rowOf.get(condition) ?? -1;
	const lever = leverMeant(condition);
	const metrics = metricsIn(condition);
	return {
		id: lever?.id ?? words(condition),
		isMeasured: false,
		levers: lever?.lifts ?? [...ordersIn(condition), ...metrics.flatMap(leversOf)],
		metrics,
		isOpen: ({memory}) => memory.holds[row] !== 1,
		text: sight => lever?.text(sight.world) ?? textOf(condition, sight),
		about: lever === undefined ? words(condition) : nameOfLever(lever),
		until: '',
		goal: lever?.lifted ?? goalOf(condition),
	};
}

/** What is to be so, without the command that makes it so: to find that is what the level is for. */
function goalOf(condition: Condition): string {
	if ('first' in condition) return `${goalOf(condition.first)} in time`;
	if ('done' in condition || 'given' in condition) {
		const command = 'done' in condition ? condition.done : condition.given;
		return /^(?:update|post|tell customers)\b/u.test(command)
			? 'customers told'
			: 'fixed by a command of yours';
	}
	return words(condition);
}

/** An order that lifts a lever is told as the lever that it lifts. */
function leverMeant(condition: Other): Lever | undefined {
	if ('automation' in condition && condition.is === 'running') {
		return LEVERS_STANDING.find(({id}) => id === condition.automation);
	}
	if (!('done' in condition)) return undefined;
	return LEVERS_STANDING.find(({lifts}) => lifts.includes(condition.done));
}

function textOf(condition: Other, {world, since}: Sight): string {
	if ('updates' in condition) {
		return `${String(updatesPosted(world, since))} of ${String(condition.updates)} status updates`;
	}
	if ('automation' in condition) return pausedWords(world, condition.automation);
	return words(condition);
}

/** A condition in the words of whoever has still to meet it. */
function words(condition: Condition): string {
	if ('done' in condition) return `${condition.done}${meanwhile(condition)} not done yet`;
	if ('given' in condition) return `${condition.given}${meanwhile(condition)} not run yet`;
	if ('updates' in condition) return `${String(condition.updates)} status updates`;
	if ('automation' in condition) return `${condition.automation} ${condition.is}`;
	if ('suspected' in condition) return `suspect named: ${condition.suspected}`;
	if ('milestone' in condition) {
		return MILESTONES.find(({id}) => id === condition.milestone)?.what ?? condition.milestone;
	}
	if ('at' in condition) return 'its time';
	if ('metric' in condition) {
		const {until} = measured(condition);
		return `${measureName(condition.metric)} ${until}`;
	}
	if ('all' in condition) return condition.all.map(words).join(' and ');
	if ('any' in condition) return condition.any.map(words).join(' or ');
	if ('not' in condition) return `not: ${words(condition.not)}`;
	if ('holds' in condition) {
		return `${words(condition.holds)} for ${String(condition.minutes)} min`;
	}
	if ('first' in condition) return `${words(condition.first)}, before ${words(condition.then)}`;
	return unreachable(condition);
}

function meanwhile({while: inner}: {readonly while?: Condition}): string {
	return inner === undefined ? '' : ` while ${words(inner)}`;
}

function metricsIn(condition: Condition): readonly string[] {
	if ('metric' in condition) return [condition.metric];
	return innerOf(condition).flatMap(metricsIn);
}

function ordersIn(condition: Condition): readonly string[] {
	if ('done' in condition) return [condition.done];
	if ('given' in condition) return [condition.given];
	if ('updates' in condition) return ['update <scope> <impact> <action> next <minutes>'];
	if ('automation' in condition) {
		return [`${condition.is === 'paused' ? 'pause' : 'resume'} ${condition.automation}`];
	}
	return innerOf(condition).flatMap(ordersIn);
}

function innerOf(condition: Condition): readonly Condition[] {
	if ('all' in condition) return condition.all;
	if ('any' in condition) return condition.any;
	if ('holds' in condition) return [condition.holds];
	if ('first' in condition) return [condition.first];
	return [];
}

/** The Region as it is, for a verdict. */
export function trueInspection(world: World, since: Since, memory: Memory): Sight {
	return {world, since, memory, read: metric => MEASURES[metric]?.(world, since) ?? null};
}
