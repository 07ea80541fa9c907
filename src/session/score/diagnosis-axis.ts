import {suspectsOf} from '../../level/index.ts';
import {specOf} from '../../sim/index.ts';
import type {KeptNote, Note} from '../notes.types.ts';
import {pointsOf} from './harm-axis.ts';
import type {ReplayedRun} from './replayed-run.types.ts';
import type {AxisScore, Belief} from './score.types.ts';

type Guess = KeptNote & {readonly note: Extract<Note, {about: 'hypothesis'}>};

/** Full marks for naming it within ten minutes of its being so; half of them are left after two hours. */
const EARLY_SECONDS = 600;
const LATE_SECONDS = 7_200;
const LATE_SHARE = 0.5;
/** Having looked first is worth a fifth; mitigating first costs nothing. */
const EVIDENCE_SHARE = 0.2;
const WRONG_COST = 5;
const WRONG_COST_MAX = 20;
const SURE = 80;

/** When the right cause was first named, and whether anybody had looked. A hypothesis is never required. */
export function diagnosisAxis(replayed: ReplayedRun): AxisScore {
	const {result, notes, from} = replayed;
	const truth = result.diagnosis;
	const guesses = notes.filter(isGuess);
	if (truth.length === 0) return unmeasured('This level does not say what was behind it.');
	if (guesses.length === 0) return unmeasured('No hypothesis was noted.');
	const isRight = (guess: Guess) => wasSo(guess, truth);
	const right = guesses.find(isRight);
	const wrong = guesses.filter(guess => !isRight(guess));
	const cost = Math.min(
		WRONG_COST_MAX,
		WRONG_COST * wrong.filter(({note}) => note.confidence >= SURE).length,
	);
	const suspects = suspectsOf(replayed.level);
	const moments = guesses.map(guess => ({
		at: guess.at,
		text: `${isRight(guess) ? 'right' : 'not so'}: ${suspects[guess.note.suspect] ?? guess.note.suspect}, ${String(guess.note.confidence)} % sure`,
	}));
	if (right === undefined) {
		const what = `None of ${String(guesses.length)} hypotheses was right when it was noted.`;
		return {id: 'diagnosis', points: 0, what, moments};
	}
	const began = Math.max(
		from,
		truth.find(({suspect}) => suspect === right.note.suspect)?.from ?? from,
	);
	const seconds = Math.max(0, right.at - began);
	const lookedAt = firstLook(replayed, right.at);
	const looked = lookedAt === null ? 0 : EVIDENCE_SHARE;
	const points = pointsOf((1 - EVIDENCE_SHARE) * promptness(seconds) + looked);
	const seen = lookedAt === null ? [] : [{at: lookedAt, text: 'evidence was looked at'}];
	return {
		id: 'diagnosis',
		points: Math.max(0, points - cost),
		what: `The right cause was named ${String(Math.round(seconds / 60))} minutes after it began${lookedAt === null ? ', with nothing looked at before' : ''}.`,
		moments: [...moments, ...seen].sort((a, b) => a.at - b.at),
	};
}

/** How sure somebody was each time, and whether it was so; none where the level does not say what was behind it. */
export function beliefsOf({result, notes}: ReplayedRun): readonly Belief[] {
	const truth = result.diagnosis;
	if (truth.length === 0) return [];
	return notes
		.filter(isGuess)
		.map(guess => ({confidence: guess.note.confidence, right: wasSo(guess, truth)}));
}

function wasSo({at, note}: Guess, truth: ReplayedRun['result']['diagnosis']): boolean {
	return truth.some(
		span => span.suspect === note.suspect && at >= span.from && at <= (span.until ?? at),
	);
}

function isGuess(kept: KeptNote): kept is Guess {
	return kept.note.about === 'hypothesis';
}

function promptness(seconds: number): number {
	const late = (seconds - EARLY_SECONDS) / (LATE_SECONDS - EARLY_SECONDS);
	return 1 - (1 - LATE_SHARE) * Math.max(0, Math.min(1, late));
}

/** The first panel opened or look taken before a second, of the player's own. */
function firstLook({run, notes, from}: ReplayedRun, before: number): number | null {
	const opened = notes.find(({at, note}) => note.about === 'opened' && at <= before)?.at;
	const looked = run.world.orders.find(
		({at, order, number}) => number > 0 && at <= before && specOf(order).kind === 'look',
	)?.at;
	const first = Math.min(opened ?? Infinity, looked ?? Infinity);
	return first === Infinity ? null : Math.max(from, first);
}

function unmeasured(what: string): AxisScore {
	return {id: 'diagnosis', points: null, what, moments: []};
}
