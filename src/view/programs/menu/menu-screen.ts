import {readingKeys, readingRows} from '../reader/index.ts';
import type {Row, Screen, Size} from '../../screen/screen.types.ts';
import {cut, fit, left, pressing, span, spread, widthOf, wrap} from '../../screen/text.ts';
import {keyOf, keysIn, keysOn} from '../../input/keys/index.ts';
import type {Keymap} from '../../input/ui.types.ts';
import {fieldRow} from '../../screen/field.ts';
import {keysRow} from '../../screen/keys-row.ts';
import type {MenuData} from './menu.types.ts';
import {placeOf, shownItems, type MenuState, type Place} from './menu-state.ts';
import type {FieldPage, Item, ListPage} from './page.types.ts';
import {pageOf} from './page.ts';

const WIDTH_MAX = 92;
const ABOUT_ROWS_MAX = 7;

/** The menu as a frame: where one is, what there is, what it is, and the keys. */
export function menuScreen(state: MenuState, data: MenuData, size: Size): Screen {
	const room = {columns: size.columns, rows: Math.max(1, size.rows - 2)};
	const inside = body(state, data, room);
	const rows = [
		titleRow(state, data, size.columns),
		...Array.from({length: room.rows}, (_, index) => inside[index] ?? []),
		keysRow(keysHere(state, data), size.columns),
	];
	return {rows: rows.slice(0, size.rows).map(row => fit(row, size.columns))};
}

function titleRow({trail}: MenuState, data: MenuData, columns: number): Row {
	const [step = 'escape'] = keysOn(data.keymap, 'menuBack');
	const back = (steps: number) => Array.from({length: steps}, () => step);
	const crumbs = trail.slice(1).map(({id}) => pageOf(id, data).title);
	const row: Row = [
		{
			...span(' outage-oncall', 'title'),
			...(crumbs.length === 0 ? {} : {press: back(crumbs.length)}),
		},
		...crumbs.flatMap((crumb, index) => [
			span(' › ', 'dim'),
			index === crumbs.length - 1
				? span(crumb)
				: {...span(crumb), press: back(crumbs.length - 1 - index)},
		]),
	];
	return spread(row, [span(` ${data.version} `, 'dim')], columns);
}

function body(state: MenuState, data: MenuData, room: Size): readonly Row[] {
	const place = placeOf(state);
	if (place.reading !== null) return readingRows(place.reading, room);
	const page = pageOf(place.id, data);
	switch (page.kind) {
		case 'text':
			return [];
		case 'field':
			return fieldRows(page, state, room);
		case 'list':
			if (page.beside !== undefined)
				return besideRows(page, page.beside, {place, state, keymap: data.keymap}, room);
			return listRows(page, {place, state, keymap: data.keymap}, room);
	}
}

const NAME_WIDTH = 18;

/** A page of one run: how it stands, what can be done with it, and the player's own commitment. */
function besideRows(
	page: ListPage,
	{head, foot}: NonNullable<ListPage['beside']>,
	{place, state, keymap}: Standing,
	room: Size,
): readonly Row[] {
	const width = Math.min(WIDTH_MAX, room.columns - 4);
	const items = shownItems(page, place.filter);
	const cursor = Math.min(place.cursor, items.length - 1);
	const rule: Row = [span('─'.repeat(width), 'dim')];
	const gap: readonly Row[] = room.rows >= 18 ? [[]] : [];
	const rules: readonly Row[] = room.rows >= 18 ? [rule] : [];
	const filter = place.filter !== '' || state.filtering ? [filterRow(place, state)] : [];
	const named = items.map(({label, note, does}, index) => {
		const name = ` ${label.padEnd(NAME_WIDTH)}`;
		const words = left(`${name}${cut(note, Math.max(0, width - widthOf(name) - 1))}`, width);
		const row: Row =
			index === cursor ? [span(words, 'select')] : [span(words, 'not' in does ? 'dim' : 'plain')];
		return pressing(row, wayTo(index - cursor, keymap));
	});
	const rows: Row[] = [
		...gap,
		spread([span(head[0], 'title')], [span(head[1])], width),
		...rules,
		...gap,
		...filter,
		...(named.length === 0 ? [[span(emptyWords(page, place, keymap), 'dim')]] : named),
		...gap,
		...rules,
		...wrap(foot, width).map((line): Row => [span(line, 'dim')]),
		...saidRows(state, width),
	];
	return rows.map(row => [marginOf(width, room.columns), ...row]);
}

/** The keys that lead to an item from where the cursor is, and choose it. */
function wayTo(by: number, keymap: Keymap): readonly string[] {
	const [step] = keysOn(keymap, by > 0 ? 'menuDown' : 'menuUp');
	const way = Array.from({length: Math.abs(by)}, () => step ?? '');
	return [...way, ...keysOn(keymap, 'menuChoose').slice(0, 1)];
}

type Standing = {readonly place: Place; readonly state: MenuState; readonly keymap: Keymap};

function listRows(page: ListPage, {place, state, keymap}: Standing, room: Size): readonly Row[] {
	const width = Math.min(WIDTH_MAX, room.columns - 4);
	const margin = marginOf(width, room.columns);
	const items = shownItems(page, place.filter);
	const cursor = Math.min(place.cursor, items.length - 1);
	const lower = [...saidRows(state, width), ...aboutRows(items[cursor], width)];
	const above = room.rows >= 16 ? 1 : 0;
	const filter = place.filter !== '' || state.filtering ? [filterRow(place, state)] : [];
	const listRoom = Math.max(1, room.rows - above - filter.length - ABOUT_ROWS_MAX - 1);
	const from = Math.max(0, Math.min(cursor - Math.floor(listRoom / 2), items.length - listRoom));
	const shown = items.slice(from, from + listRoom).map((item, index) => {
		const by = from + index - cursor;
		return pressing(itemRow(item, by === 0, width), wayTo(by, keymap));
	});
	if (items.length === 0) shown.push([span(emptyWords(page, place, keymap), 'dim')]);
	const hidden = items.length - listRoom;
	const rule = hidden > 0 ? ` ${String(cursor + 1)} of ${String(items.length)} ` : '';
	const rows: Row[] = [
		...Array.from({length: above}, (): Row => []),
		...filter,
		...shown,
		[],
		[span(`${'─'.repeat(width - widthOf(rule))}${rule}`, 'dim')],
		...lower,
	];
	return rows.map(row => [margin, ...row]);
}

function itemRow({label, note, does}: Item, here: boolean, width: number): Row {
	const tone = here ? 'select' : 'not' in does ? 'dim' : 'plain';
	const name = ` ${label} `;
	const said = cut(note, Math.max(0, width - widthOf(name) - 2));
	const gap = ' '.repeat(Math.max(1, width - widthOf(name) - widthOf(said) - 1));
	return [
		span(name, tone),
		span(gap, here ? 'select' : 'plain'),
		span(`${said} `, here ? 'select' : 'dim'),
	];
}

function emptyWords(page: ListPage, {filter}: Place, keymap: Keymap): string {
	return filter === ''
		? page.empty
		: `No match for “${filter}”; ${keyOf(keymap, 'menuBack')} shows all.`;
}

function filterRow({filter}: Place, {filtering, caret}: MenuState): Row {
	const line = filtering ? fieldRow({text: filter, after: caret}) : [span(filter)];
	return [span('/', 'title'), ...line];
}

function saidRows({said}: MenuState, width: number): readonly Row[] {
	return said === '' ? [] : wrap(said, width).map(line => [span(line, 'warn')]);
}

function aboutRows(item: Item | undefined, width: number): readonly Row[] {
	if (item === undefined) return [];
	return item.about.split('\n').flatMap(line => wrap(line, width).map(part => [span(part)]));
}

function fieldRows({text, label}: FieldPage, state: MenuState, room: Size): readonly Row[] {
	const width = Math.min(WIDTH_MAX, room.columns - 4);
	const rows: Row[] = [
		[],
		...wrap(text, width).map((line): Row => [span(line)]),
		[],
		[span(`${label} `, 'title'), ...fieldRow({text: state.draft, after: state.caret})],
		[],
		...saidRows(state, width),
	];
	return rows.map(row => [marginOf(width, room.columns), ...row]);
}

function marginOf(width: number, columns: number) {
	return span(' '.repeat(Math.max(0, Math.floor((columns - width) / 2))));
}

/** The keys that are in force: those of a line while one is typed. */
function keysHere(state: MenuState, data: MenuData) {
	const {reading, id} = placeOf(state);
	if (reading !== null) return readingKeys(reading, data.keymap);
	const types = state.filtering || pageOf(id, data).kind === 'field';
	return keysIn(types ? 'field' : 'menu', data.keymap);
}
