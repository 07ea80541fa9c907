import {luck, ORDERS, type Blank, type OrderSpec} from '../../sim/index.ts';
import type {Player} from './player.types.ts';

/** One look in so many ends in an order. */
const ORDER_IN = 5;
const SPECS = Object.values(ORDERS);

type Draws = ReturnType<ReturnType<typeof luck>>;

/**
 * Somebody who presses keys: any order of the grammar, with anything in its blanks, whatever is seen. What
 * no such player breaks, no other will.
 */
export function randomPlayer(seed: string): Player {
	const draw = luck(seed);
	return {
		name: 'random',
		act({now}) {
			const draws = draw('random-player', now);
			return draws.chance(1, ORDER_IN) ? [orderOf(SPECS[draws.below(SPECS.length)]!, draws)] : [];
		},
	};
}

function orderOf({forms, blanks}: OrderSpec, draws: Draws): string {
	const form = forms[draws.below(forms.length)]!;
	return form.replace(/<([a-z-]+)>/g, (_, name: string) => filled(blanks[name]!, draws));
}

function filled(blank: Blank, draws: Draws): string {
	switch (blank.kind) {
		case 'word':
			return blank.words[draws.below(blank.words.length)]!;
		case 'whole':
			return String(Math.floor(draws.between(blank.min, blank.max + 1)));
		case 'decimal':
			return draws.between(blank.min, blank.max).toFixed(3);
		case 'text':
			return 'something happens';
	}
}
