import type {Observation} from '../../../observe/index.ts';
import type {Session} from '../../../session/index.ts';
import {flash} from './flash.ts';
import {readExpectation} from '../../input/order-card/index.ts';
import {given, misunderstood} from './taken.ts';
import {speedOf} from './time/index.ts';
import type {Context, Deed, Ui} from '../../input/ui.types.ts';

/** Carries out what keys ask of the run, and keeps in its journal what the player looked at and said. */
export type Scribe = {
	carryOut(ui: Ui, deed: Deed, context: Context): Ui;
	/** Notes a panel that has come into focus. */
	noteLook(before: Ui, after: Ui): void;
	/** Notes a stop once it is over, where stops count. */
	noteStops(before: Ui, after: Ui): void;
};

type ScribeSettings = {
	readonly session: Session;
	readonly by: string;
	readonly hint?: ((observation: Observation) => string | null) | undefined;
};

export function createScribe({session, by, hint}: ScribeSettings): Scribe {
	/** Orders given since the second that the observation is of, which does not know them yet. */
	let fresh = {at: -1, orders: 0};
	/** Seconds of stops that the journal has. */
	let kept = session.notes.reduce(
		(sum, {note}) => (note.about === 'paused' ? sum + note.seconds : sum),
		0,
	);

	function lastOrder(observation: Observation): number {
		const waiting = fresh.at === session.now ? fresh.orders : 0;
		return (observation.orders.at(-1)?.order ?? 0) + waiting;
	}

	function predict(ui: Ui, text: string, observation: Observation): Ui {
		const order = lastOrder(observation);
		if (order === 0)
			return flash(ui, 'warn', 'Give an order first: an expectation is about the last one.');
		const parsed = readExpectation(text);
		const expects = parsed.ok ? parsed.expectation : null;
		const problem = session.note(by, {about: 'prediction', order, expects, text});
		if (problem !== undefined) return flash(ui, 'bad', problem.message);
		const said = expects === null ? 'Kept as words' : 'Kept, and will be checked';
		return flash(ui, 'good', `${said}: ${text}`);
	}

	function attempt(ui: Ui, text: string, prediction: string, context: Context): Ui {
		const problem = session.attempt(by, text);
		if (problem !== undefined) return misunderstood(ui, text, problem, context);
		fresh = {at: session.now, orders: fresh.at === session.now ? fresh.orders + 1 : 1};
		const told = given(ui, text);
		return prediction === '' ? told : predict(told, prediction, context.observation);
	}

	return {
		carryOut(ui, deed, context) {
			switch (deed.type) {
				case 'attempt':
					return attempt(ui, deed.text, deed.prediction, context);
				case 'expect':
					return predict(ui, deed.text, context.observation);
				case 'note': {
					const problem = session.note(by, deed.note);
					return problem === undefined ? ui : flash(ui, 'bad', problem.message);
				}
				case 'hint': {
					const text = hint?.(context.observation) ?? null;
					if (text === null) return flash(ui, 'warn', 'No hint for this moment.');
					session.note(by, {about: 'hint', text});
					return flash(ui, 'good', `Hint: ${text}`);
				}
			}
		},
		noteLook(before, {focus, full, stage, readOnly}) {
			if (stage !== 'playing' || readOnly || session.ended) return;
			if (before.focus === focus && before.full === full) return;
			session.note(by, {about: 'opened', panel: focus});
		},
		noteStops(before, after) {
			if (after.stops === null || after.readOnly) return;
			const runs = speedOf(before) > 0 || speedOf(after) > 0;
			const seconds = Math.round(after.stops.seconds - kept);
			if (!runs || seconds <= 0) return;
			kept = after.stops.seconds;
			session.note(by, {about: 'paused', seconds});
		},
	};
}
