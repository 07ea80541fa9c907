import {tickAt} from '../clock.ts';
import {secondsOfDay} from '../dials/time-of-day.ts';
import type {Level, Vocabulary} from '../level.types.ts';
import {wordsLike} from '../likeness.ts';
import {unknownNames} from '../named-conditions.ts';
import type {Objection} from '../objection.types.ts';
import {lateIn} from '../objections.ts';
import {suspectsOf} from '../suspects.ts';
import type {PlanFile} from './plan.schema.ts';

/** Injects that the palette lacks, names that nothing has, times out of the level, and another level. */
export function objectionsToPlan(
	file: PlanFile,
	level: Level,
	vocabulary: Vocabulary,
): readonly Objection[] {
	const suspects = Object.keys(suspectsOf(level));
	const palette = level.injects.map(({id}) => id);
	const other: readonly Objection[] =
		file.level === level.id
			? []
			: [
					{
						path: ['level'],
						message: `it is for ${file.level}, and the level is ${level.id}`,
						suggestions: [],
					},
				];
	return [
		...other,
		...file.injects.flatMap(({inject, when, notAfter}, index): readonly Objection[] => {
			const path = ['injects', index];
			const unknown = palette.includes(inject)
				? []
				: [
						{
							path: [...path, 'inject'],
							message: `${level.id} has no inject “${inject}”: expected ${palette.length === 0 ? 'none' : palette.join(', ')}`,
							suggestions: wordsLike(inject, palette),
						},
					];
			const late =
				notAfter !== undefined &&
				tickAt(secondsOfDay(notAfter) ?? 0, level.startSecondsOfDay) > level.limit;
			return [
				...unknown,
				...unknownNames(when, {...vocabulary, suspects}).map(name => ({
					...name,
					path: [...path, 'when', ...name.path],
				})),
				...lateIn(when, [...path, 'when'], level),
				...(late
					? [
							{
								path: [...path, 'notAfter'],
								message: 'it comes after the level has ended',
								suggestions: [],
							},
						]
					: []),
			];
		}),
	];
}
