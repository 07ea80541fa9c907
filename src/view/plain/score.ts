import {AXIS_LABELS, type AxisScore, type Score} from '../../session/index.ts';
import {headlineOf, type ScoreSetting} from '../say/score-lines.ts';

/** A score in lines that need no columns: each axis, and the moments behind it. */
export function plainScoreLines(score: Score, {title, clock}: ScoreSetting): readonly string[] {
	return [
		`${title}: ${headlineOf(score)}.`,
		...score.axes.flatMap(axis => [
			axisLine(axis),
			...axis.moments.map(({at, text}) => `  At ${clock(at)}: ${text}`),
		]),
	];
}

function axisLine({id, points, what}: AxisScore): string {
	return `${AXIS_LABELS[id]}: ${points === null ? 'not measured' : `${String(points)} of 100`}. ${what}`;
}
