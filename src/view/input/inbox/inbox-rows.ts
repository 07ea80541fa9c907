import type {Observation} from '../../../observe/index.ts';
import {itemWords} from '../../say/queue.ts';
import type {QueueItem} from '../../say/queue-item.ts';
import type {Row, Size, Tone} from '../../screen/screen.types.ts';
import {fit, pressing, span, widthOf, wrap} from '../../screen/text.ts';
import {keysOn} from '../keys/index.ts';
import type {Ui} from '../ui.types.ts';

/** As many rows at most, so that the panels above stay in sight. */
const ROWS_MAX = 14;
const ROWS_MIN = 5;

export const ITEM_TONES: Readonly<Record<QueueItem['tone'], Tone>> = {
	bad: 'bad',
	warn: 'warn',
	plain: 'plain',
	dim: 'dim',
};
export const ITEM_MARKS: Readonly<Record<QueueItem['tone'], string>> = {
	bad: '✗',
	warn: '▲',
	plain: '●',
	dim: '○',
};

/** The list of what is unread, over the lower end of the panels. */
export function inboxRows(
	observation: Observation,
	{inbox, keymap}: Ui,
	room: Size,
): readonly Row[] {
	const {at, unread} = inbox;
	if (at === null) return [];
	const shown = Math.max(1, Math.min(ROWS_MAX, Math.max(ROWS_MIN, Math.floor(room.rows / 2) - 1)));
	const first = Math.max(0, Math.min(at - Math.floor(shown / 2), unread.length - shown));
	const below = Math.max(0, unread.length - first - shown);
	const [down = 'j', up = 'k', open = 'enter'] = (
		['inboxDown', 'inboxUp', 'inboxOpen'] as const
	).map(id => keysOn(keymap, id)[0]);
	const rows = unread
		.slice(first, first + shown)
		.flatMap((item, index) => {
			const by = first + index - at;
			const way = Array.from({length: Math.abs(by)}, () => (by > 0 ? down : up));
			return itemRows(observation, item, by === 0, room.columns).map(row =>
				pressing(row, by === 0 ? [open] : way),
			);
		})
		.slice(0, shown);
	return [
		titleRow(unread.length, below, room.columns),
		...(rows.length === 0 ? [fit([span('Nothing unread.', 'dim')], room.columns)] : rows),
		...Array.from({length: shown - Math.max(1, rows.length)}, () => fit([], room.columns)),
	];
}

/** An item a row; the one under the cursor is there whole. */
function itemRows(
	observation: Observation,
	item: QueueItem,
	picked: boolean,
	columns: number,
): readonly Row[] {
	const text = `${ITEM_MARKS[item.tone]} ${itemWords(observation, item).replaceAll('\n', ' ')}`;
	if (!picked) return [fit([span(text, ITEM_TONES[item.tone])], columns)];
	return wrap(text, columns).map(line => fit([span(line, 'select')], columns));
}

function titleRow(unread: number, below: number, columns: number): Row {
	const title = ' i Inbox ';
	const note = ` ${String(unread)} unread${below > 0 ? ` ↓${String(below)}` : ''} `;
	const rule = Math.max(0, columns - 2 - widthOf(title) - widthOf(note));
	return fit(
		[
			span('─', 'dim'),
			span(title, 'select'),
			span('─'.repeat(rule), 'dim'),
			span(note),
			span('─', 'dim'),
		],
		columns,
	);
}
