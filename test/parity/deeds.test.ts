import {describe, expect, test} from 'vitest';
import {open, type JournalLine} from '../../src/session/index.ts';
import {createConsole, type Key} from '../../src/view/index.ts';
import {createPlain} from '../../src/view/plain/index.ts';
import {createProtocol} from '../../src/view/protocol/index.ts';
import {FACES, type Deed, type Face} from '../../src/view/do/deed.types.ts';
import {CONSOLE_WORDS, wordSpec, isWordId} from '../../src/view/do/words.ts';
import {nightWithoutName} from '../support/level.builder.ts';
import {line, press, typed} from '../support/console.builder.ts';

/** How one deed is said to each face; null where the face has nothing that it would change. */
type Ways = {
	/** What stands in the journal of a run in which it was done, or null where it leaves no line. */
	readonly leaves: string | null;
	readonly keys: readonly Key[] | null;
	readonly words: string | null;
	readonly request: object | null;
	/** Lines said first, the same to all. */
	readonly after?: readonly string[];
};

const GIVEN = ['dig regional'] as const;

/** Every deed there is: a new one does not compile until it stands here. */
const WAYS: Readonly<Record<Deed['do'], Ways>> = {
	order: {
		leaves: 'do dig regional',
		keys: ['a', ...typed('dig <name>'), 'enter', ...typed('regional'), 'enter'],
		words: 'dig regional',
		request: {do: 'attempt', order: 'dig regional'},
	},
	suspect: {
		leaves: 'hypothesis dwfm 70 queues shrink',
		keys: ['h', ...typed('dwfm 70 unless queues shrink'), 'enter'],
		words: 'suspect dwfm 70 unless queues shrink',
		request: {do: 'suspect', suspect: 'dwfm', confidence: 70, unless: 'queues shrink'},
	},
	expect: {
		leaves: 'prediction 1 dwfm.queued falls',
		keys: null, // On the card of an order: test/stories/orders-by-keys.
		words: 'expect dwfm.queued falls',
		request: {do: 'expect', text: 'dwfm.queued falls'},
		after: GIVEN,
	},
	hint: {
		leaves: 'hint Look at the answer.',
		keys: null,
		words: 'hint',
		request: {do: 'hint'},
		after: ['wait 1'],
	},
	note: {
		leaves: 'story It was DNS.',
		keys: null, // In the debrief: test/stories/debrief-console.
		words: null,
		request: {do: 'note', about: 'story', text: 'It was DNS.'},
	},
	snapshot: {
		leaves: 'snapshot calm',
		keys: null,
		words: 'snapshot calm',
		request: {do: 'snapshot', name: 'calm'},
	},
	back: {
		leaves: null,
		keys: null,
		words: 'back calm',
		request: {do: 'back', to: 'calm'},
		after: ['snapshot calm', 'wait 1'],
	},
	confirm: {
		leaves: 'confirm on',
		keys: null,
		words: 'confirm on',
		request: {do: 'confirm', on: true},
	},
	panel: {
		leaves: 'opened dwfm',
		keys: ['3'],
		words: 'panel dwfm',
		request: {do: 'panel', panel: 'dwfm'},
	},
	next: {leaves: null, keys: ['n'], words: 'next', request: {do: 'next'}, after: GIVEN},
	wait: {leaves: null, keys: null, words: 'wait 2', request: {do: 'wait', minutes: 2}},
	until: {leaves: null, keys: null, words: 'until 23:43', request: {do: 'until', time: '23:43'}},
	quit: {leaves: null, keys: null, words: 'quit', request: {do: 'quit'}},
	read: {leaves: null, keys: null, words: 'read dns', request: null},
	score: {leaves: null, keys: null, words: 'score', request: null},
	filter: {leaves: null, keys: ['/', ...typed('dns'), 'enter'], words: 'filter dns', request: null},
	help: {leaves: null, keys: ['?'], words: 'help', request: null},
	pause: {leaves: null, keys: [' '], words: 'pause', request: null},
	speed: {leaves: null, keys: ['+'], words: 'speed 30', request: null},
	zoom: {leaves: null, keys: ['z'], words: 'zoom', request: null},
	preset: {leaves: null, keys: ['p'], words: 'preset comms', request: null},
	graphs: {leaves: null, keys: null, words: 'graphs block', request: null},
	theme: {leaves: null, keys: null, words: 'theme mono', request: null},
	go: {leaves: null, keys: null, words: 'go 30', request: null},
	status: {leaves: null, keys: null, words: 'status', request: null},
	alerts: {leaves: null, keys: null, words: 'alerts', request: null},
	orders: {leaves: null, keys: null, words: 'orders 3', request: null},
	log: {leaves: null, keys: null, words: 'log 3', request: null},
	news: {leaves: null, keys: null, words: 'news', request: null},
};

type Rules = {readonly exam?: boolean};

/** What stands in the journal afterwards, the second reached, and what only the shell can do. */
type Trace = {
	readonly journal: readonly string[];
	readonly now: number;
	readonly shell: string | null;
};

const HINTS = "hints: [{when: {not: {given: note}}, text: 'Look at the answer.'}]";

/** A run of one face, to which lines are said and then one deed as that face takes it. */
function tracedBy(face: Face, ways: Ways, by: 'keys' | 'words', rules: Rules = {}): Trace {
	const said: JournalLine[] = [];
	const session = open(nightWithoutName('00:40', HINTS), {
		game: 'test',
		node: 20,
		onLine: text => said.push(JSON.parse(text) as JournalLine),
	});
	const shared = {session, title: 'Short', briefing: '', by: 'you', confirm: false, ...rules};
	const shell = SAID[face](shared, ways, by);
	const journal = said.flatMap(linesOf);
	return {journal, now: session.now, shell};
}

type Shared = Rules & {
	readonly session: ReturnType<typeof open>;
	readonly title: string;
	readonly briefing: string;
	readonly by: string;
	readonly confirm: boolean;
};

/** Says what goes before and then the deed; what the shell is asked for comes back. */
const SAID: Readonly<
	Record<Face, (shared: Shared, ways: Ways, by: 'keys' | 'words') => string | null>
> = {
	screen(shared, {keys, words, after = []}, by) {
		const console = createConsole({
			...shared,
			graphs: 'ascii',
			paused: true,
			takeNotice: () => undefined,
		});
		const settle = () => {
			for (let frame = 0; frame < 200 && console.ui.skip !== null; frame++) console.frame(0.1);
		};
		for (const each of after) {
			press(console, ...line(each));
			settle();
		}
		const asks = press(console, ...((by === 'keys' ? keys : line(words ?? '')) ?? []));
		settle();
		if (console.ui.overlay === 'quit') return 'leave';
		const ask = asks.at(-1);
		if (ask?.type === 'choose') return ask.choice.split(' ')[0] ?? '';
		return shellOf(ask ?? null);
	},
	plain(shared, {words, after = []}) {
		const plain = createPlain({...shared, role: '', begins: true, unicode: true});
		const [ask] = [...after, words ?? ''].map(each => plain.take(each).ask).slice(-1);
		return shellOf(ask ?? null);
	},
	protocol(shared, {request, after = []}) {
		const settings = {...shared, game: 'test', limit: 3_600, journal: ''};
		const protocol = createProtocol(settings);
		const [ask] = [...after.map(requestOf), request ?? {}]
			.map((each, id) => protocol.take(JSON.stringify({id, ...each})).ask)
			.slice(-1);
		return shellOf(ask ?? null);
	},
};

function shellOf(ask: {readonly type: string; readonly at?: number} | null): string | null {
	if (ask === null) return null;
	return ask.at === undefined ? ask.type : `${ask.type} ${String(ask.at)}`;
}

/** What a line says as a request: only lines that stand before a deed. */
function requestOf(text: string): object {
	const [verb = '', word = ''] = text.split(' ');
	if (verb === 'wait') return {do: 'wait', minutes: Number(word)};
	if (verb === 'snapshot') return {do: 'snapshot', name: word};
	if (verb === 'confirm') return {do: 'confirm', on: word === 'on'};
	return {do: 'attempt', order: text};
}

/** Orders and notes, without how it was played: that differs between faces, and shall. */
function linesOf(each: JournalLine): readonly string[] {
	if (each.kind === 'do') return [`${String(each.at)} do ${each.what}`];
	if (each.kind !== 'note' || ['untimed', 'program'].includes(each.note.about)) return [];
	const {about, ...rest} = each.note;
	const told = 'text' in rest ? rest.text : Object.values(rest).join(' ');
	const order = 'order' in rest ? ` ${String(rest.order)}` : '';
	return [`${String(each.at)} ${about}${order} ${told}`];
}

const DEEDS = Object.entries(WAYS);

describe.each(DEEDS)('%s', (name, ways) => {
	const traces: readonly (readonly [string, Trace])[] = [
		...(ways.keys === null ? [] : [['keys', tracedBy('screen', ways, 'keys')] as const]),
		...(knows('screen', name)
			? [['words on the screen', tracedBy('screen', ways, 'words')] as const]
			: []),
		...(knows('plain', name) ? [['plain', tracedBy('plain', ways, 'words')] as const] : []),
		...(ways.request === null ? [] : [['protocol', tracedBy('protocol', ways, 'words')] as const]),
	];

	test('is done by some face, and leaves what it should', () => {
		expect(traces.length).toBeGreaterThan(0);
		for (const [, {journal}] of traces) {
			const last = journal.filter(text => ways.leaves !== null && text.endsWith(ways.leaves));
			expect(last).toHaveLength(ways.leaves === null ? 0 : 1);
		}
	});

	test('comes to the same journal, the same second and the same ask in every face', () => {
		const [first] = traces;
		for (const [by, trace] of traces)
			expect([by, orderless(trace)]).toEqual([by, orderless(first?.[1])]);
	});
});

/** The screen shows the result of an order by itself, and notes that the panel was opened. */
function orderless(trace: Trace | undefined) {
	return {...trace, journal: trace?.journal.filter(text => !text.endsWith('opened orders'))};
}

function knows(face: Face, name: string): boolean {
	if (name === 'order') return true;
	return isWordId(name) && wordSpec(name).faces.includes(face);
}

test('every word has a deed here, and is known where the table says', () => {
	for (const id of Object.keys(CONSOLE_WORDS)) expect(Object.keys(WAYS)).toContain(id);
	for (const face of FACES) expect(DEEDS.some(([name]) => knows(face, name))).toBe(true);
});

describe('what may not be done is refused in every face', () => {
	test.each<[Deed['do'], Rules]>([
		['snapshot', {exam: true}],
		['back', {exam: true}],
		['score', {}],
	])('%s %o', (name, rules) => {
		const ways = {...WAYS[name], after: ['wait 1']};
		for (const face of FACES) {
			if (face === 'protocol' && ways.request === null) continue;
			const trace = tracedBy(face, ways, 'words', rules);
			expect([face, trace]).toEqual([face, {journal: [], now: 60, shell: null}]);
		}
	});

	test.each(['until 23:40', 'until 23:30', 'until noon', 'until 23:45 today'])('%s', words => {
		const request = {do: 'until', time: words.slice('until '.length)};
		for (const face of FACES) {
			const trace = tracedBy(
				face,
				{leaves: null, keys: null, words, request, after: ['wait 1']},
				'words',
			);
			expect([face, trace.now]).toEqual([face, 60]);
		}
	});

	test('a dangerous order, until it is confirmed', () => {
		const words = 'repoint all rollback';
		const request = {do: 'attempt', order: words};
		const ways = {leaves: null, keys: null, words, request, after: ['confirm on']};
		for (const face of FACES) {
			const {journal} = tracedBy(face, ways, 'words');
			expect([face, journal.filter(text => text.includes(' do '))]).toEqual([face, []]);
			const given = tracedBy(face, {...ways, after: []}, 'words').journal;
			expect([face, given.filter(text => text.includes(' do '))]).toEqual([
				face,
				[`1 do ${words}`],
			]);
		}
	});
});
