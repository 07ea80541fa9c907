import {AXES, AXIS_LABELS, spreadOf, type AxisId, type Spread} from '../session/index.ts';
import {ENDINGS, type Night} from './agent-night.ts';
import {columns} from './terminal-text.ts';

/** How a program came out of the nights of a level. */
type LevelEvaluation = {
	readonly level: string;
	readonly nights: number;
	readonly won: number;
	readonly endings: Readonly<Partial<Record<Night['ending'], number>>>;
	/** Of its commands, how many the world refused; null where it gave none. */
	readonly refusedShare: number | null;
	readonly harm: Spread | null;
	readonly commands: Spread | null;
	readonly axes: Readonly<Partial<Record<AxisId, Spread | null>>>;
};

/** What nights come to, level by level. */
export function evaluationOf(nights: readonly Night[]): readonly LevelEvaluation[] {
	return [...new Set(nights.map(({level}) => level))].map(level => {
		const own = nights.filter(night => night.level === level);
		const commands = sum(own.map(night => night.commands));
		const endings = ENDINGS.map(
			ending => [ending, own.filter(night => night.ending === ending).length] as const,
		);
		return {
			level,
			nights: own.length,
			won: own.filter(({won}) => won).length,
			endings: Object.fromEntries(endings.filter(([, many]) => many > 0)),
			refusedShare: commands === 0 ? null : sum(own.map(({refused}) => refused)) / commands,
			harm: spreadOf(own.map(({harm}) => harm)),
			commands: spreadOf(own.map(night => night.commands)),
			axes: Object.fromEntries(
				AXES.map(axis => [axis, spreadOf(own.flatMap(({points}) => points[axis] ?? []))]),
			),
		};
	});
}

/** The same in rows: one a level, and below it one an axis. */
export function evaluationLines(levels: readonly LevelEvaluation[]): readonly string[] {
	return levels.flatMap(each => [
		`${each.level}: won ${String(each.won)} of ${String(each.nights)}, ${share(each.won / each.nights)}`,
		...columns([
			['', 'lower quartile', 'median', 'upper quartile', 'nights'],
			...AXES.map(axis => row(AXIS_LABELS[axis], each.axes[axis] ?? null, 0)),
			row('harm, minutes of total outage', each.harm, 1),
			row('commands', each.commands, 0),
		]),
		`Commands refused: ${each.refusedShare === null ? '-' : share(each.refusedShare)}. Nights: ${endingWords(each)}.`,
		'',
	]);
}

function endingWords({endings}: LevelEvaluation): string {
	return Object.entries(endings)
		.map(([ending, many]) => `${String(many)} ${ending}`)
		.join(', ');
}

function row(label: string, spread: Spread | null, digits: number): readonly string[] {
	if (spread === null) return [label, '-', '-', '-', '0'];
	const {low, median, high, runs} = spread;
	return [label, ...[low, median, high].map(value => value.toFixed(digits)), String(runs)];
}

function share(value: number): string {
	return `${(100 * value).toFixed(0)} %`;
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
