import {SUSPECT_NAME, SUSPECTS, BrokenInvariant, type Blank} from '../../session/index.ts';
import {GRAPHS, PRESETS} from '../input/ui.types.ts';
import {PANELS, PROBE_LETTERS, UNSURE} from '../../observe/index.ts';
import {FACES, type Deed, type DeedOf, type Face} from './deed.types.ts';

type Args = Readonly<Record<string, string | number>>;

/** A word that speaks to whoever shows the run and not to the Region. */
export type WordSpec = {
	readonly forms: readonly string[];
	readonly blanks: Readonly<Record<string, Blank>>;
	readonly what: string;
	/** Where it is known. */
	readonly faces: readonly Face[];
	readonly example: string;
	/** What it says, once its blanks are filled. */
	readonly deed: (args: Args) => Deed;
};

const NAME: Blank = {kind: 'text', lengthMax: 40};
/** How fast `go` lets time run unless it is told. */
const GO_TIMES = 30;

const oneOf = (words: readonly string[]): Blank => ({kind: 'word', words});
const textIn = (args: Args, name: string) => String(args[name] ?? '');
const numberIn = (args: Args, name: string) =>
	args[name] === undefined ? null : Number(args[name]);

/** The word of a list that stands in a blank: the grammar has let through no other. */
function among<Word extends string>(
	words: readonly Word[],
	value: string | number | undefined,
): Word {
	const found = words.find(word => word === value);
	if (found === undefined) throw new BrokenInvariant(`a blank holds ${words.join(' or ')}`);
	return found;
}

function probesSaid(args: Args): DeedOf<'probes'>['says'] {
	if (args['setting'] !== undefined) return args['setting'] === 'on' ? 'on' : 'off';
	return ['first', 'second', 'third'].map(name => placeOf(args, name));
}

/** The place of the answer that a letter stands for; null for who does not know. */
function placeOf(args: Args, name: string): number | null {
	const place = PROBE_LETTERS.findIndex(letter => letter === args[name]);
	return place === -1 ? null : place;
}

/** A word that says it all by itself. */
function bare(
	name: 'quit' | 'pause' | 'zoom' | 'hint' | 'status' | 'alerts' | 'score',
	what: string,
	faces: readonly Face[] = FACES,
	forms: readonly string[] = [name],
): WordSpec {
	return {forms, blanks: {}, what, faces, example: name, deed: () => ({do: name})};
}

/** What one can type beside orders. */
export const CONSOLE_WORDS = {
	help: {
		forms: ['help', 'help <topic>', '?'],
		blanks: {topic: NAME},
		what: 'help for this screen, or about a command, a panel or a word',
		faces: ['screen', 'plain'],
		example: 'help',
		deed: args => ({do: 'help', topic: textIn(args, 'topic')}),
	},
	quit: bare('quit', 'quit; the run can be resumed', FACES, ['quit', 'q', 'exit']),
	pause: bare('pause', 'pause or resume time', ['screen']),
	speed: {
		forms: ['speed <times>'],
		blanks: {times: {kind: 'whole', min: 1, max: 240, unit: 'times real time'}},
		what: 'how fast time runs',
		faces: ['screen'],
		example: 'speed 30',
		deed: args => ({do: 'speed', times: Number(args['times'])}),
	},
	next: {
		forms: ['next', 'next <what>'],
		blanks: {what: oneOf(['decision'])},
		what: 'run to the next event, or to the next decision; half an hour at most',
		faces: FACES,
		example: 'next decision',
		deed: args => ({do: 'next', decision: args['what'] !== undefined}),
	},
	wait: {
		forms: ['wait <minutes>'],
		blanks: {minutes: {kind: 'whole', min: 1, max: 900, unit: 'min'}},
		what: 'let that many minutes pass, whatever happens',
		faces: FACES,
		example: 'wait 10',
		deed: args => ({do: 'wait', seconds: Number(args['minutes']) * 60}),
	},
	until: {
		forms: ['until <time>'],
		blanks: {time: {kind: 'text', lengthMax: 20}},
		what: 'run to that time (PDT, or `09:30 UTC`), whatever happens; `until 23:49 tomorrow` if it has just passed',
		faces: FACES,
		example: 'until 02:30',
		deed: args => ({do: 'until', time: textIn(args, 'time')}),
	},
	panel: {
		forms: ['panel <panel>'],
		blanks: {panel: oneOf(PANELS)},
		what: 'go to a panel',
		faces: FACES,
		example: 'panel dwfm',
		deed: args => ({do: 'panel', panel: among(PANELS, args['panel'])}),
	},
	zoom: bare('zoom', 'zoom this panel to the whole screen, and back', ['screen']),
	preset: {
		forms: ['preset <preset>'],
		blanks: {preset: oneOf(PRESETS)},
		what: 'which panels are side by side',
		faces: ['screen'],
		example: 'preset diagnose',
		deed: args => ({do: 'preset', preset: among(PRESETS, args['preset'])}),
	},
	filter: {
		forms: ['filter off', 'filter <text>'],
		blanks: {text: NAME},
		what: 'show only rows of this panel that contain a text; with ! only those that do not',
		faces: ['screen', 'plain'],
		example: 'filter dynamodb',
		deed: args => ({do: 'filter', text: textIn(args, 'text')}),
	},
	confirm: {
		forms: ['confirm <setting>'],
		blanks: {setting: oneOf(['on', 'off'])},
		what: 'whether dangerous commands ask first; off is for experts, and recorded',
		faces: FACES,
		example: 'confirm off',
		deed: args => ({do: 'confirm', on: args['setting'] === 'on'}),
	},
	snapshot: {
		forms: ['snapshot', 'snapshot <name>'],
		blanks: {name: NAME},
		what: 'save this moment, to come back to',
		faces: FACES,
		example: 'snapshot before-restart',
		deed: args => ({do: 'snapshot', name: textIn(args, 'name')}),
	},
	back: {
		forms: ['back', 'back <moment>'],
		blanks: {moment: NAME},
		what: 'go back to the last snapshot, to one by its name, or to a time; the attempt so far is kept',
		faces: FACES,
		example: 'back 02:30',
		deed: args => ({do: 'back', to: textIn(args, 'moment')}),
	},
	suspect: {
		forms: ['suspect <suspect> <confidence>', 'suspect <suspect> <confidence> unless <text>'],
		blanks: {
			// A level may have suspects of its own.
			suspect: {kind: 'word', words: Object.keys(SUSPECTS), others: SUSPECT_NAME},
			confidence: {kind: 'whole', min: 50, max: 100, unit: '%'},
			text: {kind: 'text', lengthMax: 200},
		},
		what: 'note what you think is to blame, how sure you are, and what would disprove it',
		faces: FACES,
		example: 'suspect dns-automation 70 unless the zone still has addresses',
		deed: args => ({
			do: 'suspect',
			suspect: textIn(args, 'suspect'),
			confidence: Number(args['confidence']),
			unless: textIn(args, 'text'),
		}),
	},
	expect: {
		forms: ['expect <prediction>'],
		blanks: {prediction: {kind: 'text', lengthMax: 200}},
		what: 'note what you expect your last command to do',
		faces: FACES,
		example: 'expect queue depth falls within 10 min',
		deed: args => ({do: 'expect', text: textIn(args, 'prediction')}),
	},
	probes: {
		forms: ['probes <setting>', 'probes <first> <second> <third>'],
		blanks: {
			setting: oneOf(['on', 'off']),
			first: oneOf([...PROBE_LETTERS, UNSURE]),
			second: oneOf([...PROBE_LETTERS, UNSURE]),
			third: oneOf([...PROBE_LETTERS, UNSURE]),
		},
		what: 'whether you are asked, unannounced and unscored, what is so, why, and what comes next; then your answers',
		faces: ['screen', 'plain'],
		example: 'probes on',
		deed: args => ({do: 'probes', says: probesSaid(args)}),
	},
	hint: bare('hint', 'ask for a hint: it says where to look, never what to do'),
	read: {
		forms: ['read', 'read <topic>'],
		blanks: {topic: NAME},
		what: 'read a runbook or a note',
		faces: ['screen', 'plain'],
		example: 'read dns',
		deed: args => ({do: 'read', topic: textIn(args, 'topic')}),
	},
	theme: {
		forms: ['theme <theme>'],
		blanks: {
			theme: oneOf([
				'auto',
				'dark',
				'light',
				'high-contrast',
				'deuteranopia',
				'tritanopia',
				'mono',
			]),
		},
		what: 'the colours of the screen',
		faces: ['screen'],
		example: 'theme high-contrast',
		deed: args => ({do: 'theme', theme: textIn(args, 'theme')}),
	},
	graphs: {
		forms: ['graphs <graphs>'],
		blanks: {graphs: oneOf(GRAPHS)},
		what: 'what graphs are drawn with; ascii keeps the whole screen to ASCII',
		faces: ['screen'],
		example: 'graphs block',
		deed: args => ({do: 'graphs', graphs: among(GRAPHS, args['graphs'])}),
	},
	go: {
		forms: ['go', 'go <times>'],
		blanks: {times: {kind: 'whole', min: 1, max: 240, unit: 'times real time'}},
		what: 'run until something happens or you press Enter, at 30 times real time',
		faces: ['plain'],
		example: 'go 10',
		deed: args => ({do: 'go', times: Number(args['times'] ?? GO_TIMES)}),
	},
	status: bare('status', 'status in a few lines, worst first', ['plain']),
	alerts: bare('alerts', 'what is alarming now, open pages first', ['plain']),
	orders: {
		forms: ['orders', 'orders <last>'],
		blanks: {last: {kind: 'whole', min: 1, max: 300, unit: 'commands'}},
		what: 'the last commands and their results',
		faces: ['plain'],
		example: 'orders 3',
		deed: args => ({do: 'orders', last: numberIn(args, 'last')}),
	},
	log: {
		forms: ['log', 'log <last>'],
		blanks: {last: {kind: 'whole', min: 1, max: 500, unit: 'lines'}},
		what: 'the last lines of the log, newest first',
		faces: ['plain'],
		example: 'log 20',
		deed: args => ({do: 'log', last: numberIn(args, 'last')}),
	},
	news: {
		forms: ['news', 'news <how>'],
		blanks: {how: oneOf(['all'])},
		what: 'what happened when time last ran, once more; all shows every line',
		faces: ['plain'],
		example: 'news',
		deed: args => ({do: 'news', all: args['how'] === 'all'}),
	},
	score: bare('score', 'how the run compares with others, once it has ended', ['screen', 'plain']),
} as const satisfies Readonly<Record<string, WordSpec>>;

export type WordId = keyof typeof CONSOLE_WORDS;

const WORD_IDS: readonly WordId[] = Object.keys(CONSOLE_WORDS).filter(isWordId);

export function isWordId(id: string): id is WordId {
	return Object.hasOwn(CONSOLE_WORDS, id);
}

export function wordSpec(id: WordId): WordSpec {
	return CONSOLE_WORDS[id];
}

/** The words that are known to one face. */
export function wordsOf(face: Face): readonly WordSpec[] {
	return WORD_IDS.map(wordSpec).filter(({faces}) => faces.includes(face));
}
