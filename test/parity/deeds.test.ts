import {describe, expect, test} from 'vitest';
import {open, type JournalLine} from '../../src/session/index.ts';
import {createConsole, type Key} from '../../src/view/index.ts';
import {createPlain} from '../../src/view/plain/index.ts';
import {createProtocol} from '../../src/view/protocol/index.ts';
import {FACES, type Deed, type Face, type Outcome} from '../../src/view/do/deed.types.ts';
import {perform} from '../../src/view/do/perform.ts';
import {runTo} from '../../src/view/do/run-to.ts';
import {readDeed} from '../../src/view/do/read-deed.ts';
import type {Ui} from '../../src/view/input/ui.types.ts';
import {readRequest} from '../../src/view/protocol/read-request.ts';
import {deedOf} from '../../src/view/protocol/request-deed.ts';
import {assert} from '../../src/sim/index.ts';
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
	talk: {
		leaves: null, // Nobody is there to hear it: a room is played in test/team.
		keys: null,
		words: 'tell all we are blind',
		request: {do: 'say', text: 'tell all we are blind'},
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
	probes: {
		leaves: 'probes on',
		keys: null,
		words: 'probes on',
		request: null, // A program is not asked what it knows.
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
	/** What the face said of it, without marks around words to type. */
	readonly said: string;
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
	const told = SAID[face](shared, ways, by);
	return {journal: said.flatMap(linesOf), now: session.now, ...told};
}

type Shared = Rules & {
	readonly session: ReturnType<typeof open>;
	readonly title: string;
	readonly briefing: string;
	readonly by: string;
	readonly confirm: boolean;
};

type Told = Pick<Trace, 'shell' | 'said'>;

/** Says what goes before and then the deed; what the shell is asked for comes back, and what was said. */
const SAID: Readonly<Record<Face, (shared: Shared, ways: Ways, by: 'keys' | 'words') => Told>> = {
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
		const said = shownOf(console.ui);
		settle();
		const ask = asks.at(-1);
		if (console.ui.overlay === 'quit') return {shell: 'leave', said};
		if (ask?.type === 'choose') return {shell: ask.choice.split(' ')[0] ?? '', said};
		return {shell: shellOf(ask ?? null), said};
	},
	plain(shared, {words, after = []}) {
		const plain = createPlain({...shared, role: '', begins: true, unicode: true});
		for (const each of after) plain.take(each);
		const {lines, ask} = plain.take(words ?? '');
		return {shell: shellOf(ask), said: lines.join(' ')};
	},
	protocol(shared, {request, after = []}) {
		const settings = {...shared, game: 'test', limit: 3_600, journal: ''};
		const protocol = createProtocol(settings);
		const said = (each: object) => protocol.take(JSON.stringify({id: 1, ...each}));
		for (const each of after) said(requestOf(each));
		const {response, ask} = said(request ?? {});
		if (response.ok) return {shell: shellOf(ask), said: response.said ?? ''};
		const {message, suggestions, code = ''} = response.problem;
		return {shell: shellOf(ask), said: [code, message, ...suggestions].join(' ')};
	},
};

/** Where the screen says something: its line of notice, and what is wrong with a line that comes back. */
function shownOf({flash, prompt}: Ui): string {
	return [flash?.text ?? '', prompt.problem].join(' ');
}

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

	test('is told in the same words in every face, and by what it came to', () => {
		const outcome = outcomeOf(ways);
		for (const [by, {said}] of traces) {
			expect([by, bare(said)]).toEqual([by, expect.stringContaining(bare(saidOf(outcome)))]);
			// A panel is read out where it is opened.
			if (by === 'plain' && !(outcome?.came === 'noted' && outcome.about === 'panel'))
				expect(said).toMatch(PLAINLY[outcome?.came ?? 'face']);
		}
	});

	test('comes to the same journal, the same second and the same ask in every face', () => {
		const [first] = traces;
		for (const [by, trace] of traces)
			expect([by, orderless(trace)]).toEqual([by, orderless(first?.[1])]);
	});
});

/** What a deed comes to, whoever shows it; null where it is said to one face alone. */
function outcomeOf({words, request, after = []}: Ways, rules: Rules = {}): Outcome | null {
	const session = open(nightWithoutName('00:40', HINTS), {game: 'test', node: 20});
	const doing = {session, by: 'you', exam: false, readOnly: false, confirm: false, ...rules};
	const did = (deed: Deed) => {
		const outcome = perform(doing, deed);
		if (outcome.came === 'runs') runTo(doing.session, outcome);
		return outcome;
	};
	const meant = (text: string) => {
		const read = readDeed(text, FACES.find(face => readDeed(text, face).ok) ?? 'plain');
		assert(read.ok, `${text} is a deed`);
		return read.deed;
	};
	for (const text of after) did(meant(text));
	if (words !== null) return did(meant(words));
	const read = readRequest(JSON.stringify({id: 1, ...request}));
	assert(read.ok && read.request.do === 'note', 'only a note has no words');
	return did(deedOf(read.request));
}

/** What is said of it; nothing where time runs or a face shows it. */
function saidOf(outcome: Outcome | null): string {
	if (outcome === null || !('said' in outcome)) return '';
	return outcome.came === 'problem' ? outcome.problem.message : outcome.said;
}

/** The words alone: words to type stand between marks, or behind the key that opens a line for them. */
function bare(said: string): string {
	return said.replaceAll(/[`:]/gu, '');
}

/** How plain mode begins to tell each. */
const PLAINLY: Readonly<Record<Outcome['came'], RegExp>> = {
	queued: /^QUEUED: /u,
	noted: /^(?:NOTED|HINT): /u,
	asks: /^DANGER: /u,
	runs: /PDT/u,
	face: /./u,
	shell: /^(?:Back to .*)?$/u,
	refused: /^NOT DONE: /u,
	problem: /^NOT (?:DONE|GIVEN): /u,
};

/** The screen shows the result of an order by itself, and notes that the panel was opened. */
function orderless(trace: Trace | undefined) {
	const journal = trace?.journal.filter(text => !text.endsWith('opened orders'));
	return {journal, now: trace?.now, shell: trace?.shell};
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
			const {said, ...trace} = tracedBy(face, ways, 'words', rules);
			expect([face, trace]).toEqual([face, {journal: [], now: 60, shell: null}]);
			const outcome = outcomeOf(ways, rules);
			assert(outcome?.came === 'refused', 'the rules refuse it');
			expect(bare(said)).toContain(bare(outcome.said));
			if (face === 'plain') expect(said).toMatch(/^NOT DONE: /u);
			if (face === 'protocol') expect(said.split(' ')[0]).toBe(outcome.code);
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
