import {asksFirst, dangerOf} from '../../do/danger.ts';
import type {Doing} from '../../do/deed.types.ts';
import {may} from '../../do/may.ts';
import {perform} from '../../do/perform.ts';
import {cardFor, specFor} from '../../input/order-card/index.ts';
import type {Context, Ui} from '../../input/ui.types.ts';
import type {DeedWish} from '../../input/wish.types.ts';
import {speedOf} from './time/index.ts';
import {told, type Told} from './told.ts';

/** Carries out what keys have come to, and keeps in the journal what the player looked at. */
export type Scribe = {
	carryOut(ui: Ui, wish: DeedWish, context: Context): Told;
	/** Notes a panel that has come into focus. */
	noteLook(before: Ui, after: Ui): void;
	/** Notes a stop once it is over, where stops count. */
	noteStops(before: Ui, after: Ui): void;
};

export function createScribe(doing: Doing): Scribe {
	const {session, by} = doing;
	/** Seconds of stops that the journal has. */
	let kept = session.notes.reduce(
		(sum, {note}) => (note.about === 'paused' ? sum + note.seconds : sum),
		0,
	);

	return {
		carryOut(ui, wish, context) {
			const card = cardBefore(doing, wish);
			if (card !== null) return [{...ui, order: card}, []];
			const outcome = perform(doing, wish.deed);
			const [next, asks] = told(ui, wish, outcome, context);
			const {prediction = ''} = wish;
			if (outcome.came !== 'queued' || prediction === '') return [next, asks];
			const expect = {type: 'do', deed: {do: 'expect', text: prediction}} as const;
			return told(next, expect, perform(doing, expect.deed), context);
		},
		noteLook(before, {focus, full, stage}) {
			if (stage !== 'playing') return;
			if (before.focus === focus && before.full === full) return;
			perform(doing, {do: 'panel', panel: focus});
		},
		noteStops(before, after) {
			if (after.stops === null || doing.readOnly) return;
			const runs = speedOf(before) > 0 || speedOf(after) > 0;
			const seconds = Math.round(after.stops.seconds - kept);
			if (!runs || seconds <= 0) return;
			kept = after.stops.seconds;
			session.note(by, {about: 'paused', seconds});
		},
	};
}

/** The card of an order that was put together by keys: who typed a whole order has thought. A look never asks. */
function cardBefore(doing: Doing, {deed, chosen}: DeedWish) {
	if (chosen !== true || deed.do !== 'order' || may(deed, doing) !== null) return null;
	const danger = dangerOf(deed.text);
	if (danger !== null && asksFirst(doing.session.notes, doing.confirm)) return null;
	return specFor(deed.text)?.kind === 'do' ? cardFor(deed.text, null, true) : null;
}
