import {
	METRICS,
	type Entry,
	type FactToken,
	type Loop,
	type Message,
	type Observation,
} from '../../../observe/index.ts';
import {seatsNamed} from '../../../session/index.ts';
import {fact} from '../fact.ts';
import type {Fact, Verdict} from '../fact.types.ts';
import {clockAt, measure} from '../measure.ts';

export type MessageOf = Pick<Message, 'by' | 'to'> & {readonly when: string; readonly said: string};
export type LoopOf = {readonly isOver: boolean};

/** What was said on the call, newest first. */
export function messageFacts(observation: Observation): readonly Fact<MessageOf>[] {
	const {room} = observation;
	return (room?.messages ?? [])
		.map((message, index) => messageFact(observation, message, index))
		.reverse();
}

/** What people of the room want of each other: what is open first, and of that the oldest. */
export function loopFacts({room}: Observation): readonly Fact<LoopOf>[] {
	if (room === null) return [];
	const facts = room.loops.map(loop => loopFact(loop, room.seat));
	const open = facts.filter(({of}) => !of.isOver);
	return [...open, ...facts.filter(({of}) => of.isOver).reverse()];
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
	waits: 'NEXT',
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
				() => `${inject}, ${when}, ${state}${expected}`,
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
	const loops = new Map(room.loops.map(loop => [loop.n, loopFact(loop, room.seat).text]));
	const words = ({kind, n}: Entry): string | undefined => {
		if (kind === 'request') return loops.get(n);
		if (kind === 'said') return said[room.messages.findIndex(each => each.n === n)]?.text;
		const order = orders.find(each => each.order === n);
		return order === undefined ? undefined : `order ${String(n)} “${order.text}”, ${order.state}`;
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

const OVER: readonly Loop['state'][] = ['reported', 'declined', 'withdrawn', 'dropped'];
const VERDICTS: Readonly<Record<Loop['state'], Verdict>> = {
	open: 'warn',
	accepted: 'ok',
	confirmed: 'ok',
	given: 'ok',
	effective: 'ok',
	failed: 'crit',
	reported: 'unknown',
	declined: 'unknown',
	withdrawn: 'unknown',
	lapsed: 'crit',
	forgotten: 'crit',
	decided: 'ok',
	dropped: 'unknown',
};

function loopFact(loop: Loop, you: string): Fact<LoopOf> {
	const {n, kind, by, of, order, about, state, readBack} = loop;
	const wanted = order ?? (about === null ? '' : nameOf(about));
	const asked = kind === 'propose' ? `${by} proposes` : `${by} asks ${of === you ? 'you' : of}`;
	const misheard = readBack !== null && readBack !== order ? `, read back as “${readBack}”` : '';
	const objected = loop.objections.map(each => `, ${each.by} objects: ${reasonOf(each.because)}`);
	const why = loop.why === null ? '' : `: ${reasonOf(loop.why)}`;
	return fact(
		{
			id: `loop ${String(n)}`,
			label: wanted,
			value: by,
			word: state.toUpperCase(),
			verdict: VERDICTS[state],
			of: {isOver: OVER.includes(state)},
		},
		() => `${String(n)} ${asked}: ${wanted}, ${state}${why}${misheard}${objected.join('')}`,
	);
}

function reasonOf(reason: NonNullable<Loop['why']>): string {
	switch (reason.kind) {
		case 'word':
			return reason.word;
		case 'team':
			return `needs ${reason.team}`;
		case 'fact':
			return nameOf(reason.fact);
	}
}

/** A fact as it travels: its value, and when it was so. */
function tokenWords(observation: Observation, token: FactToken): string {
	const name = nameOf(token);
	switch (token.kind) {
		case 'metric': {
			const unit = METRICS.find(({id}) => id === token.metric)?.unit ?? 'count';
			return `[${name} ${measure(token.value, unit)}, ${clockAt(observation, token.sampledAt)}]`;
		}
		case 'look':
			return `[${name}, ${clockAt(observation, token.at)}: ${token.lines.join(' · ')}]`;
		case 'order':
			return `[${name} “${token.what}” ${token.state}]`;
		case 'suspect':
			return `[${name}, ${String(token.confidence)} % sure]`;
	}
}

function nameOf(token: FactToken): string {
	switch (token.kind) {
		case 'metric':
			return METRICS.find(({id}) => id === token.metric)?.label ?? token.metric;
		case 'look':
			return token.look;
		case 'order':
			return `order ${String(token.order)}`;
		case 'suspect':
			return `suspects ${token.suspect}`;
	}
}
