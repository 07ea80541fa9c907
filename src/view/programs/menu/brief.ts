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
	let more = false;
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
			if (id === 'briefMore' || (id === 'briefBack' && more)) {
				more = !more;
				scroll = 0;
				return [];
			}
			const by = SCROLLS[id];
			if (by === undefined) return asksOf(brief, id);
			const last = Math.max(0, textRows(brief, more, size).length - textRoom(brief, size));
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
			const screen = briefScreen(brief, {scroll, line, more}, size);
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
		case 'briefMore':
			return []; // They change the page itself.
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

/** How far the text is scrolled, what is being typed, and whether what lies behind the five lines is shown. */
type BriefState = {
	readonly scroll: number;
	readonly line: BriefLine | null;
	readonly more: boolean;
};

function briefScreen(brief: Brief, {scroll, line, more}: BriefState, size: Size): Screen {
	const width = widthIn(size);
	const margin = span(' '.repeat(Math.max(0, Math.floor((size.columns - width) / 2))));
	const text = textRows(brief, more, size);
	const room = textRoom(brief, size);
	const shown = text.slice(scroll, scroll + room);
	const below = text.length - scroll - shown.length;
	const hidden = below > 0 ? ` ↓ ${String(below)} more lines ` : '';
	const gap = gapIn(size);
	const rows: Row[] = [
		...gap,
		titleRow(brief, width),
		ruleRow(width),
		...gap,
		...shown,
		...gap,
		ruleRow(width, hidden),
		...footRows(brief, size, line),
	];
	const padded = rows.map(row => [margin, ...row]);
	return {
		rows: Array.from({length: size.rows}, (_, index) => fit(padded[index] ?? [], size.columns)),
	};
}

function ruleRow(width: number, words = ''): Row {
	return [span(`${'─'.repeat(Math.max(0, width - words.length))}${words}`, 'dim')];
}

/** Small screens have no room for empty rows. */
function gapIn({rows}: Size): readonly Row[] {
	return rows < 22 ? [] : [[]];
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

/** The text has what the title, the rules and the foot leave. */
function textRoom(brief: Brief, size: Size): number {
	const taken = 3 + 3 * gapIn(size).length + footRows(brief, size, null).length;
	return Math.max(1, size.rows - taken);
}

const MORE = /^## More[ \t]*$/mu;

/** Role and text, a line each; or what lies behind them. A text that is not parted is shown whole. */
function textRows({level, briefing}: Brief, more: boolean, size: Size): readonly Row[] {
	const width = widthIn(size);
	// Its own heading says again what the title row says.
	const [lines = '', rest] = briefing.replace(/^\s*#[^\n]*\n/u, '').split(MORE);
	const shape = {prose: width, code: width};
	if (!more) {
		const role = level.role === '' ? [] : wrap(level.role, width).map(line => [span(line)]);
		const text = rest === undefined ? [[], ...markdownRows(lines, shape)] : shortRows(lines, shape);
		return [...role, ...text];
	}
	return [
		...(rest === undefined ? [] : [...markdownRows(rest, shape), []]),
		...labelled('scored', SCORED, width),
		...labelled('mind', level.kind === 'exam' ? EXAM : ALLOWED, width),
		[],
		...dialLines(level).map((line): Row => [span(line, 'dim')]),
	];
}

/** Paragraphs of a line each stand under one another. */
function shortRows(text: string, shape: Parameters<typeof markdownRows>[1]): readonly Row[] {
	return text
		.split(/\n\s*\n/u)
		.filter(line => line.trim() !== '')
		.flatMap(line => markdownRows(line.trim(), shape));
}

/** What everybody is told before a run, on the card and by lines. */
export const SCORED =
	'Customer impact, critical tasks, safety, whether the recovery lasts, diagnosis, communication. Never one number, never time alone.';
export const ALLOWED =
	'You may break it. Nobody is hurt, nothing is lost, and what goes wrong here teaches the most.';

const EXAM = 'An exam: it counts. Pauses are counted, not forbidden, and there is no going back.';

function footRows(brief: Brief, size: Size, line: BriefLine | null): readonly Row[] {
	const width = widthIn(size);
	return [
		...(brief.commitment === '' ? [] : labelled('you wrote', `“${brief.commitment}”`, width)),
		...changedRows(brief, width),
		keysRow(brief.keymap, width),
		lengthRow(brief, width),
		...(brief.left === null ? [] : wrap(brief.left, width).map(each => [span(each, 'warn')])),
		...(brief.said === '' ? [] : wrap(brief.said, width).map((each): Row => [span(each, 'warn')])),
		...gapIn(size),
		line === null ? beginRow(brief, width) : lineRow(line),
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
	const row = (words: string): Row => [
		span('pace'.padEnd(LABEL), 'title'),
		span(`${length}${minutes(length)}${atMost}   `),
		...pressing(
			[span(keyOf(keymap, 'briefLength'), 'title'), span(` ${words}`, 'dim')],
			keysOn(keymap, 'briefLength').slice(0, 1),
		),
	];
	const all = row(others.join(', '));
	// No number is cut: where they have no room, the key alone is told.
	return rowWidth(all) <= width ? all : fit(row('changes it'), width);
}

/** What is over sooner takes as long as one thinks. */
const SHORT_MINUTES = 5;

function keysRow(keymap: Keymap, width: number): Row {
	const on = (id: BindingId) => keyOf(keymap, id);
	const keys: readonly (readonly [string, string])[] = [
		[on('command'), 'command'],
		[on('pause'), 'pause'],
		[on('next'), 'next'],
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

const ROOMY = 72;

function beginRow({left, changes, keymap}: Brief, width: number): Row {
	const keys: readonly (readonly [id: BindingId, word: string])[] = [
		...(left === null
			? ([['briefBegin', 'begins']] as const)
			: ([
					['briefBegin', 'resumes'],
					['briefAnew', 'starts over'],
				] as const)),
		...(changes === null ? [] : ([['briefChange', 'change']] as const)),
		['briefMore', width < ROOMY ? 'more' : 'scoring and difficulty'],
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
