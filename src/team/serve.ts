import {
	momentMeant,
	wordsLike,
	type Inject,
	type Problem,
	type Room,
	type RoomEvent,
	type Service,
	type Session,
} from '../session/index.ts';

/** Who serves the drill, as the journal names them. */
export const SERVER = 'facilitator';

/** What comes of a word of whoever serves the drill: an event, or a way back that only the host can go. */
export type ServedWord =
	| {readonly came: 'event'; readonly event: RoomEvent}
	| {readonly came: 'back'; readonly at: number; readonly name: string}
	| {readonly came: 'problem'; readonly problem: Problem};

/** Reads what a word of whoever serves the drill means at this table, now. */
export function serve(
	service: Service,
	{
		session,
		room,
		palette,
	}: {readonly session: Session; readonly room: Room; readonly palette: readonly Inject[]},
): ServedWord {
	switch (service.verb) {
		case 'inject': {
			if (session.ended) return problem('The run has ended.');
			const found = palette.find(({id}) => id === service.name);
			if (found !== undefined) {
				return event({kind: 'injected', name: found.id, deed: found.deed});
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
		case 'back': {
			const moment = momentMeant(room.marks, session.observation, service.to);
			if (typeof moment !== 'number') return {came: 'problem', problem: moment};
			return {came: 'back', at: moment, name: service.to};
		}
	}
}

function event(happens: RoomEvent): ServedWord {
	return {came: 'event', event: happens};
}

function problem(message: string, suggestions: readonly string[] = []): ServedWord {
	return {came: 'problem', problem: {message, suggestions}};
}
