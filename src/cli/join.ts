import {userInfo} from 'node:os';
import {dial, readAddress} from '../host/index.ts';
import {textFor, textScreen} from '../play/index.ts';
import {cardsIn, openingPage, roomConsole} from '../play/room/index.ts';
import {HANDOVER_FORMS, ROOM_WORDS, SERVICE_FORMS, TALK_FORMS} from '../session/index.ts';
import {
	createRemote,
	type Address,
	type Linked,
	type LinkOptions,
	type Remote,
} from '../team/remote/index.ts';
import type {Notice} from '../view/index.ts';
import {
	createPlain,
	paragraphsOf,
	printable,
	type Plain,
	type PlainAsk,
} from '../view/plain/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {openDesk, type Desk} from './desk.ts';
import {endOnSignal} from './end-on-signal.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {houseOf} from './house.ts';
import {readLines} from './line-reader.ts';
import {dressAsked} from './looks.ts';
import {printLines} from './prose.ts';
import {complain, print} from './terminal-text.ts';

const OPTIONS = {
	name: {type: 'string'},
	role: {type: 'string'},
	watch: {type: 'boolean'},
	plain: {type: 'boolean'},
} as const;

const LINE_BYTES_MAX = 16 * 1024;
const LOOK_EVERY_MS = 100;
const LEAVE_MS = 1_000;

/** A seat in a room, and the link to it. */
type Joined = {
	readonly remote: Remote;
	readonly link: Linked;
	/** Why the host has ended it; undefined while it goes on. */
	readonly over: () => string | undefined;
	/** What is said of the link, wherever it can be read, and that something has come. */
	readonly voice: {say: (sentence: string, isTrouble: boolean) => void; came: () => void};
};

/** `join URL`: a seat in a room that somebody hosts. */
export async function joinCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['URL'], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const {name = ownName(), role, watch = false} = parsed.values;
	const address = readAddress(parsed.positionals[0] ?? '');
	if (typeof address === 'string') return badInput(address);
	const opened = openDesk(undefined, {});
	if (!opened.ok) return badInput(opened.message);
	const {desk} = opened;
	const {game} = houseOf(desk).versions;
	const joined = await takeSeat(address, {name, seat: role ?? null, watch, game});
	if (typeof joined === 'string') return badInput(joined);
	const onScreen = parsed.values.plain !== true && process.stdout.isTTY && process.stdin.isTTY;
	return onScreen ? byScreen(joined, desk) : byLines(joined, desk);
}

function ownName(): string {
	try {
		return userInfo().username;
	} catch {
		return 'guest'; // As in a container, where nobody is.
	}
}

/** Dials until the room has shown what is to be seen from the seat; a sentence where there is none. */
function takeSeat(
	address: Address,
	who: Pick<LinkOptions, 'name' | 'seat' | 'watch' | 'game'>,
): Promise<Joined | string> {
	return new Promise(resolve => {
		let remote: Remote | undefined;
		let over: string | undefined;
		const voice: Joined['voice'] = {
			say: sentence => {
				complain(sentence);
			},
			came: () => undefined,
		};
		const link = dial({
			...address,
			...who,
			hear(down) {
				if (down.kind === 'goodbye' && !down.again) over = down.why;
				if (down.kind === 'welcome' && remote !== undefined)
					voice.say('The connection to the room is back.', false);
				if (down.kind === 'welcome') remote ??= createRemote(down, up => link.send(up));
				if (remote?.hear(down) === true) voice.came();
				if (remote?.seen !== undefined) resolve({remote, link, over: () => over, voice});
				else if (over !== undefined) resolve(over);
			},
			lost(why, againMs, said) {
				if (remote === undefined && said === undefined) {
					link.close();
					resolve(`The room cannot be reached: ${why}.`);
					return;
				}
				remote?.lost();
				const seconds = (againMs / 1_000).toFixed(1);
				const gone = said ?? `The connection to the room is lost: ${why}.`;
				voice.say(`${gone} Retrying in ${seconds} s.`, true);
			},
		});
	});
}

/** A seat on the whole screen: the console as in solo play, with time and the others elsewhere. */
async function byScreen({remote, link, over, voice}: Joined, desk: Desk): Promise<Exit> {
	const [looks, {openTerminal}] = await Promise.all([
		dressAsked(desk.settings),
		import('../tui/index.ts'),
	]);
	const said: Notice[] = [];
	voice.say = (text, isTrouble) => said.push({text, isTrouble});
	const terminal = openTerminal({looks});
	const stopHeeding = endOnSignal();
	voice.came = () => terminal.wake();
	const {level} = remote.welcome;
	const ended = () => {
		const text = over();
		return text === undefined ? undefined : {text, isTrouble: true};
	};
	const notice = () => remote.takeNotice() ?? said.shift() ?? ended();
	const console = roomConsole(remote, level, desk, notice);
	try {
		await textScreen(openingPage(remote), {stage: terminal, desk});
		for (;;) {
			const left = await terminal.show(console);
			if ('how' in left) {
				await leave(link, over);
				return left.how === 'interrupted' ? EXIT.interrupted : EXIT.done;
			}
			// What lies in the journal is the host's: here are the texts to read.
			if (!('choice' in left) || !left.choice.startsWith('read')) continue;
			await textScreen(pageOf(left.choice.slice('read'.length).trim(), remote, desk), {
				stage: terminal,
				desk,
			});
		}
	} finally {
		await terminal.close();
		stopHeeding();
		link.close();
	}
}

/** A seat by lines: what is typed is said or given, and what comes about is told as it does. */
async function byLines({remote, link, over}: Joined, desk: Desk): Promise<Exit> {
	const lines = readLines(process.stdin, process.stdout, LINE_BYTES_MAX);
	const unicode = desk.looks.graphs !== 'ascii';
	const plain = plainOf(remote, unicode);
	printLines(printable(whereYouSit(remote), unicode));
	printLines(plain.opening);
	try {
		for (;;) {
			const incoming = await lines.nextWithin(LOOK_EVERY_MS);
			printLines(plain.follow().lines);
			tellNotices(remote, unicode);
			if (over() !== undefined) return EXIT.done;
			if (incoming === undefined) continue;
			if (incoming.kind === 'end') return EXIT.done;
			if (incoming.kind === 'interrupt') return EXIT.interrupted;
			if (incoming.kind !== 'line') {
				print('REJECTED: a line is text, and not longer than 16 kB.');
				continue;
			}
			const {text} = incoming;
			if (HELP.test(text)) {
				printLines(printable(roomHelp(remote), unicode));
				continue;
			}
			const {lines: said, ask} = plain.take(text);
			printLines(said);
			if (ask?.type === 'leave') {
				await leave(link, over);
				print('You have left; your seat is free.');
				return EXIT.done;
			}
			if (ask !== null) printLines(printable(answered(ask, remote, desk), unicode));
		}
	} finally {
		lines.close();
		link.close();
	}
}

function plainOf(remote: Remote, unicode: boolean): Plain {
	const {title, role, briefing, exam} = remote.welcome.level;
	const begins = remote.given === 0;
	return createPlain({session: remote, title, role, briefing, begins, by: 'you', unicode, exam});
}

function whereYouSit(remote: Remote): readonly string[] {
	const {welcome, observation} = remote;
	const {name, seat, as} = welcome;
	const seats = observation.room?.seats ?? [];
	const others = seats.filter(({id, person}) => id !== seat && person !== '');
	const who = others.map(({id, person}) => `${person}: ${id}`);
	return [
		seat === '' ? `You are ${name}, ${as}.` : `You are ${name}, on seat ${seat}.`,
		...cardsIn(remote),
		...(who.length === 0 ? [] : [`Here: ${who.join(', ')}.`]),
		'help talk lists what can be said to each other.',
	];
}

const HELP = /^\s*help\s+(?:talk|room)\s*$/iu;

function roomHelp({observation}: Remote): readonly string[] {
	const seats = observation.room?.seats ?? [];
	const serves = (observation.room?.served ?? null) !== null;
	return [
		...(serves
			? ['To run the drill:', ...Object.values(SERVICE_FORMS).map(form => `  ${form}`)]
			: [
					'Said to the others of the room:',
					...Object.values(TALK_FORMS).map(form => `  ${form}`),
					...Object.values(HANDOVER_FORMS).map(form => `  ${form}`),
				]),
		...Object.values(ROOM_WORDS).map(({form, what}) => `  ${form}: ${what}`),
		'A role stands for whoever has it:',
		...seats.map(({id, roles, person}) => {
			const names = roles.filter(role => role !== id).join(', ');
			return `  ${id}: ${person === '' ? 'nobody' : person}${names === '' ? '' : `; also ${names}`}`;
		}),
	];
}

function tellNotices(remote: Remote, unicode: boolean): void {
	for (let told = remote.takeNotice(); told !== undefined; told = remote.takeNotice()) {
		printLines(printable([`HOST: ${told.text}`], unicode));
	}
}

/** What only a shell can do, here without the run itself. */
function answered(ask: PlainAsk, {welcome}: Remote, desk: Desk): readonly string[] {
	if (ask.type !== 'read') return ['NOT DONE: the host has the journal.'];
	const read = pageOf(ask.topic, {welcome}, desk);
	return [read.title, ...paragraphsOf(read.text)];
}

/** A text that lies here as well as with the host. */
function pageOf(topic: string, {welcome}: Pick<Remote, 'welcome'>, desk: Desk) {
	const {id, title} = welcome.level;
	return textFor(topic, houseOf(desk).texts([{id, title}], []));
}

async function leave(link: Linked, over: Joined['over']): Promise<void> {
	if (!link.send({kind: 'leave'})) return;
	const end = performance.now() + LEAVE_MS;
	while (over() === undefined && performance.now() < end) {
		await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS / 10));
	}
}
