import {castSeen} from '../../observe/index.ts';
import {
	BrokenInvariant,
	calledAs,
	completions,
	grammarIn,
	isHandover,
	isOfTheServer,
	parseOrder,
	readRoomWord,
	readService,
	readTalk,
	type KeptNote,
	type Note,
	type Problem,
	type RoomWord,
	type RunResult,
	type Session,
} from '../../session/index.ts';
import type {SeatView} from '../laid.ts';
import type {Down} from '../wire/down.ts';
import {patched, type Json, type Patch} from '../wire/patch.ts';
import type {Up, UpNote} from '../wire/up.ts';
import {restorer} from './restorer.ts';

export type Welcome = Extract<Down, {readonly kind: 'welcome'}>;

/** Sends a message to the host; false where there is no link to it now. */
export type Send = (up: Up) => boolean;

/** A seat in a room elsewhere: what is given goes there, and what is seen comes from there. Time is the host's. */
export type Remote = Session & {
	readonly welcome: Welcome;
	/** All that is seen; undefined before anything has come, when there is nothing to ask for. */
	readonly seen: SeatView | undefined;
	/** Whether there is something to see at once: time that passes can wait for the next picture. */
	hear(down: Down): boolean;
	/** A typo comes back as a problem and is not sent. */
	talk(by: string, text: string): Problem | undefined;
	/** The panels that are on the screen. */
	look(panels: readonly string[]): void;
	/** The link is gone: what was sent and not answered may have come to nothing. */
	lost(): void;
	/** What the host said of what was sent, or by itself, each once, oldest first. */
	takeNotice(): Notice | undefined;
};

/** A sentence, and whether something of one's own came to nothing. */
type Notice = {readonly text: string; readonly isTrouble: boolean};

/** What has come and what was sent. */
type Link = {
	readonly send: Send;
	/** What was sent and is not answered, in words. */
	readonly pending: Map<number, string>;
	readonly notices: Notice[];
	readonly notes: KeptNote[];
	readonly restored: ReturnType<typeof restorer>;
	welcome: Welcome;
	raw: Json | undefined;
	seen: SeatView | undefined;
	result: RunResult | undefined;
	sent: number;
};

const NO_LINK: Problem = {
	message: 'The room cannot be reached now: nothing was sent.',
	suggestions: [],
};
/** Sentences kept for whoever does not take them. */
const NOTICES_MAX = 50;

/** Takes a seat that a host has given. What the host says goes to `hear`. */
export function createRemote(first: Welcome, send: Send): Remote {
	const link: Link = {
		...{send, welcome: first, pending: new Map(), notices: [], notes: []},
		...{restored: restorer(), raw: undefined, seen: undefined, result: undefined, sent: 0},
	};
	return {
		get welcome() {
			return link.welcome;
		},
		get level() {
			return link.welcome.level.id;
		},
		get seed() {
			return link.welcome.seed;
		},
		get suspects() {
			return link.welcome.suspects;
		},
		get limit() {
			return link.welcome.level.limit;
		},
		get seen() {
			return link.seen;
		},
		get now() {
			return seenBy(link).observation.now;
		},
		get observation() {
			return seenBy(link).observation;
		},
		get ended() {
			return seenBy(link).ended;
		},
		get news() {
			return seenBy(link).observation.news;
		},
		get given() {
			return seenBy(link).given;
		},
		notes: link.notes,
		hear: down => hear(link, down),
		attempt: (_by, text) => attempt(link, text),
		talk: (_by, text) => talk(link, text),
		note: (by, note) => keep(link, by, note),
		look: panels => void send({kind: 'view', panels: [...panels]}),
		lost: () => lost(link),
		takeNotice: () => link.notices.shift(),
		advance: () => undefined, // Time is the host's.
		complete: text =>
			completions(text, {
				grammar: grammarIn(castSeen(seenBy(link).observation)),
				suspects: Object.keys(link.welcome.suspects),
				seen: () => seenBy(link).observation,
			}),
		result() {
			const {result} = link;
			if (result === undefined) throw new BrokenInvariant('a result is asked for once it is there');
			return result;
		},
		hints: () => [],
	};
}

function seenBy({seen}: Link): SeatView {
	if (seen === undefined) throw new BrokenInvariant('a seat is looked at once it sees something');
	return seen;
}

function hear(link: Link, down: Down): boolean {
	const {observation: before} = link.seen ?? {};
	const noticed = link.notices.length;
	take(link, down);
	const {observation: after} = link.seen ?? {};
	const isActed = AT_ONCE.some(part => before?.[part] !== after?.[part]);
	return isActed || link.notices.length > noticed;
}

/** What changes as somebody acts. */
const AT_ONCE = ['room', 'orders', 'severity', 'ended'] as const;

function take(link: Link, down: Down): void {
	switch (down.kind) {
		case 'welcome':
			link.welcome = down;
			break;
		case 'see':
			see(link, down.patch);
			break;
		case 'answer':
			answered(link, down.id, down.problem);
			break;
		case 'result':
			link.result = down.result;
			break;
		case 'notice':
			notice(link, down.text, false);
			break;
		case 'goodbye':
			notice(link, down.why, !down.again);
			break;
		case 'door':
		case 'here':
	}
}

function see(link: Link, patch: Patch): void {
	const {raw, restored, send} = link;
	const fits = raw !== undefined || patch[0] === '=';
	const next = fits ? patched(raw ?? null, patch) : undefined;
	link.raw = next;
	if (next === undefined) {
		send({kind: 'whole'});
		return;
	}
	const view: unknown = next;
	if (isView(view)) link.seen = {...view, observation: restored(view.observation)};
}

/** What a host of ours sends holds what it says. */
function isView(value: unknown): value is SeatView {
	return typeof value === 'object' && value !== null && 'observation' in value;
}

function answered({pending, ...link}: Link, id: number, problem: Problem | null): void {
	const words = pending.get(id);
	pending.delete(id);
	if (problem === null) return;
	const near = problem.suggestions.slice(0, 5).join(', ');
	const meant = near === '' ? '' : ` Did you mean: ${near}?`;
	const isNamed = words === undefined || problem.message.includes(`“${words}”`);
	notice(link, `${isNamed ? '' : `“${words}”: `}${problem.message}${meant}`, true);
}

function notice({notices}: Pick<Link, 'notices'>, text: string, isTrouble: boolean): void {
	notices.push({text, isTrouble});
	if (notices.length > NOTICES_MAX) notices.shift();
}

function lost(link: Link): void {
	for (const words of link.pending.values()) {
		const text = `“${words}”: the link broke before the host answered. See whether it was given.`;
		notice(link, text, true);
	}
	link.pending.clear();
}

/** Sends a message under a number, and remembers its words until it is answered. */
function post(link: Link, words: string, message: (id: number) => Up): Problem | undefined {
	const id = ++link.sent;
	link.pending.set(id, words);
	if (link.send(message(id))) return undefined;
	link.pending.delete(id);
	return NO_LINK;
}

function attempt(link: Link, text: string): Problem | undefined {
	if (seenBy(link).ended) return {message: 'The run has ended.', suggestions: []};
	const parsed = parseOrder(text);
	if (!parsed.ok) return parsed.problem;
	return post(link, text, id => ({kind: 'say', id, text}));
}

function talk(link: Link, text: string): Problem | undefined {
	const read = readRoomWord(text);
	if (read !== undefined) {
		return 'problem' in read ? read.problem : post(link, text, id => asked(read.word, id));
	}
	const say = () => post(link, text, id => ({kind: 'say', id, text}));
	const service = link.welcome.as === 'facilitator' ? readService(text) : undefined;
	if (service !== undefined) return service.ok ? say() : service.problem;
	return isOfTheServer(text) || isHandover(text) ? say() : talkTo(link, text, say);
}

/** What is said to the people of the room: a typo is not sent. */
function talkTo(link: Link, text: string, say: () => Problem | undefined): Problem | undefined {
	const {observation} = seenBy(link);
	const seats = observation.room?.seats ?? [];
	const read = readTalk(text, {
		roles: seats.flatMap(({id, roles}) => [id, ...roles]),
		suspects: Object.keys(link.welcome.suspects),
		teams: observation.teams.map(({team}) => team),
		people: Object.fromEntries(
			seats.flatMap(({id, person}) => (person === '' ? [] : [[calledAs(person), id]])),
		),
	});
	return read.ok ? say() : read.problem;
}

function asked(word: RoomWord, id: number): Up {
	if ('pace' in word) return {kind: 'pace', id, ...word};
	if ('release' in word) return {kind: 'release', id, seat: word.release};
	return {kind: 'look', id, seat: word.look};
}

function keep(link: Link, by: string, note: Note): Problem | undefined {
	// What somebody without a seat looks at is nobody’s business.
	const isLook = note.about === 'opened' && link.welcome.as !== 'player';
	if (isOfTheHost(note) || isLook) return undefined;
	const carried = carriedNote(note);
	if (carried === undefined) {
		return {message: 'A room keeps no note of that kind.', suggestions: []};
	}
	const problem = post(link, note.about, id => ({kind: 'note', id, note: carried}));
	if (problem === undefined) link.notes.push({at: seenBy(link).observation.now, by, note});
	return problem;
}

/** What says how time went: whoever hosts keeps that. */
function isOfTheHost({about}: Note): boolean {
	return about === 'paused' || about === 'untimed';
}

function carriedNote(note: Note): UpNote | undefined {
	switch (note.about) {
		case 'hypothesis':
		case 'prediction':
		case 'opened':
			return note;
		case 'confirm':
		case 'program':
			return {about: note.about, text: note.text};
		default:
			return undefined;
	}
}
