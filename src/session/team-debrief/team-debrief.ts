import type {Level, Roles} from '../../level/index.ts';
import {isInspection, type World} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import type {Journal} from '../journal.types.ts';
import {judgementOf} from '../goals/index.ts';
import {gradedHandovers, unsteadyIn, type GradedHandover} from '../handover/index.ts';
import {notesIn, startReplay, type Refused} from '../relive/replay.ts';
import {recordedRunOf} from '../relive/recorded-run.ts';
import type {Run} from '../run.ts';
import {seesIn} from '../seats/index.ts';
import {ASIDE, emptyRoom, type RoomNote, type RoomPlan} from '../talk/index.ts';
import type {KeptNote} from '../notes.types.ts';
import {agreedIn} from './agreed.ts';
import {dutiesOf} from './duties.ts';
import {duplicatesIn, loadOf, silenceIn} from './load.ts';
import {noticesOf} from './notify.ts';
import {relaysOf} from './relays.ts';
import {requestsOf} from './requests.ts';
import {roomTimeOf} from './room-time.ts';
import {spokenIn} from './spoken.ts';
import type {Claims, Handed, TeamDebrief} from './team-debrief.types.ts';
import {watchRoom, type Watched} from './watch-room.ts';

export type ToldTeam = {readonly ok: true; readonly team: TeamDebrief | null} | Refused;

/** Lives the run of a team again and tells it back; null where one played alone. A refusal where it comes out otherwise. */
export function teamDebriefOf(
	level: Level,
	journal: Journal,
	roles: Roles,
	options: {readonly game: string},
): ToldTeam {
	const plan = journal.begin.room;
	if (plan === undefined) return {ok: true, team: null};
	const started = startReplay(level, journal, {...options, observed: true});
	if (!started.ok) return started;
	const kept = notesIn(journal);
	const watched = watchRoom({plan, roles, sees: seesIn(plan, roles, level), notes: kept});
	watched.record(started.run);
	const strays = started.relive(Infinity, [watched.record]);
	if (strays !== null) return strays;
	return {ok: true, team: toldOf({level, journal, roles, plan, watched, kept}, started.run)};
}

type Lived = {
	readonly level: Level;
	readonly journal: Journal;
	readonly roles: Roles;
	readonly plan: RoomPlan;
	readonly watched: Watched;
	readonly kept: readonly KeptNote[];
};

function toldOf({level, journal, roles, plan, watched, kept}: Lived, run: Run): TeamDebrief {
	const {seats, fog} = plan;
	const {orders} = recordedRunOf(level, journal);
	const notes = roomNotesIn(kept);
	const time = roomTimeOf(notes);
	const begun = emptyRoom(seats);
	const {spoken, room} = spokenIn(notes, begun);
	const relays = relaysOf({seats, sightings: watched.sightings, spoken, notes, orders, time});
	const {tasks} = judgementOf(run.evaluator, run.evaluation, run.world);
	const until = run.world.now;
	return {
		fog,
		seats: seats.map(({id, title}) => ({id, title})),
		persons: personsIn(notes),
		relays,
		duties: dutiesOf({level, roles, seats, tasks, relays, until}),
		notify: noticesOf(run, watched, notes),
		promises: promisesIn(run),
		requests: requestsOf(notes, begun, time),
		claims: claimsOf(watched),
		load: loadOf({seats, pages: watched.pages, spoken, notes, orders, room, time}),
		holds: time.holds.map(({at, by, from, until: end}) => ({
			at,
			by,
			seconds: Math.round((end - from) / 1_000),
		})),
		silence: silenceIn(spoken, watched, time, until),
		duplicates: duplicatesIn(orders, isLook),
		handovers: gradedHandovers(level, journal).map(handedOf),
		...agreedIn(notes, orders, begun),
		notes: [...room.notes, ...asidesIn(notes), ...serviceIn(notes)].sort((a, b) => a.at - b.at),
		injected: room.injected,
	};
}

function handedOf({handover, grade, truth}: GradedHandover): Handed {
	const {at, from: by, to, takenAt} = handover;
	const names = (items: readonly {readonly what: string}[]) => items.map(({what}) => what);
	return {
		...{at, by, to, takenAt},
		unsteady: unsteadyIn(handover.claims, truth),
		fields: grade.fields.map(({field, of, kept, lost, wrong, stale, masking, beyond}) => ({
			...{field, of, kept: names(kept), lost: names(lost), wrong, stale, masking, beyond},
		})),
	};
}

/** What whoever served the drill said to one seat is coaching, and stands as such. */
function asidesIn(notes: readonly RoomNote[]): TeamDebrief['notes'] {
	return notes.flatMap(({at, by, event}) =>
		event.kind === 'said' && by === ASIDE && event.to !== 'room'
			? [{at, tag: `aside to ${event.to}`, text: event.text}]
			: [],
	);
}

/** Ways back, and who sat down having seen what no seat sees: from there on it is to be read with that in mind. */
function serviceIn(notes: readonly RoomNote[]): TeamDebrief['notes'] {
	const allowed = new Set<string>();
	return notes.flatMap(({at, event}) => {
		if (event.kind === 'allowed') allowed.add(event.person);
		if (event.kind === 'back') {
			const minutes = Math.round((event.from - at) / 60);
			return [
				{at, tag: 'back', text: `${event.name}, with everybody, from ${String(minutes)} min later`},
			];
		}
		if (event.kind !== 'sat' || !allowed.has(event.person)) return [];
		return [
			{at, tag: 'contaminated', text: `whoever has ${event.seat} has seen what no seat sees`},
		];
	});
}

/** What a journal has of a room, oldest first. */
export function roomNotesIn(notes: readonly KeptNote[]): readonly RoomNote[] {
	return notes.flatMap(({at, by, note}) =>
		note.about === 'room' ? [{at, by, ms: note.ms, event: note.event}] : [],
	);
}

function personsIn(notes: readonly RoomNote[]): number {
	const names = notes.flatMap(({event}) =>
		event.kind === 'sat' && event.person !== '' ? [event.person] : [],
	);
	return new Set(names).size;
}

function claimsOf({claims}: Watched): Claims {
	return {
		said: claims.length,
		seen: claims.filter(({seen}) => seen === true).length,
		unseen: claims.flatMap(({at, by, token, seen}) => (seen === false ? [{at, by, token}] : [])),
	};
}

function promisesIn({world}: {readonly world: World}): TeamDebrief['promises'] {
	const made = world.orders.filter(
		({order, state, number}) =>
			number > 0 && state === 'done' && (order.id === 'promise' || order.id === 'update'),
	).length;
	return {made, broken: Math.min(made, world.incidentCall.output.promisesBroken)};
}

function isLook(words: string): boolean {
	const parsed = parseOrder(words);
	return parsed.ok && isInspection(parsed.order);
}
