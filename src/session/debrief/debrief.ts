import {SWITCH_NAMES} from '../../sim/index.ts';
import type {KeptNote} from '../notes.types.ts';
import type {Findings, Reference} from './search-state.ts';
import type {Outcome} from './debrief.types.ts';
import {expertsWay} from './experts-way.ts';
import {findingOf, type Finding, type Shown} from './finding.ts';
import {fixesOf, guardsOf, type Fix, type Guard} from './guards.ts';
import type {Baseline} from './baseline.ts';
import type {LookBack} from './look-back.ts';
import {phaseOf, type Phase} from './phase.ts';
import {
	betterMoves,
	isAdvisable,
	mattered,
	mending,
	SHOWN_MAX,
	trifle,
	type Trial,
} from './ranking.ts';
import {TRACE_SECONDS, TRACES} from '../relive/traces.ts';

/** A run told back to whoever played it. Every face of the debrief, on screen and on paper, shows this. */
export type Debrief = {
	readonly level: string;
	readonly title: string;
	readonly startSecondsOfDay: number;
	/** What gives the answer away is left out: a first loss is tried again before it is explained. */
	readonly withheld: boolean;
	readonly result: LookBack['result'];
	readonly atEnd: LookBack['atEnd'];
	/** In the player's own words; empty where they said nothing. */
	readonly felt: string;
	readonly story: string;
	readonly commitment: string;
	readonly timeline: LookBack['timeline'];
	readonly orders: LookBack['orders'];
	readonly night: LookBack['night'];
	readonly alarmCraft: LookBack['alarmCraft'];
	readonly probes: LookBack['probes'];
	/** What was good, and what leaving it out would have cost. */
	readonly better: readonly Finding[];
	/** What would have mattered most. */
	readonly decisions: readonly Finding[];
	/** The fewest commands that were tried beside the player's own and win a night that was lost; null where none do. */
	readonly mending: Finding | null;
	/** Milestones that others came to in the same night, whoever they were. */
	readonly reached: readonly string[];
	readonly curves: readonly Curve[];
	readonly strips: readonly Strip[];
	readonly phase: Phase;
	readonly fixes: readonly Fix[];
	readonly guards: readonly Guard[];
	/** Everything drawn over time begins here, when the player took over, and goes on in these steps. */
	readonly from: number;
	readonly everySeconds: number;
	/** Whether the night was lived on after its end: then more harm is counted than the result says. */
	readonly livedOn: boolean;
	readonly runs: {readonly lived: number; readonly failed: number; readonly complete: boolean};
};

/** Harm so far, over the night. */
export type Curve = {
	readonly id: 'run' | 'silent' | 'day' | 'expert';
	readonly label: string;
	readonly total: number;
	/** By its own end, as its card says; less than the total where it was continued. */
	readonly atEnd: number;
	readonly harm: readonly number[];
};

/** One metric of the run, over the night. */
export type Strip = {
	readonly id: string;
	readonly label: string;
	readonly unit: string;
	readonly values: readonly number[];
};

export type ReportInputs = {
	readonly baseline: Baseline;
	readonly lookBack: LookBack;
	readonly findings: Findings;
	readonly complete: boolean;
	readonly notes: readonly KeptNote[];
	readonly references: readonly Reference[];
	readonly withheld: boolean;
};

export function debriefOf(inputs: ReportInputs): Debrief {
	return inputs.withheld ? withheldOf(wholeOf(inputs)) : wholeOf(inputs);
}

/** Without what gives the answer away. */
function withheldOf(debrief: Debrief): Debrief {
	return {...debrief, withheld: true, decisions: [], mending: null, fixes: [], guards: []};
}

/**
 * A debrief that was worked out before, told anew: what the run itself was is never taken from there, but from the run that
 * has just been lived again.
 */
export function retold(
	kept: Debrief,
	{lookBack, notes, withheld}: Pick<ReportInputs, 'lookBack' | 'notes' | 'withheld'>,
): Debrief {
	const whole = {...kept, ...ownOf(lookBack, notes)};
	return withheld ? withheldOf(whole) : whole;
}

function ownOf(
	{result, atEnd, timeline, orders, night, alarmCraft, probes}: LookBack,
	notes: readonly KeptNote[],
) {
	return {
		...{result, atEnd, timeline, orders, night, alarmCraft, probes},
		felt: lastNote(notes, 'felt'),
		story: lastNote(notes, 'story'),
		commitment: lastNote(notes, 'commitment'),
	};
}

function wholeOf(inputs: ReportInputs): Debrief {
	const {baseline, lookBack, findings, notes, references} = inputs;
	const {level, recorded, outcome} = baseline;
	const fixes = fixesOf(outcome, findings.fixes, trifle(outcome));
	const before = Math.floor(level.takeover / TRACE_SECONDS);
	const shown = (values: readonly number[] | undefined) => (values ?? []).slice(before);
	const finding = (trial: Trial) => findingOf(inputs, trial, shown);
	return {
		level: level.id,
		title: level.title,
		startSecondsOfDay: level.startSecondsOfDay,
		withheld: false,
		...ownOf(lookBack, notes),
		better: betterMoves(outcome, findings.trials.filter(isSafe(baseline))).map(finding),
		decisions: decisive(inputs).map(finding),
		mending: mendingOf(inputs, finding),
		reached: reachedIn(findings),
		curves: curvesOf(outcome, findings, references, shown),
		strips: TRACES.filter(({id}) => id !== 'harm').map(({id, label, unit}) => ({
			id,
			label,
			unit,
			values: shown(outcome.traces[id]),
		})),
		phase: phaseOf(level, recorded, outcome, before),
		fixes,
		guards: guardsOf(fixes, SWITCH_NAMES.filter(isOn(baseline))),
		from: before * TRACE_SECONDS,
		everySeconds: TRACE_SECONDS,
		livedOn: outcome.harm.total > lookBack.result.harm.total + 0.5,
		runs: {lived: findings.lived, failed: findings.failed, complete: inputs.complete},
	};
}

/** What mattered most, and where none of it would have won the night, what would have. */
function decisive({baseline, findings, references}: ReportInputs): readonly Trial[] {
	const shown = mattered(baseline, findings.trials);
	const whole = expertsWay(baseline, findings, references, shown);
	return whole === null || !isAdvisable(whole, baseline.outcome, baseline.orders)
		? shown
		: [...shown.slice(0, SHOWN_MAX - 1), whole];
}

function mendingOf(
	{baseline, findings}: ReportInputs,
	finding: (trial: Trial) => Finding,
): Finding | null {
	const trial = mending(baseline, findings.trials);
	return trial === null ? null : finding(trial);
}

function reachedIn({references}: Findings): readonly string[] {
	const all = [...references.values()].flatMap(({milestones}) =>
		milestones.flatMap(({id, at}) => (at === null ? [] : [id])),
	);
	return [...new Set(all)].sort();
}

function isOn({level, recorded}: Baseline): (name: (typeof SWITCH_NAMES)[number]) => boolean {
	return name => level.switches.includes(name) || recorded.switches.includes(name);
}

function lastNote(notes: readonly KeptNote[], about: 'felt' | 'story' | 'commitment'): string {
	const note = notes.findLast(each => each.note.about === about)?.note;
	return note !== undefined && 'text' in note ? note.text : '';
}

const UNSAFE_WITHIN_SECONDS = 600;

/** What was dangerous is not called good, even where it went well. */
function isSafe({unsafe}: Baseline): (trial: Trial) => boolean {
	return ({candidate: {at}}) =>
		!unsafe.some(second => second >= at && second <= at + UNSAFE_WITHIN_SECONDS);
}

function curvesOf(
	base: Outcome,
	findings: Findings,
	references: readonly Reference[],
	shown: Shown,
): readonly Curve[] {
	const own: Curve = {
		id: 'run',
		label: 'you',
		total: base.harm.total,
		atEnd: base.atEnd.total,
		harm: shown(base.traces['harm']),
	};
	return [
		own,
		...references.flatMap(({id, label}): readonly Curve[] => {
			const outcome = findings.references.get(id);
			if (outcome === undefined) return [];
			const [total, atEnd] = [outcome.harm.total, outcome.atEnd.total];
			return [{id, label, total, atEnd, harm: shown(outcome.traces['harm'])}];
		}),
	];
}

/** Nobody at all: the reference that needs no script. */
export const SILENT: Reference = {
	id: 'silent',
	label: 'nobody acting',
	script: {orders: [], rules: []},
};
