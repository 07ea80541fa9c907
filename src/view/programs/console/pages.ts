import {withKeys, type BindingId} from '../../input/keys/index.ts';
import {estimateMinutes, LENGTHS} from './time/index.ts';
import {isNarrow, lackingRows, verdictRows} from '../../say/card.ts';
import {milestoneRows} from '../../say/card-milestones.ts';
import type {Row, Size} from '../../screen/screen.types.ts';
import {fit, pressing, span, wrap} from '../../screen/text.ts';
import type {Ui} from '../../input/ui.types.ts';

/** As wide as text is easy to read. */
export const TEXT_WIDTH = 76;

/** The briefing: the level's text, and always in sight below it how long it takes and the three keys to know. */
export function briefingPage(ui: Ui, size: Size): readonly Row[] {
	const width = Math.min(TEXT_WIDTH, size.columns - 4);
	const text = paragraphs(ui.briefing).flatMap(line => briefingLine(line, width));
	const margin = ' '.repeat(Math.max(0, Math.floor((size.columns - width) / 2)));
	const key = (id: BindingId) => withKeys(`{${id}}`, ui.keymap);
	const foot: Row[] = [
		[span(margin), span('─'.repeat(width), 'dim')],
		[
			span(margin),
			...[
				...[key('pause'), 'pauses time', key('command'), 'runs a command'],
				...[key('next'), 'next event'],
			].map((word, index) =>
				span(`${word}${index % 2 === 0 ? ' ' : '   '}`, index % 2 === 0 ? 'title' : 'plain'),
			),
		],
		[span(margin), ...lengthWords(ui)],
		[span(margin), ...pressing([span(' enter ', 'select'), span(' begins.')], ['enter'])],
	];
	const room = {columns: size.columns, rows: size.rows - foot.length};
	return [...page(text, ui.scroll, room, width), ...foot.map(row => fit(row, size.columns))];
}

/** How many real minutes it takes at most, at each length; `n` and stops are the player's own. */
function lengthWords(ui: Ui): Row {
	const {limit} = ui;
	if (limit === null) return [span(withKeys('{next} runs to the next event.', ui.keymap), 'dim')];
	return [
		...LENGTHS.flatMap((length): Row => {
			const minutes = Math.max(1, Math.round(estimateMinutes(limit, length)));
			const chosen = length === ui.length;
			return [
				span(chosen ? ` ${length} ` : `${length} `, chosen ? 'select' : 'plain'),
				span(`${chosen ? ' ' : ''}at most ${String(minutes)} min   `, chosen ? 'plain' : 'dim'),
			];
		}),
		span(withKeys('{briefingLength}', ui.keymap), 'title'),
		span(' changes it', 'dim'),
	];
}

/** A line of Markdown: headings stand out, what is to be typed stands out, bullets hang. */
function briefingLine(line: string, width: number): readonly Row[] {
	const heading = /^#+ +/u.exec(line);
	if (heading !== null) return [[span(line.slice(heading[0].length), 'title')]];
	const hang = /^[-*] /u.test(line) ? '  ' : '';
	let typed = false;
	return wrap(line, width - hang.length).map((part, index) => {
		const pieces = part.split('`').map((text, piece) => {
			if (piece > 0) typed = !typed;
			return span(text, typed ? 'title' : 'plain');
		});
		return [span(index === 0 ? '' : hang), ...pieces];
	});
}

/** Lines of the file joined to paragraphs, blank lines kept once. */
function paragraphs(text: string): readonly string[] {
	const found: string[] = [];
	for (const raw of text.split('\n')) {
		const line = raw.trim();
		const last = found.at(-1);
		const starts =
			line === '' || /^(#|-|\*|\d+\.|>)/u.test(line) || last === undefined || last === '';
		if (starts || last.startsWith('#')) {
			if (line !== '' || (last !== undefined && last !== '')) found.push(line);
		} else {
			found[found.length - 1] = `${last} ${line}`;
		}
	}
	return found;
}

const CARD_WIDTH = 78;
/** From so many rows on, both sides of the card have room. */
const BOTH_ROWS = 34;

/** The result card: its verdict, or the milestones behind it. */
export function cardPage({card, cardSide, scroll}: Ui, size: Size): readonly Row[] {
	if (card === null) return page([], 0, size, CARD_WIDTH);
	const width = Math.min(CARD_WIDTH, size.columns - 2);
	const verdict = verdictRows(card, width);
	const milestones = milestoneRows(card, width);
	// Where the verdict tells only the first, all of it stands before the milestones.
	const lacking = isNarrow(width) ? [...lackingRows(card, width), []] : [];
	const both = size.rows >= BOTH_ROWS ? [...verdict, [], ...milestones] : verdict;
	return page(cardSide === 'verdict' ? both : [...lacking, ...milestones], scroll, size, width);
}

/** Centred text with a note where more of it is. */
export function page(
	rows: readonly Row[],
	scroll: number,
	size: Size,
	width: number,
): readonly Row[] {
	const room = size.rows - 1;
	const from = Math.max(0, Math.min(scroll, rows.length - room));
	const margin = ' '.repeat(Math.max(0, Math.floor((size.columns - width) / 2)));
	const above = Math.max(0, Math.min(2, Math.floor((room - rows.length) / 2)));
	const seen = rows.slice(from, from + room);
	const below = rows.length - from - seen.length;
	return Array.from({length: size.rows}, (_, index): Row => {
		if (index === size.rows - 1 && below > 0) {
			return fit([span(`${margin}↓ ${String(below)} more lines`, 'dim')], size.columns);
		}
		return fit([span(margin), ...(seen[index - above] ?? [])], size.columns);
	});
}
