import type {Harm} from './session.types.ts';

/** Harm as it is shown: parts that sum to the total, whatever was rounded. */
export type ToldHarm = {
	readonly total: number;
	/** The largest first; what rounds to nothing is left out. */
	readonly parts: readonly {readonly id: string; readonly minutes: number}[];
};

/**
 * Rounds a total and its parts to so many digits. Each part is cut off and those that lost most by it get the
 * rest back, so that what is shown adds up to what is shown.
 */
export function tellHarm(harm: Harm, digits = 0): ToldHarm {
	let unit = 1;
	for (let digit = 0; digit < digits; digit++) unit *= 10;
	const cut = Object.entries(harm.parts).map(([id, minutes]) => {
		const units = Math.floor(minutes * unit);
		return {id, units, lost: minutes * unit - units};
	});
	const total = Math.round(cut.reduce((sum, {units, lost}) => sum + units + lost, 0));
	let missing = total - cut.reduce((sum, {units}) => sum + units, 0);
	for (const part of [...cut].sort((a, b) => b.lost - a.lost)) {
		if (missing <= 0) break;
		part.units += 1;
		missing -= 1;
	}
	return {
		total: total / unit,
		parts: cut
			.filter(({units}) => units !== 0)
			.sort((a, b) => Math.abs(b.units) - Math.abs(a.units))
			.map(({id, units}) => ({id, minutes: units / unit})),
	};
}
