import {parseOrderFile, type Debrief, type Finding} from '../../src/session/index.ts';
import {debriefIn} from '../support/debrief.builder.ts';
import {carriedOut, type Night} from './nights.ts';

/** What a finding told and what came of carrying it out; null where nothing was told. */
export type Checked = {
	readonly told: number;
	readonly came: number;
	/** Minutes within 2 %, and won or lost as it was told. */
	readonly isTrue: boolean;
	readonly words: string;
};

const SHARE = 0.02;
/** A tenth of a minute is no lie. */
const LEAST_MINUTES = 0.1;

/** Carries out the first finding of a night as it is told, by an order file, and holds what comes against it. */
export function firstCarriedOut(night: Night): Checked | null {
	const debrief = debriefIn(night.level, night.recorded);
	const finding = debrief.decisions[0] ?? debrief.better[0];
	return finding === undefined ? null : check(night, debrief, finding);
}

/** The same with the name of the night. */
export function toldIn(night: Night): {readonly name: string; readonly checked: Checked | null} {
	return {name: night.name, checked: firstCarriedOut(night)};
}

export function check(night: Night, {result}: Debrief, finding: Finding): Checked {
	const {level, recorded} = night;
	const read = parseOrderFile(finding.file ?? '', level, recorded.seed);
	if (!read.ok) throw new Error(`${night.name}: ${read.problems[0]?.message ?? ''}`);
	const {harm, ended} = carriedOut(night, read);
	const {then, horizon, saves, atLeast} = finding;
	const told = then.harm;
	const near = (a: number, b: number) =>
		Math.abs(a - b) <= Math.max(LEAST_MINUTES, SHARE * Math.abs(b));
	// What is counted beyond two losses has no card to be held against.
	const difference = horizon === 'whole night' ? saves : result.harm.total - harm.total;
	return {
		told: saves,
		came: difference,
		isTrue: atLeast
			? difference <= saves
			: near(told, harm.total) &&
				near(saves, difference) &&
				then.ended?.won === ended?.won &&
				unnamed(night, finding).length === 0,
		words: finding.other,
	};
}

/** Orders that the finding gives and does not name. */
function unnamed({recorded, level}: Night, {file, other, did}: Finding): readonly string[] {
	const own = new Set(recorded.orders.map(({words}) => words));
	const read = parseOrderFile(file ?? '', level, recorded.seed);
	if (!read.ok) return [];
	return read.orders
		.map(({words}) => words)
		.filter(words => !own.has(words) && !`${did} ${other}`.includes(`“${words}”`));
}
