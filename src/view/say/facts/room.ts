import type {Entry, Message, Observation} from '../../../observe/index.ts';
import {seatsNamed} from '../../../session/index.ts';
import {fact} from '../fact.ts';
import type {Fact} from '../fact.types.ts';
import {clockAt} from '../measure.ts';
import {tokenWords} from './fact-tokens.ts';
import {loopFact} from './loops.ts';

export type MessageOf = Pick<Message, 'by' | 'to'> & {readonly when: string; readonly said: string};

/** What was said on the call, newest first. */
export function messageFacts(observation: Observation): readonly Fact<MessageOf>[] {
	const {room} = observation;
	return (room?.messages ?? [])
		.map((message, index) => messageFact(observation, message, index))
		.reverse();
}

/** Who sits where, and who sees it so. */
export function seatFacts({room}: Observation): readonly Fact<null>[] {
	return (room?.seats ?? []).map(({id, title, person}) =>
		fact(
			{id: `seat ${id}`, label: id, value: person, word: person === '' ? 'EMPTY' : '', of: null},
			() => `${title}: ${person === '' ? 'nobody' : person}${id === room?.seat ? ' (you)' : ''}`,
		),
	);
}

const PLAN_WORDS = {
	waits: 'WAITS',
	given: 'GIVEN',
	dropped: 'DROPPED',
	never: 'NEVER CAME',
} as const;

/** What whoever serves the drill may bring about, has brought about and noted; nothing for anybody else. */
export function servedFacts(observation: Observation) {
	const served = observation.room?.served;
	if (served === null || served === undefined) return {palette: [], served: [], plan: []};
	const {palette, injected, notes, marks, plan} = served;
	const line = (at: number, id: string, text: string) => {
		const when = clockAt(observation, at);
		return {
			at,
			fact: fact({id: `${id} ${String(at)}`, label: text, of: null}, () => `${when} ${text}`),
		};
	};
	const happened = [
		...injected.map(({at, name}) => line(at, `inject ${name}`, `inject ${name}`)),
		...notes.map(({at, tag, text}) =>
			line(at, `note ${text}`, `${tag === '' ? 'note' : tag}: ${text}`),
		),
		...marks.map(({at, name}) => line(at, `mark ${name}`, `snapshot ${name}`)),
	].sort((a, b) => b.at - a.at);
	return {
		palette: palette.map(({name, what}) =>
			fact({id: `palette ${name}`, label: name, of: null}, () => `inject ${name}: ${what}`),
		),
		served: happened.map(({fact: each}) => each),
		plan: plan.map(({inject, when, expects, state}, index) => {
			const expected = expects === '' ? '' : `; expected: ${expects}`;
			return fact(
				{id: `plan ${String(index)}`, label: inject, word: PLAN_WORDS[state], of: null},
				() => `${inject}: ${when}${expected}`,
			);
		}),
	};
}

/** To whom it was said, where that is not everybody. */
export function whomWords(to: string): string {
	if (to === 'all') return '';
	return to === 'room' ? ' of the room' : ` to ${to.replace(/^chat /u, 'the ')}`;
}

/** Whether somebody else names the seat in it, behind an @. */
export function isForYou({room}: Observation, {by, text}: Pick<Message, 'by' | 'text'>): boolean {
	if (room === null || by === room.seat) return false;
	return seatsNamed(text, room.seats).includes(room.seat);
}

/** What whoever keeps the record has marked, newest first. */
export function timelineFacts(observation: Observation): readonly Fact<null>[] {
	const {room, orders} = observation;
	if (room === null) return [];
	const said = messageFacts(observation).toReversed();
	const loops = new Map(room.loops.map(loop => [loop.n, loopFact(observation, loop, room).text]));
	const words = ({kind, n}: Entry): string | undefined => {
		if (kind === 'request') return loops.get(n);
		if (kind === 'said') return said[room.messages.findIndex(each => each.n === n)]?.text;
		const order = orders.find(each => each.order === n);
		return order === undefined ? undefined : `command ${String(n)} “${order.text}”, ${order.state}`;
	};
	return room.timeline
		.flatMap(({entry, star, tag}) => {
			const told = words(entry);
			if (told === undefined) return [];
			const id = `kept ${entry.kind} ${String(entry.n)}`;
			const marks = [...(star ? ['★'] : []), ...(tag === '' ? [] : [`${tag}:`])].join(' ');
			return [fact({id, label: told, value: tag, of: null}, () => `${marks} ${told}`)];
		})
		.toReversed();
}

/** What the seat will be reminded of, soonest first. */
export function reminderFacts(observation: Observation): readonly Fact<null>[] {
	const reminders = [...(observation.room?.reminders ?? [])].sort((a, b) => a.at - b.at);
	return reminders.map(({n, at, text}) =>
		fact(
			{id: `reminder ${String(n)}`, label: text, of: null},
			() => `at ${clockAt(observation, at)}: ${text}`,
		),
	);
}

function messageFact(observation: Observation, message: Message, index: number): Fact<MessageOf> {
	const {n, at, by, to, facts, text} = message;
	const when = clockAt(observation, at);
	const said = [...facts.map(token => tokenWords(observation, token)), text]
		.filter(part => part !== '')
		.join(' ');
	return fact(
		{
			id: `said ${String(message.ms)}-${String(index)}`,
			label: said,
			value: by,
			word: isForYou(observation, message) ? 'FOR YOU' : '',
			age: observation.now - at,
			of: {by, to, when, said},
		},
		() => `#${String(n)} ${when} ${by}${whomWords(to)}: ${said}`,
	);
}
