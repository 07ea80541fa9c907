import type {KeyFact} from '../../level/index.ts';
import {METRICS_OF} from '../../observe/index.ts';
import {beginsAsOneOf} from '../../sim/index.ts';
import type {GivenOrder} from '../relive/recorded-run.ts';
import {holds} from '../seats/index.ts';
import type {RoomNote, Seat} from '../talk/index.ts';
import type {RoomTime} from './room-time.ts';
import type {Spoken} from './spoken.ts';
import type {Broke, Relay} from './team-debrief.types.ts';
import {isToldByWords, tells} from './told-by.ts';
import type {Sighting} from './watch-room.ts';

export type RelayInputs = {
	readonly seats: readonly Seat[];
	readonly sightings: readonly Sighting[];
	readonly spoken: readonly Spoken[];
	readonly notes: readonly RoomNote[];
	readonly orders: readonly GivenOrder[];
	readonly time: RoomTime;
};

/** Each key fact that came true, from the eye to the hand, as the journal and the seats' own views have it. */
export function relaysOf(inputs: RelayInputs): readonly Relay[] {
	return inputs.sightings
		.flatMap(sighting => relayOf(sighting, inputs))
		.sort((a, b) => a.trueAt - b.trueAt);
}

function relayOf(sighting: Sighting, inputs: RelayInputs): readonly Relay[] {
	const {id, fact, of, trueAt, overAt, seenAt} = sighting;
	if (of === null || trueAt === null) return [];
	const {seats, spoken, orders, time} = inputs;
	const needing = seats.filter(seat => fact.needs.some(need => holds(seat, need)));
	const needs = needing.map(seat => seat.id).filter(seat => seat !== of);
	const own = needs.length === 0;
	const telling = spoken.filter(each => each.at >= trueAt && isTold(fact, of, each));
	const said = telling[0];
	const reaching = telling.find(({reached}) => reached.some(seat => needs.includes(seat)));
	const known = own ? seenAt : (reaching?.at ?? null);
	const acted = orders.find(
		({at, words}) => at > (known ?? Infinity) && beginsAsOneOf(fact.for, words),
	);
	const dueAt =
		seenAt === null || fact.withinMinutes === null ? null : seenAt + 60 * fact.withinMinutes;
	const seconds = (from: number, until: number) => Math.max(0, Math.round((until - from) / 1_000));
	const saidMs = said === undefined ? null : time.active(said.ms);
	const relay = {
		...{id, what: fact.what, of, needs, own, trueAt, overAt, seenAt},
		screenAt: seenAt === null ? null : screenAt(fact, of, seenAt, inputs.notes),
		said: said === undefined ? null : {at: said.at, by: said.by, to: said.to},
		reached:
			reaching === undefined
				? null
				: {at: reaching.at, seat: reaching.reached.find(seat => needs.includes(seat)) ?? ''},
		acted: acted === undefined ? null : {at: acted.at, by: acted.by, words: acted.words},
		waiting: fact.for,
		dueAt,
		realSeconds: {
			say: seenAt === null || saidMs === null ? null : seconds(time.activeAt(seenAt), saidMs),
			act: acted === undefined || saidMs === null ? null : seconds(saidMs, time.activeAt(acted.at)),
		},
	};
	return [{...relay, broke: brokeAt(relay, fact)}];
}

function isTold(fact: KeyFact, of: string, {by, facts}: Spoken): boolean {
	return (by === of && isToldByWords(fact)) || facts.some(token => tells(fact, token));
}

/** The first place at which it did not go on; null where it went all the way. */
function brokeAt(relay: Omit<Relay, 'broke'>, fact: KeyFact): Broke | null {
	const {own, seenAt, said, reached, dueAt, acted} = relay;
	if (seenAt === null && said === null) return 'it could not be seen';
	if (!own && said === null) return 'it was not said';
	if (!own && reached === null) return 'it did not reach those who needed it';
	if (!own && dueAt !== null && (reached?.at ?? 0) > dueAt) return 'it was said late';
	return acted === null && fact.for.length > 0 ? 'nothing followed' : null;
}

/** The first second in which a panel that shows it was on the screen of its seat. */
function screenAt(
	{told}: KeyFact,
	of: string,
	seenAt: number,
	notes: readonly RoomNote[],
): number | null {
	const panels = Object.entries(METRICS_OF)
		.filter(([, systems]) => systems.some(name => told.some(each => each.startsWith(`${name}.`))))
		.map(([panel]) => panel);
	const views = notes.flatMap(({at, by, event}) =>
		by === of && event.kind === 'view' ? [{at, panels: event.panels}] : [],
	);
	const shows = views.findIndex(({at, panels: on}, index) => {
		const until = views[index + 1]?.at ?? Infinity;
		return until > seenAt && at <= until && on.some(panel => panels.includes(panel));
	});
	const view = views[shows];
	return view === undefined ? null : Math.max(seenAt, view.at);
}
