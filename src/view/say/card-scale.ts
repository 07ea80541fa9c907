import {tellHarm} from '../../session/index.ts';
import {span, wrap} from '../screen/text.ts';
import type {Row} from '../screen/screen.types.ts';
import {partWords, progressWords} from './card-words.ts';
import type {CardTold} from './card.types.ts';

type Mark = {readonly letter: string; readonly name: string; readonly minutes: number};

const LETTERS = {expert: 'T', day: 'D', silent: 'N'} as const;
const INDENT = 4;

/** Customer impact on one scale, with whoever the run is held against, and what it is made of. */
export function scaleRows(told: CardTold, width: number): readonly Row[] {
	const {total} = tellHarm(told.result.harm);
	const marks = marksOf(told, total);
	const legend = marks.map(({letter, name, minutes}) => `${letter} ${name} ${String(minutes)}`);
	const progress = progressWords(told);
	const more = progress === null || marks.length > 3 ? [] : [progress];
	const parts = partWords(told);
	return [
		[span('Impact', 'title'), span(`  ${String(total)} min of full outage for customers`)],
		...(marks.length > 1 ? [axisRow(marks, width)] : []),
		...inRows([...legend, ...more], width),
		...(parts === '' ? [] : indented(parts, width)),
	];
}

function marksOf({soFar, best, room}: CardTold, total: number): readonly Mark[] {
	const whole = (minutes: number) => Math.round(minutes);
	return [
		{letter: 'Y', name: room ? 'you all' : 'you', minutes: total},
		...(best === null ? [] : [{letter: 'B', name: 'your best win', minutes: whole(best)}]),
		...(soFar?.references ?? []).map(({id, name, harm}) => ({
			letter: LETTERS[id],
			name,
			minutes: whole(harm),
		})),
	].sort((a, b) => a.minutes - b.minutes);
}

/** `0 ──T───Y──────D────N 2499`; letters that would share a cell stand side by side. */
function axisRow(marks: readonly Mark[], width: number): Row {
	const most = Math.max(1, ...marks.map(({minutes}) => minutes));
	const start = `${' '.repeat(INDENT)}0 `;
	const end = ` ${String(most)}`;
	const cells = Math.max(marks.length, width - start.length - end.length);
	const line = Array.from({length: cells}, () => '─');
	let free = 0;
	for (const [index, {letter, minutes}] of marks.entries()) {
		const wanted = Math.round((minutes / most) * (cells - 1));
		const at = Math.min(Math.max(wanted, free), cells - marks.length + index);
		line[at] = letter;
		free = at + 1;
	}
	const drawn = line.join('');
	const own = drawn.indexOf('Y');
	return [
		span(start),
		span(drawn.slice(0, own), 'dim'),
		span('Y', 'title'),
		span(drawn.slice(own + 1), 'dim'),
		span(end),
	];
}

/** As many on a row as have room, none of them broken. */
function inRows(words: readonly string[], width: number): readonly Row[] {
	const rows: string[] = [];
	for (const word of words) {
		const last = rows.at(-1);
		const joined = `${last ?? ''}    ${word}`;
		if (last === undefined || joined.length > width - INDENT) rows.push(word);
		else rows[rows.length - 1] = joined;
	}
	return rows.map(row => [span(`${' '.repeat(INDENT)}${row}`)]);
}

function indented(text: string, width: number): readonly Row[] {
	return wrap(text, width - INDENT).map(line => [span(`${' '.repeat(INDENT)}${line}`)]);
}
