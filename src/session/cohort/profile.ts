import {AXES, type AxisId, type Belief} from '../score/index.ts';
import {byText, memberOf} from './cohort.ts';
import type {CohortRun, Member, Rung} from './cohort.types.ts';

/** Fewer hypotheses say nothing of how well somebody knows what they know. */
export const CALIBRATED_FROM = 10;
/** Less than this is luck. */
const IMPROVED_FROM = 10;
const BANDS = [50, 60, 70, 80, 90] as const;
const BAND = 10;

/** How sure somebody was, and how often they were right, in one band of confidence. */
export type Band = {
	readonly from: number;
	readonly many: number;
	/** Shares; null where there are none. */
	readonly sure: number | null;
	readonly right: number | null;
};

/** Confidence held against truth over runs. */
export type Calibration = {
	readonly many: number;
	/** The mean square of what was claimed less what was so: 0 at best, a quarter for who always says 50 %. Null while there are too few. */
	readonly brier: number | null;
	/** How much surer somebody is than they are right; below zero they know more than they say. Null while there are too few. */
	readonly surplus: number | null;
	readonly bands: readonly Band[];
};

/** How somebody fares axis by axis, what has become better, and what to play next: from their runs alone. */
export type Profile = Member & {
	/** Where their latest runs are better than those before by the most; null where nothing is by enough. */
	readonly improved: {readonly axis: AxisId; readonly by: number} | null;
	readonly calibration: Calibration;
};

/** Of one person's runs. */
export function profileOf(runs: readonly CohortRun[], rungs: readonly Rung[]): Profile {
	const member = memberOf(
		runs.toSorted((one, other) => byText(one.began, other.began)),
		rungs,
	);
	return {
		...member,
		improved: improvedIn(member),
		calibration: calibrationOf(runs.flatMap(({beliefs}) => beliefs)),
	};
}

function improvedIn({axes}: Member): Profile['improved'] {
	let most: Profile['improved'] = null;
	for (const axis of AXES) {
		const {now, before} = axes[axis];
		const by = now === null || before === null ? 0 : now - before;
		if (by >= IMPROVED_FROM && by > (most?.by ?? 0)) most = {axis, by};
	}
	return most;
}

export function calibrationOf(beliefs: readonly Belief[]): Calibration {
	const enough = beliefs.length >= CALIBRATED_FROM;
	const sureOf = (some: readonly Belief[]) => meanOf(some.map(({confidence}) => confidence / 100));
	const rightOf = (some: readonly Belief[]) => meanOf(some.map(({right}) => Number(right)));
	const [sure, right] = [sureOf(beliefs), rightOf(beliefs)];
	return {
		many: beliefs.length,
		brier: enough ? meanOf(beliefs.map(missOf)) : null,
		surplus: enough && sure !== null && right !== null ? sure - right : null,
		bands: BANDS.map(from => {
			const isLast = from === BANDS.at(-1);
			const own = beliefs.filter(
				({confidence}) => confidence >= from && (isLast || confidence < from + BAND),
			);
			return {from, many: own.length, sure: sureOf(own), right: rightOf(own)};
		}),
	};
}

/** The square of what was claimed less what was so. */
function missOf({confidence, right}: Belief): number {
	const miss = confidence / 100 - Number(right);
	return miss * miss;
}

function meanOf(values: readonly number[]): number | null {
	if (values.length === 0) return null;
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
