import type {Loop, Observation} from '../observe/index.ts';
import {
	calledAs,
	emptyRoom,
	roomInWhole,
	stepLoop,
	withNote,
	type Inject,
	type Note,
	type Problem,
	type Room,
	type Service,
	type Session,
} from '../session/index.ts';
import {cardOf} from './card.ts';
import {late} from './decide.ts';
import {NO_PLAN, planDue, type PlanServed} from './planned.ts';
import {nudgeDue} from './nudge.ts';
import {serve, SERVER} from './serve.ts';
import {
	announce,
	happen,
	observedOnce,
	seatIn,
	servedIn,
	viewFrom,
	viewFromAfar,
	viewOf,
	type Division,
	type Laid,
	type SeatView,
} from './laid.ts';
import {say} from './say.ts';

/** A run that several seats play: the one authority over it. Real time comes from whoever hosts it. */
export type Table = {
	readonly room: Room;
	/** How far the night has come, and what was given by then. */
	readonly reached: {readonly now: number; readonly clock: string; readonly given: number};
	/** A line from a seat: an order or talk. A sentence says why it is neither, or not theirs. */
	say(seat: string, text: string, ms: number): Problem | undefined;
	note(seat: string, note: Note): Problem | undefined;
	/** Who sits on a seat from now on; nobody where the name is empty. */
	sit(seat: string, person: string, ms: number): void;
	/** Lets a seat stand in for another, whose person is away; nobody any more where `by` is empty. */
	cover(seat: string, by: string, ms: number): void;
	/** The panels that a seat has on its screen. */
	look(seat: string, panels: readonly string[], ms: number): void;
	pace(by: string, pace: number, ms: number): void;
	/** Lets a hold go that somebody else called for. */
	release(holder: string, ms: number): void;
	/**
	 * A word of whoever serves the drill: a sentence says why it is none, or not now. To go back to an earlier second is
	 * for the host.
	 */
	serve(service: Service, ms: number): Problem | WayBack | undefined;
	/** Takes the people of another table of the same run over, who came back to the second at which this one begins. */
	takeOver(other: Table, name: string, ms: number): void;
	/** Something about the room from whoever sits nowhere. */
	remark(by: string, text: string, ms: number): Problem | undefined;
	/** Somebody who has seen what no seat sees, and may not sit on one in this run. */
	watched(person: string, ms: number): void;
	/** Says to whoever sits down while the night is under way how things stand. */
	brief(seat: string, ms: number): void;
	/** Something that concerns everybody and that no seat has said. */
	announce(text: string, ms: number): void;
	/** Lets the night go on, and real time pass. `served` is whether somebody serves the drill now. */
	advance(seconds: number, ms: number, served?: boolean): void;
	/** What a seat sees. `away` are the seats whose people have lost their connection. */
	view(seat: string, away?: readonly string[]): SeatView;
	/** What there is to see for whoever sits nowhere. */
	watch(away?: readonly string[]): SeatView;
	/** Everything, for whoever serves the drill. */
	whole(away?: readonly string[]): SeatView;
};

/** A second to go back to with everybody, and how it was called. */
export type WayBack = {readonly at: number; readonly name: string};

/**
 * Opens a table over a run, which may be under way: what its journal says of the room is so. `palette` is what may be
 * injected, `plan` what is by itself.
 */
export function openTable(
	session: Session,
	division: Division,
	teams: readonly string[],
	palette: readonly Inject[] = [],
	plan: PlanServed = NO_PLAN,
): Table {
	const {seats} = division;
	const roles = [...new Set(seats.flatMap(({id, roles: held}) => [id, ...held]))];
	const laid: Laid = {
		...{session, division, palette, plan, observation: observedOnce(session), recent: []},
		get addressees() {
			const {sitting} = laid.room;
			const people = Object.entries(sitting).map(([seat, person]) => [calledAs(person), seat]);
			return {
				...{roles, suspects: Object.keys(session.suspects), teams},
				people: Object.fromEntries(people.filter(([called]) => called !== '')) as Record<
					string,
					string
				>,
			};
		},
		room: session.notes.reduce(withNote, emptyRoom(seats)),
	};
	return {
		get room() {
			return laid.room;
		},
		get reached() {
			const {now, given} = session;
			return {now, clock: laid.observation().clock.pdt, given};
		},
		say: (seat, text, ms) => say(laid, seat, text, ms),
		note: (seat, note) => session.note(seat, note),
		sit: (seat, person, ms) => void happen(laid, 'room', ms, {kind: 'sat', seat, person}),
		cover: (seat, by, ms) => void happen(laid, 'room', ms, {kind: 'covered', seat, by}),
		look: (seat, panels, ms) => void happen(laid, seat, ms, {kind: 'view', panels}),
		pace(by, pace, ms) {
			if (pace !== laid.room.pace) happen(laid, by, ms, {kind: 'paced', pace});
		},
		release(holder, ms) {
			const holds = laid.room.holds.some(({by}) => by === holder);
			if (holds) happen(laid, holder, ms, {kind: 'released'});
		},
		serve: (service, ms) => serveAt(laid, service, ms),
		takeOver: (other, name, ms) => takeOver(laid, other, name, ms),
		remark: (by, text, ms) => happen(laid, by, ms, {kind: 'said', to: 'room', facts: [], text}),
		watched(person, ms) {
			if (laid.room.watched.includes(person)) return;
			happen(laid, SERVER, ms, {kind: 'watched', person});
		},
		brief(seat, ms) {
			if (session.now > 0) {
				happen(laid, 'room', ms, {kind: 'said', to: seat, facts: [], text: cardOf(laid, seat)});
			}
		},
		announce: (text, ms) => announce(laid, text, ms),
		advance: (seconds, ms, served = false) => advance(laid, seconds, ms, served),
		view: (id, away) => viewFrom(laid, seatIn(seats, id), away),
		watch: away => viewFromAfar(laid, away),
		whole: away =>
			viewOf(session, laid.observation(), {
				...roomInWhole(laid.room, away),
				served: servedIn(laid),
			}),
	};
}

function advance(laid: Laid, seconds: number, ms: number, served: boolean): void {
	const {observation, session, recent} = laid;
	goOn(laid, seconds, ms);
	for (const event of late(laid.room, ms)) happen(laid, 'room', ms, event);
	for (const {n, at} of laid.room.reminders) {
		if (at <= session.now) happen(laid, 'room', ms, {kind: 'reminded', n});
	}
	if (seconds > 0 && !session.ended) {
		const orderedAt = new Map(recent.map(given => [given.seat, given.ms]));
		const nudge = nudgeDue(laid.room, {ms, seen: observation(), orderedAt, served});
		if (nudge !== undefined) happen(laid, 'room', ms, nudge);
	}
	const {loops} = laid.room;
	if (!loops.some(({state}) => state === 'given')) return;
	for (const {n, as} of comeOf(loops, observation())) {
		happen(laid, 'room', ms, {kind: 'stepped', n, step: {step: 'came', as}});
	}
}

/** Where a session is planned, each second is asked what comes about in it. */
function goOn(laid: Laid, seconds: number, ms: number): void {
	const {session, plan} = laid;
	if (plan.injects.length === 0) {
		session.advance(seconds);
		return;
	}
	for (let second = 0; second < seconds && !session.ended; second++) {
		for (const event of planDue(plan, laid.room, session.now)) happen(laid, SERVER, ms, event);
		session.advance(1);
	}
}

function serveAt(laid: Laid, service: Service, ms: number): Problem | WayBack | undefined {
	const served = serve(service, laid);
	if (served.came === 'problem') return served.problem;
	if (served.came === 'back') return {at: served.at, name: served.name};
	const problem = happen(laid, SERVER, ms, served.event);
	if (problem === undefined && served.said !== undefined) announce(laid, served.said, ms);
	return problem;
}

function takeOver(laid: Laid, other: Table, name: string, ms: number): void {
	const {session, room, division, observation} = laid;
	const {now: from, clock, given} = other.reached;
	const {sitting, pace, messages} = other.room;
	for (const {id} of division.seats) {
		const person = sitting[id] ?? '';
		if (person !== (room.sitting[id] ?? '')) {
			happen(laid, 'room', ms, {kind: 'sat', seat: id, person});
		}
	}
	for (const {by} of room.holds) happen(laid, by, ms, {kind: 'released'});
	if (pace !== null && room.pace !== 0) happen(laid, SERVER, ms, {kind: 'paced', pace: 0});
	happen(laid, SERVER, ms, {kind: 'back', name, from});
	const since = {orders: given - session.given, messages: messages.length - room.messages.length};
	announce(laid, wayBackTold(observation().clock.pdt, clock, since), ms);
}

function wayBackTold(
	to: string,
	from: string,
	{orders, messages}: {readonly orders: number; readonly messages: number},
): string {
	const kept = `${counted(orders, 'command')} and ${counted(messages, 'message')}`;
	return `Everybody is back at ${to}, from ${from}, and time stands. What came since stays in the journal that was left: ${kept}.`;
}

function counted(count: number, what: string): string {
	return `${String(count)} ${what}${count === 1 ? '' : 's'}`;
}

/** What came of orders that were given for a request. */
function comeOf(
	loops: readonly Loop[],
	{orders}: Observation,
): readonly {readonly n: number; readonly as: 'effective' | 'failed'}[] {
	type Came = {readonly n: number; readonly as: 'effective' | 'failed'};
	return loops.flatMap((loop): readonly Came[] => {
		if (!stepLoop(loop, {step: 'came', as: 'effective'}).ok) return [];
		const state = orders.find(({order}) => order === loop.given)?.state;
		if (state === 'done') return [{n: loop.n, as: 'effective'}];
		if (state === 'failed' || state === 'refused') return [{n: loop.n, as: 'failed'}];
		return [];
	});
}
