import {clockOf, type Level} from '../level/index.ts';
import type {Journal} from './journal.types.ts';
import {roomEventsIn} from './relive/index.ts';
import {AXIS_LABELS, type Score} from './score/index.ts';
import type {RunResult} from './session.types.ts';
import {tellHarm} from './told-harm.ts';

/** What only whoever keeps the file of a run knows. */
export type Kept = {
	/** Who said that they played it, of which team, and when it was begun by their clock; empty where nobody said. */
	readonly name: string;
	readonly team: string;
	readonly began: string;
	/** Of the journal as it lies there. */
	readonly sha256: string;
	/** What each signature is worth, in a sentence. */
	readonly signatures: readonly string[];
};

/** What an exercise was and what came of it: what a file on exercises asks for, as far as a run can tell. */
export type Evidence = {
	readonly title: string;
	readonly aim: string;
	readonly scenario: string;
	readonly level: string;
	readonly levelHash: string;
	readonly seed: string;
	readonly world: number;
	readonly game: string;
	/** Claimed, as a journal has no clock but that of its night. */
	readonly began: string;
	readonly from: string;
	readonly until: string;
	readonly team: string;
	readonly participants: readonly {
		readonly name: string;
		readonly seat: string;
		readonly roles: string;
	}[];
	readonly injects: readonly {readonly at: string; readonly what: string}[];
	readonly objectives: readonly {
		readonly what: string;
		readonly state: string;
		readonly at: string;
	}[];
	readonly outcome: string;
	readonly impactMinutes: number;
	readonly axes: readonly {
		readonly axis: string;
		readonly points: number | null;
		readonly what: string;
	}[];
	readonly unsafe: readonly {readonly at: string; readonly what: string}[];
	/** Of the state it ended in, re-simulated. */
	readonly endHash: string;
	readonly sha256: string;
	readonly signatures: readonly string[];
};

/** The evidence of a run that was lived again. */
export function evidenceOf(
	level: Level,
	journal: Journal,
	{result, score}: {readonly result: RunResult; readonly score: Score},
	{name, team, began, sha256, signatures}: Kept,
): Evidence {
	const {begin} = journal;
	const clock = clockOf(level, begin.seed);
	const alone = name === '' ? [] : [{name, seat: '', roles: ''}];
	const {ended} = result;
	return {
		...{title: level.title, aim: level.lesson, scenario: level.summary},
		...{level: level.id, levelHash: begin.levelHash, seed: begin.seed, world: begin.world},
		...{game: begin.game, began, team},
		...{from: clock.at(level.takeover), until: clock.at(result.ticks)},
		participants: begin.room === undefined ? alone : seatedIn(journal),
		injects: injectsIn(journal, clock.at),
		objectives: result.tasks.map(({what, state, at}) => ({what, state, at: at ?? ''})),
		outcome: ended === null ? 'not over' : ended.won ? 'won' : `lost: ${ended.why}`,
		impactMinutes: tellHarm(result.harm).total,
		axes: score.axes.map(({id, points, what}) => ({axis: AXIS_LABELS[id], points, what})),
		unsafe: result.unsafe.map(({at, what}) => ({at, what})),
		...{endHash: result.hash, sha256, signatures},
	};
}

/** Everybody who sat somewhere, and where. */
function seatedIn(journal: Journal): Evidence['participants'] {
	const seats = journal.begin.room?.seats ?? [];
	const sat = new Map<string, Evidence['participants'][number]>();
	for (const {event} of roomEventsIn(journal)) {
		if (event.kind !== 'sat' || event.person === '') continue;
		const roles = seats.find(({id}) => id === event.seat)?.roles.join(', ') ?? '';
		const who = {name: event.person, seat: event.seat, roles};
		sat.set(JSON.stringify([who.name, who.seat]), who);
	}
	return [...sat.values()];
}

function injectsIn(journal: Journal, clockAt: (tick: number) => string): Evidence['injects'] {
	return roomEventsIn(journal).flatMap(({at, event}) =>
		event.kind === 'injected' ? [{at: clockAt(at), what: event.name}] : [],
	);
}
