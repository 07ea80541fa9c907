import {clockOf} from '../../level/index.ts';
import {ordersAskedBy} from '../goals/index.ts';
import {writeOrderFile} from '../order-file.ts';
import {ordersUnder, type Change} from '../relive/change.ts';
import type {Baseline} from './baseline.ts';
import type {Outcome} from './debrief.types.ts';
import {ACTS} from './decisions.ts';
import type {LookBack} from './look-back.ts';
import {horizonOf, savedBy, savings, type Horizon, type Trial} from './ranking.ts';
import {CAPACITIES, capacityId, partId, type Findings} from './search-state.ts';
import {chainOf, seenBy, type Link, type Seen} from './why.ts';

/** One decision, and the same run with it changed; true in this model, which every face of it says. */
export type Finding = {
	readonly id: string;
	readonly act: string;
	readonly at: number;
	readonly did: string;
	readonly other: string;
	/** Minutes of harm that the change saves; less than nothing for what was good. */
	readonly saves: number;
	/** The same in whole minutes: what both cards show, one less the other. */
	readonly told: number;
	/** Whether the night was not lived on once it had cost so much more: then it is that much at least. */
	readonly atLeast: boolean;
	/** Whether the night would have been won where it was lost, or lost where it was won. */
	readonly turns: 'won' | 'lost' | null;
	/** Where both are held against each other. */
	readonly horizon: Horizon;
	/** What came of the run with the change, as whoever carries it out is told. */
	readonly then: {
		readonly harm: number;
		/** `HH:MM:SS` PDT; null where it did not end. */
		readonly ended: {readonly at: string; readonly won: boolean; readonly why: string} | null;
	};
	/** The facts that come to differ, in the order in which they do. */
	readonly why: readonly Link[];
	/** What could be seen when it would have been given. */
	readonly seen: Seen;
	/** All of its orders, as an order file that carries it out; null where a player with rules does. */
	readonly file: string | null;
	readonly parts: readonly {readonly id: string; readonly saves: number}[];
	/** Its halves, each alone: two that are worth something only together are shown as a pair. */
	readonly alone: readonly Pick<Finding, 'other' | 'saves' | 'turns'>[];
	/** Whether a tenth more or less capacity turns the answer; null while that is not known. */
	readonly close: boolean | null;
	readonly harm: readonly number[];
	/** Not one decision but the whole night, as an expert plays it. */
	readonly whole: boolean;
	/** What the level asks for, in its words, of which something would be left out. */
	readonly asked: readonly string[];
};

/** What a finding is made of, beside the night that was tried. */
type FoundIn = {
	readonly baseline: Baseline;
	readonly findings: Findings;
	readonly lookBack: LookBack;
};

/** What is shown of a trace. */
export type Shown = (values: readonly number[] | undefined) => readonly number[];

function endOf({level, recorded}: Baseline, {ended}: Outcome): Finding['then']['ended'] {
	return ended && {...ended, at: clockOf(level, recorded.seed).at(ended.at)};
}

function fileOf({level, recorded}: Baseline, change: Change): string | null {
	if ((change.instead?.rules ?? []).length > 0) return null;
	return writeOrderFile(ordersUnder(recorded, change), level, recorded.seed);
}

export function findingOf(
	{baseline, findings, lookBack}: FoundIn,
	{candidate, outcome}: Trial,
	shown: Shown,
): Finding {
	const {outcome: base} = baseline;
	const saved = savings(base, {outcome});
	return {
		id: candidate.id,
		act: ACTS[candidate.act],
		at: candidate.at,
		did: candidate.did,
		other: candidate.other,
		saves: saved.total,
		told: toldOf(base, outcome, saved.total),
		atLeast: outcome.atLeast,
		turns: turnOf(base, outcome),
		horizon: horizonOf(base, {outcome}),
		then: {harm: outcome.atEnd.total, ended: endOf(baseline, outcome)},
		why: chainOf(base, outcome),
		seen: seenBy(baseline, candidate, lookBack),
		file: fileOf(baseline, candidate.change),
		parts: Object.entries(saved.parts).map(([id, saves]) => ({id, saves})),
		alone: candidate.parts.flatMap(part => {
			const alone = findings.others.get(partId(candidate, part.id));
			return alone === undefined
				? []
				: [
						{
							other: part.other,
							saves: savedBy(base, {outcome: alone}),
							turns: turnOf(base, alone),
						},
					];
		}),
		close: isClose(findings, candidate.id, base.harm.total - outcome.harm.total),
		harm: shown(outcome.traces['harm']),
		whole: candidate.act === 'whole',
		asked: saved.total > 0 ? askedFor(baseline, candidate.change) : [],
	};
}

/** The tasks that were met by what a change leaves out, where nothing else of the kind is given. */
function askedFor(
	{level, orders, left}: Baseline,
	{leaveOut, add, instead}: Change,
): readonly string[] {
	const done = orders.filter(({state}) => state === 'done');
	const out = done.filter(({number}) => leaveOut.includes(number));
	const others = [
		...done.filter(({number}) => !leaveOut.includes(number)),
		...add,
		...(instead?.orders ?? []),
	].filter(({words}) => !words.endsWith(' off'));
	const isGone = (begins: string) =>
		out.some(({words}) => words.startsWith(begins)) &&
		!others.some(({words}) => words.startsWith(begins));
	const missed = new Set(left.tasks.map(({id}) => id));
	return level.tasks
		.filter(({id, met}) => !missed.has(id) && ordersAskedBy(met).some(isGone))
		.map(({what}) => what);
}

/** Where both are told by their own ends, the reader has both totals before them, and may subtract. */
function toldOf(base: Outcome, changed: Outcome, saves: number): number {
	const byCards = horizonOf(base, {outcome: changed}) === 'own ends';
	return byCards
		? Math.round(base.atEnd.total) - Math.round(changed.atEnd.total)
		: Math.round(saves);
}

function turnOf(base: Outcome, changed: Outcome): Finding['turns'] {
	const [before, now] = [base.ended?.won === true, changed.ended?.won === true];
	return before === now ? null : now ? 'won' : 'lost';
}

/** Less than half of what it saved, and it may as well have been chance. */
const STEADY_SHARE = 0.5;

function isClose(findings: Findings, id: string, saves: number): boolean | null {
	let known = false;
	for (const factor of CAPACITIES) {
		const run = findings.others.get(capacityId('run', factor));
		const changed = findings.others.get(capacityId(id, factor));
		if (run === undefined || changed === undefined) continue;
		known = true;
		if (run.harm.total - changed.harm.total < STEADY_SHARE * saves) return true;
	}
	return known ? false : null;
}
