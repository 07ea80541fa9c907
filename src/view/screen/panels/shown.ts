import type {Fact} from '../../say/fact.types.ts';
import type {Ui} from '../../input/ui.types.ts';
import {keyOf} from '../../input/keys/index.ts';
import type {Row} from '../screen.types.ts';
import {span} from '../text.ts';

/** What to type to see what has not been looked at. */
export function unseenRows(
	{keymap}: Ui,
	facts: readonly Fact<{readonly order: string}>[],
): readonly Row[] {
	const line = keyOf(keymap, 'command');
	return facts.map(({label, of: {order}}): Row => [
		span(`○ ${label}${order === '' ? '' : `; try  ${line} ${order}`}`, 'dim'),
	]);
}

/** What stands where a filter lets nothing through: that nothing is seen says nothing of what there is. */
export function emptiedRow({keymap}: Ui, filter: string): Row {
	const key = keyOf(keymap, 'back');
	return [span(`○ nothing here matches /${filter}; ${key} shows everything`, 'dim')];
}

/** Rows, or where a filter has emptied the panel, that it has. */
export function orEmptied(
	rows: readonly Row[],
	emptied: boolean,
	ui: Ui,
	filter: string,
): readonly Row[] {
	return emptied && filter !== '' ? [...rows, emptiedRow(ui, filter)] : rows;
}
