import {change, together, type Change} from '../relive/change.ts';
import type {Trial} from './ranking.ts';
import {CAPACITIES, capacityId, partId, type Findings} from './search-state.ts';

/** Halves of what is shown that were not lived to their ends: what each is worth alone is told. */
export function cutShort(
	shown: readonly Trial[],
	{others}: Pick<Findings, 'others'>,
): readonly (readonly [string, Change])[] {
	return shown.flatMap(({candidate}) =>
		candidate.parts.flatMap(({id, change: half}) => {
			const part = partId(candidate, id);
			return others.get(part)?.atLeast === true ? [[part, half] as const] : [];
		}),
	);
}

/** The run and what is shown of it with a tenth more and less capacity: how near a call was. */
export function closeCalls(shown: readonly Trial[]): readonly (readonly [string, Change])[] {
	if (shown.length === 0) return [];
	return CAPACITIES.flatMap(factor => {
		const nearly = change({capacity: factor});
		return [
			[capacityId('run', factor), nearly] as const,
			...shown.map(
				({candidate}) =>
					[capacityId(candidate.id, factor), together(candidate.change, nearly)] as const,
			),
		];
	});
}
