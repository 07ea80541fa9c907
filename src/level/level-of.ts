import {hash, tick, type Tick} from '../sim/index.ts';
import {cleanText} from './text/index.ts';
import {tickAt} from './clock.ts';
import {secondsOfDay} from './dials/time-of-day.ts';
import {beginningOf, conditionOf, type TicksTo} from './condition-of.ts';
import type {ConditionFile} from './condition.schema.ts';
import type {FaultFile} from './fault.schema.ts';
import {withFormerNames} from './former-names.ts';
import type {LevelFile} from './level.schema.ts';
import type {Alternative, Goals, Level, LevelAlert, Story} from './level.types.ts';
import {dialsOf} from './dials/index.ts';
import {injectsOf, struckBy} from './injects/index.ts';
import {cutAtTime, preludeOf} from './prelude.ts';
import {rolesOf} from './roles/roles-of.ts';

type AlertFile = NonNullable<LevelFile['alerts']>[number];

/** A level as it is played, from one that is written well: times become ticks, prose is cleaned. */
export function levelOf(file: LevelFile): Level {
	const startSecondsOfDay = secondsOfDay(file.start) ?? 0;
	const ticksTo: TicksTo = time => tickAt(secondsOfDay(time) ?? 0, startSecondsOfDay);
	const world = {
		id: file.id,
		startSecondsOfDay,
		limit: ticksTo(file.limit),
		faults: faultsOf(file.faults, ticksTo),
		switches: file.switches,
		parameters: file.parameters as Level['parameters'],
	};
	const conditionalFaults = conditionalFaultsOf(file.faults, ticksTo);
	const rules = {
		takeover: file.prelude === undefined ? tick(0) : ticksTo(file.prelude.until),
		prelude: preludeOf(file.prelude?.orders ?? [], startSecondsOfDay),
		cast: file.cast ?? null,
		orderDelay: file.orderDelay ?? 1,
		withhold: {
			orders: (file.withhold?.orders ?? []).map(beginningOf),
			instruments: file.withhold?.instruments ?? [],
			panels: file.withhold?.panels ?? [],
		},
		goals: goalsOf(file, ticksTo),
		variations: variationsOf(file, ticksTo),
		conditionalFaults,
	};
	return {
		...world,
		...rules,
		...proseOf(file),
		...judgementsOf(file, ticksTo),
		...rolesOf(file, ticksTo),
		seed: String(file.seed),
		story: storyOf(file, ticksTo, rules.takeover),
		hash: hashOf(world, rules),
	};
}

function alternativeOf(line: string, ticksTo: TicksTo): Alternative {
	const {time, words} = cutAtTime(line);
	return {at: time === null ? null : ticksTo(time), words};
}

/** A level without rules of its own keeps the hash it had before levels could have any. */
function hashOf(world: object, rules: Pick<Level, RuleKey>): string {
	const {takeover, prelude, cast, orderDelay, withhold, goals, variations, conditionalFaults} =
		rules;
	const own = {
		...(takeover > 0 ? {takeover, prelude} : {}),
		...(cast === null ? {} : {cast}),
		...(orderDelay === 1 ? {} : {orderDelay}),
		...(withhold.orders.length > 0 ? {withheld: withhold.orders} : {}),
		...(goals === null ? {} : {goals}),
		...(variations.length > 0 ? {variations: variations.map(hashedVariation)} : {}),
		...(conditionalFaults.length > 0 ? {conditionalFaults} : {}),
	};
	return hash(withFormerNames({...world, ...own}));
}

function hashedVariation({conditionalFaults, ...variation}: Level['variations'][number]): object {
	return conditionalFaults.length > 0 ? {...variation, conditionalFaults} : variation;
}

type RuleKey =
	| 'takeover'
	| 'prelude'
	| 'cast'
	| 'orderDelay'
	| 'withhold'
	| 'goals'
	| 'variations'
	| 'conditionalFaults';

function proseOf(file: LevelFile) {
	return {
		title: cleanText(file.title),
		summary: cleanText(file.summary),
		kind: file.kind ?? (file.ladder === undefined ? 'drill' : 'ladder'),
		ladder: file.ladder ?? null,
		minutes: file.minutes ?? null,
		people: file.people ?? null,
		lesson: cleanText(file.lesson ?? ''),
		role: cleanText(file.role ?? ''),
		isOfRecord: file.record ?? false,
		dials: dialsOf(file),
	} as const;
}

function judgementsOf(file: LevelFile, ticksTo: TicksTo) {
	const judged = (when: ConditionFile) => conditionOf(when, ticksTo);
	const {recurrence} = file;
	return {
		tasks: (file.tasks ?? []).map(({id, what, asked, met, before, atEnd, of}) => ({
			id,
			what: cleanText(what),
			...(asked === undefined ? {} : {asked: judged(asked)}),
			met: judged(met),
			before: before === undefined ? null : ticksTo(before),
			...(atEnd === true ? {atEnd} : {}),
			...(of === undefined ? {} : {of}),
		})),
		unsafe: (file.unsafe ?? []).map(({id, what, when}) => ({
			id,
			what: cleanText(what),
			when: judged(when),
		})),
		suspects: (file.suspects ?? []).map(({id, what}) => ({id, what: cleanText(what)})),
		diagnosis: (file.diagnosis ?? []).map(({suspect, when}) => ({suspect, when: judged(when)})),
		decisions: (file.decisions ?? []).map(({id, what, when, alternatives}) => ({
			id,
			what: cleanText(what),
			when: judged(when),
			alternatives: alternatives.map(line => alternativeOf(cleanText(line), ticksTo)),
		})),
		recurrence:
			recurrence === undefined
				? null
				: {
						faults: faultsOf(recurrence.faults, time => tickAt(secondsOfDay(time) ?? 0, 0)),
						minutes: recurrence.minutes,
						holds: judged(recurrence.holds),
					},
		hints: (file.hints ?? []).map(({when, text}) => ({when: judged(when), text: cleanText(text)})),
		alerts: (file.alerts ?? []).map(alertOf),
		chat: (file.chat ?? []).map(({from, role, when, for: minutes, again, words}) => ({
			from: cleanText(from),
			role,
			when: judged(when),
			afterSeconds: 60 * (minutes ?? 0),
			againSeconds: again === undefined ? null : 60 * again,
			words: words.map(cleanText),
		})),
		darkens: (file.darkens ?? []).map(({panel, when}) => ({panel, when: judged(when)})),
		injects: injectsOf(file.injects ?? []),
		readBack: file.readBack ?? 'free',
	};
}

/** How far to the healthy side of its line an alarm lets go, of that line. */
const LET_GO = 0.2;

function alertOf(file: AlertFile): LevelAlert {
	const {id, group, severity, metric, above, below, clear, for: minutes, title} = file;
	const threshold = above ?? below ?? 0;
	const side = above === undefined ? LET_GO : -LET_GO;
	return {
		...{id, group, severity, metric, threshold},
		compare: above === undefined ? 'below' : 'above',
		clearAt: clear ?? threshold * (1 + side),
		forSeconds: 60 * (minutes ?? 0),
		title: cleanText(title),
	};
}

function goalsOf({goals}: LevelFile, ticksTo: TicksTo): Goals | null {
	if (goals === undefined) return null;
	return {
		win: conditionOf(goals.win, ticksTo),
		why: cleanText(goals.why),
		lose: (goals.lose ?? []).map(({when, why}) => ({
			when: conditionOf(when, ticksTo),
			why: cleanText(why),
		})),
		atLimit: goals.atLimit,
	};
}

function storyOf({story}: LevelFile, ticksTo: TicksTo, takeover: Tick): Story | null {
	if (story === undefined) return null;
	if ('when' in story) {
		const at = story.at === undefined ? takeover : ticksTo(story.at);
		return {kind: 'condition', when: conditionOf(story.when, ticksTo), at};
	}
	const [from, until] = [ticksTo(story.nameEmptiesFrom), ticksTo(story.nameEmptiesUntil)];
	return {kind: 'name-empties', from, until};
}

function variationsOf(file: LevelFile, ticksTo: TicksTo): Level['variations'] {
	return (file.variations ?? []).map(variation => ({
		id: variation.id,
		startSecondsOfDay: secondsOfDay(variation.start ?? file.start) ?? 0,
		faults: faultsOf(variation.faults ?? file.faults, ticksTo),
		conditionalFaults: conditionalFaultsOf(variation.faults ?? file.faults, ticksTo),
		switches: variation.switches ?? file.switches,
		parameters: variation.parameters ?? file.parameters,
	}));
}

function faultsOf(faults: readonly FaultFile[], ticksTo: TicksTo): Level['faults'] {
	return faults.flatMap(fault => {
		const {at, to} = fault;
		return at === undefined ? [] : [{at: ticksTo(at), to, fault: struckBy(fault)}];
	});
}

function conditionalFaultsOf(
	faults: readonly FaultFile[],
	ticksTo: TicksTo,
): Level['conditionalFaults'] {
	return faults.flatMap(fault => {
		const {when, for: minutes, again, to} = fault;
		if (when === undefined) return [];
		const inner = conditionOf(when, ticksTo);
		return [
			{
				when: minutes === undefined ? inner : {holds: inner, minutes},
				againSeconds: again === undefined ? null : 60 * again,
				to,
				fault: struckBy(fault),
			},
		];
	});
}
