import {optionsOf, type DecisionPoint, type ExpertPanel} from '../../level/index.ts';
import {placesInOrder, placesOf} from './places.ts';

/** How somebody ranks the options of a decision. */
export type Ranked = {
	readonly by: string;
	/** The place of each option, from 1; those ranked alike share the middle of theirs. */
	readonly places: readonly number[];
	readonly why: string;
	/** Whether it counts for what a panel comes to: of scripted players those whose night was won. */
	readonly counts: boolean;
};

export type Panel = {
	readonly all: readonly Ranked[];
	/** What those who count come to together, by the sum of places; all of them where none does. */
	readonly places: readonly number[];
	/** Those who would begin with something else. */
	readonly minority: readonly Ranked[];
};

/** A decision that a run came to, with what could be done and who would have done what. */
export type RankedDecision = {
	readonly id: string;
	readonly what: string;
	readonly clock: string;
	readonly options: readonly string[];
	/** What whoever played did, ranked as the scripts are. */
	readonly did: Ranked;
	readonly panel: Panel;
};

/** What people of a panel file say of a decision. */
export function judgedByPanel(panel: ExpertPanel, decision: DecisionPoint): readonly Ranked[] {
	const options = optionsOf(decision);
	return panel.experts.flatMap(({name, ranks}) =>
		ranks
			.filter(rank => rank.decision === decision.id)
			.map(({order, why}) => {
				const put = order.map(option => options.indexOf(option));
				return {by: name, places: placesInOrder(put, options.length), why, counts: true};
			}),
	);
}

export function panelOf(all: readonly Ranked[]): Panel {
	const [first] = all;
	if (first === undefined) return {all, places: [], minority: []};
	const counting = all.filter(({counts}) => counts);
	const heard = counting.length > 0 ? counting : all;
	const sums = first.places.map((_, option) =>
		heard.reduce((sum, {places}) => sum + (places[option] ?? 0), 0),
	);
	const best = bestOf(sums);
	const minority = all.filter(({places}) => !bestOf(places).some(option => best.includes(option)));
	return {all, places: placesOf(sums), minority};
}

function bestOf(places: readonly number[]): readonly number[] {
	const least = Math.min(...places);
	return places.flatMap((place, option) => (place === least ? [option] : []));
}

/** Of the pairs that both put in an order, how many they put in the same. */
export function agreement(
	one: readonly number[],
	other: readonly number[],
): {readonly same: number; readonly pairs: number} {
	let same = 0;
	let pairs = 0;
	for (let a = 0; a < one.length; a++) {
		for (let b = a + 1; b < one.length; b++) {
			const here = Math.sign((one[a] ?? 0) - (one[b] ?? 0));
			const there = Math.sign((other[a] ?? 0) - (other[b] ?? 0));
			if (here === 0 || there === 0) continue;
			pairs += 1;
			if (here === there) same += 1;
		}
	}
	return {same, pairs};
}
