import {
	momentMeant,
	seatOf,
	wordsLike,
	type Inject,
	type Patience,
	type Problem,
	type ReadBack,
	type Room,
	type RoomEvent,
	type Service,
	type Session,
} from '../session/index.ts';

import {nextPlanned, type PlanServed} from './planned.ts';

/** Who serves the drill, as the journal names them. */
export const SERVER = 'facilitator';

/** What comes of a word of whoever serves the drill: an event, or a way back that only the host can go. */
export type ServedWord =
	/** `said` is what everybody is told of it. */
	| {readonly came: 'event'; readonly event: RoomEvent; readonly said?: string}
	| {readonly came: 'back'; readonly at: number; readonly name: string}
	| {readonly came: 'problem'; readonly problem: Problem};

/** Reads what a word of whoever serves the drill means at this table, now. */
export function serve(
	service: Service,
	{
		session,
		room,
		palette,
		plan,
	}: {
		readonly session: Session;
		readonly room: Room;
		readonly palette: readonly Inject[];
		readonly plan: PlanServed;
	},
): ServedWord {
	switch (service.verb) {
		case 'inject': {
			if (session.ended) return problem('The run has ended.');
			const found = palette.find(({id}) => id === service.name);
			if (found !== undefined) {
				const planned = nextPlanned(plan, room, found.id, session.now);
				return event({kind: 'injected', name: found.id, deed: found.deed, ...planned});
			}
			const names = palette.map(({id}) => id);
			if (names.length === 0) return problem('This level has no injects.');
			const like = wordsLike(service.name, names);
			return problem(`No inject of this level is called “${service.name.slice(0, 40)}”.`, [
				...(like.length === 0 ? names : like),
			]);
		}
		case 'note':
			return event({kind: 'noted', tag: service.tag, text: service.words});
		case 'snapshot': {
			const {clock} = session.observation;
			return event({kind: 'marked', name: service.name || clock.pdt.slice(0, 5)});
		}
		case 'aside': {
			const to = seatOf(room, service.seat);
			if (to === undefined) return problem(`Nobody covers “${service.seat.slice(0, 40)}” now.`);
			return event({kind: 'said', to, facts: [], text: service.words});
		}
		case 'read-back': {
			const {mode} = service;
			return {came: 'event', event: {kind: 'readBack', mode}, said: READ_BACK_TOLD[mode]};
		}
		case 'patience': {
			const {factor} = service;
			return {came: 'event', event: {kind: 'patience', factor}, said: PATIENCE_TOLD[factor]};
		}
		case 'allow': {
			const person = room.watched.find(each => each.toLowerCase() === service.person.toLowerCase());
			if (person !== undefined) return event({kind: 'allowed', person});
			return problem(`Nobody called “${service.person.slice(0, 40)}” has seen too much.`);
		}
		case 'back': {
			const moment = momentMeant(room.marks, session.observation, service.to);
			if (typeof moment !== 'number') return {came: 'problem', problem: moment};
			return {came: 'back', at: moment, name: service.to};
		}
	}
}

const READ_BACK_TOLD: Readonly<Record<ReadBack, string>> = {
	free: 'From now on no command has to be read back.',
	dangerous: 'From now on commands that ask first are read back before they run.',
	all: 'From now on every command is read back before it runs.',
};

/** It is for all or for nobody: no measure shows who needed it. */
const PATIENCE_TOLD: Readonly<Record<Patience, string>> = {
	0: 'From now on no request lapses.',
	1: 'Requests wait as long as usual.',
	2: 'From now on requests wait twice as long.',
};

function event(happens: RoomEvent): ServedWord {
	return {came: 'event', event: happens};
}

function problem(message: string, suggestions: readonly string[] = []): ServedWord {
	return {came: 'problem', problem: {message, suggestions}};
}
