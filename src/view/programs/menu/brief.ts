import {asAscii} from '../../screen/glyphs.ts';
import type {Program} from '../program.types.ts';
import {markdownRows} from '../reader/index.ts';
import type {Row, Screen, Size} from '../../screen/screen.types.ts';
import {fit, rowWidth, pressing, span, spread, wrap} from '../../screen/text.ts';
import {bindingIn, keyOf, keysOn, type BindingId, type IdOf} from '../../input/keys/index.ts';
import {estimateMinutes, LENGTHS, type Length} from '../console/time/index.ts';
import type {Ask, Graphs, Keymap} from '../../input/ui.types.ts';
import {lineRow, pastedOn, typedOn, type BriefLine} from './brief-line.ts';
import {askedEverywhere} from '../everywhere.ts';
import {choiceWords} from './choice.ts';
import {dialLines, difficulty, lengthWords} from './difficulty.ts';
import type {LevelCard} from './menu.types.ts';

/** What stands on the card before a run. */
export type Brief = {
	readonly level: LevelCard;
	/** The level's own text, as its author wrote it. */
	readonly briefing: string;
	readonly seed: string;
	/** What differs from the level, each in its own words; null where it is played as it stands. */
	readonly changes: readonly string[] | null;
	/** What there is to say about what was typed. */
	readonly said: string;
	/** Where a run of this level was left, if one was, as a sentence. */
	readonly left: string | null;
	/** What the player wrote to do better, the last time. */
	readonly commitment: string;
	readonly graphs: Graphs;
	/** How fast it is to run, and the simulated seconds after which it ends whatever happens. */
	readonly length: Length;
	readonly limit: number;
	/** The player's own keys. */
	readonly keymap: Keymap;
};

const WIDTH_MAX = 78;

/** The card before a run: to be read in less than a minute, then enter begins. */
export function createBrief(brief: Brief): Program {
	let scroll = 0;
	let line: BriefLine | null = null;
	return {
		asks: 'reading',
		press(key, size) {
			const asks = askedEverywhere(brief.keymap, key);
			if (asks !== null) return asks;
			if (line !== null) {
				const typed = typedOn(line, key, brief.level.id, brief.keymap);
				line = typed.line;
				return typed.choice === null ? [] : [{type: 'choose', choice: choiceWords(typed.choice)}];
			}
			const id = bindingIn(brief.keymap, 'brief', key);
			if (id === null) return [];
			if (id === 'briefSeed' || (id === 'briefChange' && brief.changes !== null)) {
				line = {of: id === 'briefSeed' ? 'seed' : 'change', text: '', after: 0};
				return [];
			}
			const by = SCROLLS[id];
			if (by === undefined) return asksOf(brief, id);
			const last = Math.max(0, textRows(brief, size).length - textRoom(brief, size));
			scroll = Math.max(0, Math.min(last, scroll + by));
			return [];
		},
		paste(text) {
			if (line !== null) line = pastedOn(line, text);
		},
		frame() {
			// Nothing here moves by itself.
		},
		present(size) {
			const screen = briefScreen(brief, {scroll, line}, size);
			return brief.graphs === 'ascii' ? asAscii(screen) : screen;
		},
	};
}

const SCROLLS: Readonly<Partial<Record<IdOf<'brief'>, number>>> = {
	briefDown: 1,
	briefUp: -1,
	briefPageDown: 8,
	briefPageUp: -8,
};

function asksOf({left, length}: Brief, id: IdOf<'brief'>): readonly Ask[] {
	const choose = (act: 'begin' | 'resume'): readonly Ask[] => [
		{type: 'choose', choice: choiceWords({do: act})},
	];
	switch (id) {
		case 'briefBegin':
			return choose(left === null ? 'begin' : 'resume');
		case 'briefSeed':
		case 'briefChange':
			return []; // They are keys of the line, where there is one to type.
		case 'briefAnew':
			return left === null ? [] : choose('begin');
		case 'briefLength': {
			const value = LENGTHS[(LENGTHS.indexOf(length) + 1) % LENGTHS.length] ?? length;
			const set = {do: 'set', name: 'length', value} as const;
			return [{type: 'choose', choice: choiceWords(set)}];
		}
		case 'briefBack':
			return [{type: 'choose', choice: choiceWords({do: 'back'})}];
		case 'briefQuit':
			return [{type: 'leave', how: 'quit'}];
		case 'briefDown':
		case 'briefUp':
		case 'briefPageDown':
		case 'briefPageUp':
			return [];
	}
}

/** How far the text is scrolled, and what is being typed. */
type BriefState = {readonly scroll: number; readonly line: BriefLine | null};

function briefScreen(brief: Brief, {scroll, line}: BriefState, size: Size): Screen {
	const width = widthIn(size);
	const margin = span(' '.repeat(Math.max(0, Math.floor((size.columns - width) / 2))));
	const text = textRows(brief, size);
	const room = textRoom(brief, size);
	const shown = text.slice(scroll, scroll + room);
	const below = text.length - scroll - shown.length;
	const foot = footRows(brief, size, line);
	const rule = below > 0 ? ` ↓ ${String(below)} more lines ` : '';
	const rows: Row[] = [
		titleRow(brief, width),
		...Array.from({length: room}, (_, index) => shown[index] ?? []),
		[span(`${'─'.repeat(Math.max(0, width - rule.length))}${rule}`, 'dim')],
		...foot,
	];
	const padded = rows.map(row => [margin, ...row]);
	return {
		rows: Array.from({length: size.rows}, (_, index) => fit(padded[index] ?? [], size.columns)),
	};
}

function widthIn({columns}: Size): number {
	return Math.max(1, Math.min(WIDTH_MAX, columns - 2));
}

function titleRow({level, seed}: Brief, width: number): Row {
	const rung = level.ladder === null ? '' : `L${String(level.ladder)}  `;
	const about = [difficulty(level), lengthWords(level), `seed ${seed}`];
	return spread(
		[span(`${rung}${level.title}`, 'title')],
		[span(about.filter(word => word !== '').join(', '), 'dim')],
		width,
	);
}

/** The text has what the title, the rule and the foot leave. */
function textRoom(brief: Brief, size: Size): number {
	return Math.max(1, size.rows - 2 - footRows(brief, size, null).length);
}

function textRows({level, briefing}: Brief, size: Size): readonly Row[] {
	const width = widthIn(size);
	const role = level.role === '' ? [] : wrap(level.role, width).map(line => [span(line)]);
	// Its own heading says again what the title row says.
	const text = markdownRows(briefing.replace(/^\s*#[^\n]*\n/u, ''), {prose: width, code: width});
	const dials = dialLines(level).map((line): Row => [span(line, 'dim')]);
	return [[], ...role, ...(role.length > 0 ? [[]] : []), ...text, [], ...dials];
}

/** What everybody is told before a run, on the card and by lines. */
export const SCORED =
	'Harm to customers, critical tasks, safety, whether it lasts, diagnosis, communication. Never one number, never time alone.';
export const ALLOWED =
	'Breaking it is allowed. Nobody is hurt, nothing is lost, and what goes wrong here teaches most.';

const EXAM =
	'An exam: it counts as you play it. Stops are counted, not forbidden, and there is no way back.';

function footRows(brief: Brief, size: Size, line: BriefLine | null): readonly Row[] {
	const width = widthIn(size);
	const tight = size.rows < 22;
	return [
		...labelled('scored', SCORED, width),
		...labelled('mind', brief.level.kind === 'exam' ? EXAM : ALLOWED, width),
		...(brief.commitment === '' ? [] : labelled('you wrote', `“${brief.commitment}”`, width)),
		...changedRows(brief, width),
		lengthRow(brief, width),
		...(tight ? [] : [keysRow(brief.keymap, width)]),
		...(brief.left === null ? [] : wrap(brief.left, width).map(each => [span(each, 'warn')])),
		...wrap(brief.said, width).map((each): Row => [span(each, 'warn')]),
		line === null ? beginRow(brief) : lineRow(line),
	];
}

function changedRows({changes}: Brief, width: number): readonly Row[] {
	if (changes === null) return [];
	return labelled('changed', changes.length === 0 ? 'nothing' : changes.join(', '), width);
}

const LABEL = 11;

function labelled(label: string, text: string, width: number): readonly Row[] {
	return wrap(text, Math.max(8, width - LABEL)).map((line, index) => [
		span((index === 0 ? label : '').padEnd(LABEL), 'title'),
		span(line),
	]);
}

/** How long it takes if nobody stops time, at the length that is set and at the others. */
function lengthRow({length, limit, keymap}: Brief, width: number): Row {
	const minutes = (each: Length) => {
		const estimate = Math.round(estimateMinutes(limit, each));
		return estimate < SHORT_MINUTES ? '' : ` ${String(estimate)} min`;
	};
	const others = LENGTHS.filter(each => each !== length).map(each => `${each}${minutes(each)}`);
	const atMost = minutes(length) === '' ? '' : ' without stops';
	const row: Row = [
		span('pace'.padEnd(LABEL), 'title'),
		span(`${length}${minutes(length)}${atMost}   `),
		...pressing(
			[span(keyOf(keymap, 'briefLength'), 'title'), span(` ${others.join(', ')}`, 'dim')],
			keysOn(keymap, 'briefLength').slice(0, 1),
		),
	];
	return fit(row, width);
}

/** What is over sooner takes as long as one thinks. */
const SHORT_MINUTES = 5;

function keysRow(keymap: Keymap, width: number): Row {
	const on = (id: BindingId) => keyOf(keymap, id);
	const keys: readonly (readonly [string, string])[] = [
		[on('command'), 'order'],
		[on('pause'), 'stops time'],
		[on('next'), 'next event'],
		['1-9', 'panels'],
		[on('help'), 'help'],
	];
	let row: Row = [span('keys'.padEnd(LABEL), 'title')];
	for (const [key, word] of keys) {
		const next = [...row, span(key, 'title'), span(` ${word}   `)];
		if (rowWidth(next) > width + 3) break;
		row = next;
	}
	return row;
}

function beginRow({left, changes, keymap}: Brief): Row {
	const keys: readonly (readonly [id: BindingId, word: string])[] = [
		...(left === null
			? ([['briefBegin', 'begins']] as const)
			: ([
					['briefBegin', 'goes on'],
					['briefAnew', 'begins anew'],
				] as const)),
		...(changes === null ? [] : ([['briefChange', 'change']] as const)),
		['briefSeed', 'seed'],
		['briefBack', 'back'],
	];
	return keys.flatMap(([id, word]) =>
		pressing(
			[span(` ${keyOf(keymap, id)} `, 'select'), span(` ${word}   `)],
			keysOn(keymap, id).slice(0, 1),
		),
	);
}
