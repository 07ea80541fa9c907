import {
	randomStreams,
	ORDERS,
	type Blank,
	type OrderSpec,
	type Rng,
	valueAt,
} from '../../sim/index.ts';
import type {Player} from './player.types.ts';

/** One look in so many ends in an order. */
const ORDER_IN = 5;
const SPECS = Object.values(ORDERS);

/**
 * Somebody who presses keys: any order of the grammar, with anything in its blanks, whatever is seen. What
 * no such player breaks, no other will.
 */
export function randomPlayer(seed: string): Player {
	const draw = randomStreams(seed);
	return {
		name: 'random',
		act({now}) {
			const rng = draw('random-player', now);
			return rng.chance(1, ORDER_IN) ? [orderOf(valueAt(SPECS, rng.below(SPECS.length)), rng)] : [];
		},
	};
}

function orderOf({forms, blanks}: OrderSpec, rng: Rng): string {
	const form = valueAt(forms, rng.below(forms.length));
	return form.replace(/<([a-z-]+)>/g, (whole, name: string) => {
		const blank = blanks[name];
		return blank === undefined ? whole : filled(blank, rng);
	});
}

function filled(blank: Blank, rng: Rng): string {
	switch (blank.kind) {
		case 'word':
			return valueAt(blank.words, rng.below(blank.words.length));
		case 'whole':
			return String(Math.floor(rng.between(blank.min, blank.max + 1)));
		case 'decimal':
			return rng.between(blank.min, blank.max).toFixed(3);
		case 'text':
			return 'something happens';
	}
}
