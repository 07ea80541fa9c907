import {
	compileGrammar,
	completeOrder,
	parseOrder,
	SUSPECTS,
	type Blank,
	type Problem,
} from '../../session/index.ts';
import {PANELS, PRESETS} from '../input/ui.types.ts';

/** The ways to play: on the whole screen, by lines, by JSON. */
export type Way = 'screen' | 'plain' | 'protocol';

/** A word that speaks to the console and not to the Region. */
export type WordSpec = {
	readonly forms: readonly string[];
	readonly blanks: Readonly<Record<string, Blank>>;
	readonly what: string;
	readonly ways: readonly Way[];
	readonly example: string;
};

const EVERY_WAY: readonly Way[] = ['screen', 'plain', 'protocol'];
const NAME: Blank = {kind: 'text', lengthMax: 40};
const oneOf = (words: readonly string[]): Blank => ({kind: 'word', words});

/** What one can type beside orders. */
export const CONSOLE_WORDS = {
	help: {
		forms: ['help', 'help <topic>', '?'],
		blanks: {topic: NAME},
		what: 'help for where you are, or about an order, a panel or a word',
		ways: ['screen', 'plain'],
		example: 'help',
	},
	quit: {
		forms: ['quit', 'q', 'exit'],
		blanks: {},
		what: 'leave; the run is saved',
		ways: EVERY_WAY,
		example: 'quit',
	},
	pause: {
		forms: ['pause'],
		blanks: {},
		what: 'stop time, or let it run again',
		ways: ['screen'],
		example: 'pause',
	},
	speed: {
		forms: ['speed <times>'],
		blanks: {times: {kind: 'whole', min: 1, max: 240, unit: 'times real time'}},
		what: 'how fast time runs',
		ways: ['screen'],
		example: 'speed 30',
	},
	next: {
		forms: ['next'],
		blanks: {},
		what: 'let time run to the next event, half an hour at most',
		ways: EVERY_WAY,
		example: 'next',
	},
	wait: {
		forms: ['wait <minutes>'],
		blanks: {minutes: {kind: 'whole', min: 1, max: 900, unit: 'min'}},
		what: 'let so many minutes pass, whatever happens',
		ways: EVERY_WAY,
		example: 'wait 10',
	},
	until: {
		forms: ['until <time>'],
		blanks: {time: {kind: 'text', lengthMax: 5}},
		what: 'let time pass until the clock (PDT) says so, whatever happens',
		ways: EVERY_WAY,
		example: 'until 02:30',
	},
	panel: {
		forms: ['panel <panel>'],
		blanks: {panel: oneOf(PANELS)},
		what: 'go to a panel',
		ways: EVERY_WAY,
		example: 'panel dwfm',
	},
	zoom: {
		forms: ['zoom'],
		blanks: {},
		what: 'this panel alone on the whole screen, and back',
		ways: ['screen'],
		example: 'zoom',
	},
	preset: {
		forms: ['preset <preset>'],
		blanks: {preset: oneOf(PRESETS)},
		what: 'which panels stand side by side',
		ways: ['screen'],
		example: 'preset diagnose',
	},
	filter: {
		forms: ['filter off', 'filter <text>'],
		blanks: {text: NAME},
		what: 'show only rows of this panel that hold a text; with ! only those that do not',
		ways: ['screen', 'plain'],
		example: 'filter dynamodb',
	},
	confirm: {
		forms: ['confirm <setting>'],
		blanks: {setting: oneOf(['on', 'off'])},
		what: 'whether dangerous orders ask first; off is for experts, and noted',
		ways: ['screen', 'plain'],
		example: 'confirm off',
	},
	snapshot: {
		forms: ['snapshot', 'snapshot <name>'],
		blanks: {name: NAME},
		what: 'keep this moment, to come back to',
		ways: EVERY_WAY,
		example: 'snapshot before-restart',
	},
	back: {
		forms: ['back', 'back <moment>'],
		blanks: {moment: NAME},
		what: 'go back to the last snapshot, to one by its name, or to a time; what was done stays kept',
		ways: EVERY_WAY,
		example: 'back 02:30',
	},
	suspect: {
		forms: ['suspect <suspect> <confidence>', 'suspect <suspect> <confidence> unless <text>'],
		blanks: {
			suspect: oneOf(Object.keys(SUSPECTS)),
			confidence: {kind: 'whole', min: 50, max: 100, unit: '%'},
			text: {kind: 'text', lengthMax: 200},
		},
		what: 'note what you think is to blame, how sure you are, and what would disprove it',
		ways: EVERY_WAY,
		example: 'suspect dns-automation 70 unless the zone still has addresses',
	},
	expect: {
		forms: ['expect <prediction>'],
		blanks: {prediction: {kind: 'text', lengthMax: 200}},
		what: 'note what you expect of the last order you gave',
		ways: EVERY_WAY,
		example: 'expect queue depth falls within 10 min',
	},
	hint: {
		forms: ['hint'],
		blanks: {},
		what: 'ask for a hint: it says where to look, never what to do',
		ways: EVERY_WAY,
		example: 'hint',
	},
	read: {
		forms: ['read', 'read <topic>'],
		blanks: {topic: NAME},
		what: 'read a runbook or a note',
		ways: ['screen', 'plain'],
		example: 'read dns',
	},
	theme: {
		forms: ['theme <theme>'],
		blanks: {
			theme: oneOf(['default', 'high-contrast', 'deuteranopia', 'tritanopia', 'mono']),
		},
		what: 'the colours of the screen',
		ways: ['screen'],
		example: 'theme high-contrast',
	},
	graphs: {
		forms: ['graphs <graphs>'],
		blanks: {graphs: oneOf(['braille', 'block', 'ascii'])},
		what: 'what graphs are drawn with; ascii keeps the whole screen to ASCII',
		ways: ['screen'],
		example: 'graphs block',
	},
	go: {
		forms: ['go', 'go <times>'],
		blanks: {times: {kind: 'whole', min: 1, max: 240, unit: 'times real time'}},
		what: 'let time run by itself until something happens or you press Enter, at 30 times real time',
		ways: ['plain'],
		example: 'go 10',
	},
	status: {
		forms: ['status'],
		blanks: {},
		what: 'how things stand, in a few lines, the worst first',
		ways: ['plain'],
		example: 'status',
	},
	alerts: {
		forms: ['alerts'],
		blanks: {},
		what: 'what is alarming now, open pages first',
		ways: ['plain'],
		example: 'alerts',
	},
	orders: {
		forms: ['orders', 'orders <last>'],
		blanks: {last: {kind: 'whole', min: 1, max: 300, unit: 'orders'}},
		what: 'the last orders that were given, and what they brought back',
		ways: ['plain'],
		example: 'orders 3',
	},
	log: {
		forms: ['log', 'log <last>'],
		blanks: {last: {kind: 'whole', min: 1, max: 500, unit: 'lines'}},
		what: 'the last lines of the log, newest first',
		ways: ['plain'],
		example: 'log 20',
	},
	news: {
		forms: ['news', 'news <how>'],
		blanks: {how: oneOf(['all'])},
		what: 'what happened the last time that time ran, once more; all of it, however much it is',
		ways: ['plain'],
		example: 'news',
	},
	score: {
		forms: ['score'],
		blanks: {},
		what: 'how the run stands against others, once it has ended',
		ways: ['screen', 'plain'],
		example: 'score',
	},
} as const satisfies Readonly<Record<string, WordSpec>>;

export type WordId = keyof typeof CONSOLE_WORDS;

export type ConsoleWord = {
	readonly id: WordId;
	readonly args: Readonly<Record<string, string | number>>;
};

export type ReadWord =
	| {readonly kind: 'word'; readonly word: ConsoleWord}
	/** It begins like a word of the console and like nothing else. */
	| {readonly kind: 'problem'; readonly problem: Problem}
	| {readonly kind: 'order'};

const GRAMMAR = compileGrammar(CONSOLE_WORDS);

/** Whether a line is for the console. A line that is an order is never taken for a word. */
export function readWord(text: string, way: Way): ReadWord {
	const parsed = parseOrder(text, GRAMMAR);
	if (parsed.ok && isWordId(parsed.order.id)) {
		const {ways} = wordSpec(parsed.order.id);
		if (ways.includes(way)) {
			return {kind: 'word', word: {id: parsed.order.id, args: parsed.order.args}};
		}
		return {kind: 'problem', problem: {message: notHere(ways), suggestions: []}};
	}
	const verb = text.trim().split(/\s+/u)[0]?.toLowerCase() ?? '';
	const isOrder = parseOrder(text).ok || completeOrder(verb).includes(verb);
	if (parsed.ok || isOrder || !completeOrder(verb, GRAMMAR).includes(verb)) return {kind: 'order'};
	return {kind: 'problem', problem: parsed.problem};
}

/** Words that may stand at the end of a line: those of the console after those of the orders. */
export function completeWord(text: string, way: Way): readonly string[] {
	const typed = text.trim();
	const offered = completeOrder(text, GRAMMAR);
	if (typed !== '' && (text.endsWith(' ') || typed.includes(' '))) return offered;
	return offered.filter(word => wordsOf(way).some(({forms}) => forms[0]?.startsWith(word)));
}

/** The word of the screen that a line begins with, unless the line can become an order. */
export function wordBegunBy(text: string): WordSpec | null {
	if (readWord(text, 'screen').kind === 'order') return null;
	const verb = text.trim().split(/\s+/u)[0]?.toLowerCase() ?? '';
	return (
		wordsOf('screen').find(({forms}) => forms.some(form => form.split(' ')[0] === verb)) ?? null
	);
}

/** The words that are known in one way of playing. */
export function wordsOf(way: Way): readonly WordSpec[] {
	return Object.keys(CONSOLE_WORDS)
		.filter(isWordId)
		.map(wordSpec)
		.filter(({ways}) => ways.includes(way));
}

export function wordSpec(id: WordId): WordSpec {
	return CONSOLE_WORDS[id];
}

function isWordId(id: string): id is WordId {
	return id in CONSOLE_WORDS;
}

function notHere(ways: readonly Way[]): string {
	const where = {screen: 'on the whole screen', plain: 'in plain mode', protocol: 'by protocol'};
	return `This word is known only ${ways.map(way => where[way]).join(' and ')}.`;
}
