import type {Harm} from './session.types.ts';

/** Harm as it is shown: parts that sum to the total, whatever was rounded. */
export type ToldHarm = {
	readonly total: number;
	/** The largest first; what rounds to nothing is left out. */
	readonly parts: readonly {readonly id: string; readonly minutes: number}[];
};

/**
 * Rounds a total and its parts to so many digits, or the parts to a total that is told already. Each part is cut off and those that lost most by it get the
 * rest back, so that what is shown adds up to what is shown.
 */
export function tellHarm(harm: Harm, digits = 0, told: number | null = null): ToldHarm {
	let unit = 1;
	for (let digit = 0; digit < digits; digit++) unit *= 10;
	const cut = Object.entries(harm.parts).map(([id, minutes]) => {
		const units = Math.floor(minutes * unit);
		return {id, units, lost: minutes * unit - units};
	});
	const summed = Math.round(cut.reduce((sum, {units, lost}) => sum + units + lost, 0));
	const total = told === null ? summed : Math.round(told * unit);
	let missing = total - cut.reduce((sum, {units}) => sum + units, 0);
	const byLoss = [...cut].sort((a, b) => b.lost - a.lost);
	for (const part of missing > 0 ? byLoss : byLoss.reverse()) {
		if (missing === 0) break;
		const step = Math.sign(missing);
		part.units += step;
		missing -= step;
	}
	return {
		total: total / unit,
		parts: cut
			.filter(({units}) => units !== 0)
			.sort((a, b) => Math.abs(b.units) - Math.abs(a.units))
			.map(({id, units}) => ({id, minutes: units / unit})),
	};
}
