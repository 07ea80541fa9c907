import {
	AXES,
	AXIS_LABELS,
	CALIBRATED_FROM,
	type Calibration,
	type Profile,
} from '../../session/index.ts';
import {changeWord, COUNTED, nextWord, pointsWord, type CohortTable} from './cohort-lines.ts';

/** So many of the latest runs are drawn. */
const DRAWN = 24;
const HEIGHTS = '▁▂▃▄▅▆▇█';

/** How somebody fares, in rows and sentences. */
export function profileLines(profile: Profile): {
	readonly tables: readonly CohortTable[];
	readonly lines: readonly string[];
} {
	const {runs, won, axes, improved, calibration} = profile;
	if (runs === 0) return {tables: [], lines: [NO_RUNS]};
	const title = `${String(runs)} ${runs === 1 ? 'run' : 'runs'}, ${String(won)} won`;
	const rows = [
		['', 'now', 'before', 'change', 'run by run'],
		...AXES.map(axis => {
			const {now, before, points} = axes[axis];
			const numbers = [pointsWord(now), pointsWord(before), changeWord(axes[axis])];
			return [AXIS_LABELS[axis], ...numbers, drawn(points)];
		}),
	];
	const better =
		improved === null
			? []
			: [`Improved most: ${AXIS_LABELS[improved.axis]}, by ${pointsWord(improved.by)} points.`];
	return {
		tables: [{title, rows}, ...beliefTables(calibration)],
		lines: [...better, `Next: ${nextWord(profile)}.`, ...calibrationLines(calibration), ...COUNTED],
	};
}

const NO_RUNS = 'No run of yours has ended yet.';

function drawn(points: readonly number[]): string {
	return points
		.slice(-DRAWN)
		.map(value => HEIGHTS.charAt(Math.min(HEIGHTS.length - 1, Math.floor(value / 12.5))))
		.join('');
}

function beliefTables({brier, bands}: Calibration): readonly CohortTable[] {
	if (brier === null) return [];
	const rows = bands
		.filter(({many}) => many > 0)
		.map(({from, many, sure, right}) => {
			const band = `${String(from)} to ${String(from === 90 ? 100 : from + 9)} %`;
			return [band, String(many), percent(sure), percent(right), bar(right)];
		});
	return [
		{
			title: 'How sure, and how often right',
			rows: [['sure', 'many', 'mean', 'right', ''], ...rows],
		},
	];
}

function bar(share: number | null): string {
	return '█'.repeat(Math.round(10 * (share ?? 0)));
}

function percent(share: number | null): string {
	return share === null ? '-' : `${String(Math.round(100 * share))} %`;
}

/** Surer by less than this is as it should be. */
const SURPLUS_FROM = 0.05;

function calibrationLines({many, brier, surplus}: Calibration): readonly string[] {
	if (brier === null || surplus === null) {
		const more = CALIBRATED_FROM - many;
		return [
			`How well you know what you know shows after ${String(CALIBRATED_FROM)} hypotheses with a confidence: ${String(more)} more. Nothing of it is scored.`,
		];
	}
	const by = percent(Math.abs(surplus));
	const verdict =
		surplus > SURPLUS_FROM
			? `You are surer than you are right, by ${by}.`
			: surplus < -SURPLUS_FROM
				? `You know more than you say, by ${by}.`
				: 'You are about as sure as you are right.';
	return [
		`${verdict} Brier score ${brier.toFixed(2)} of ${String(many)} hypotheses: 0 is best, 0.25 is who always says 50 %. Nothing of it is scored.`,
	];
}
