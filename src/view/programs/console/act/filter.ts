import type {IdOf} from '../../../input/keys/index.ts';
import {clean} from '../../../say/clean.ts';
import type {Key, Ui} from '../../../input/ui.types.ts';

const FILTER_MAX = 40;

/** One character more; the panel follows at once. */
export function typeFilter(ui: Ui, key: Key): Ui {
	const typed = clean(key);
	const filter = ui.filters[ui.focus];
	return typed.length === 1 && filter.length < FILTER_MAX ? filteredBy(ui, filter + typed) : ui;
}

/** Keys on the filter line that are no characters. */
export function actInFilter(ui: Ui, id: IdOf<'filter'>): Ui {
	switch (id) {
		case 'keepFilter':
			return {...ui, filtering: false};
		case 'clearFilter':
			return {...filteredBy(ui, ''), filtering: false};
		case 'eraseFilter':
			return filteredBy(ui, ui.filters[ui.focus].slice(0, -1));
		case 'eraseAllOfFilter':
			return filteredBy(ui, '');
		case 'interruptFilter':
			return {...ui, overlay: 'interrupt'};
	}
}

/** The panel in focus shows only what the filter lets through. */
export function filteredBy(ui: Ui, filter: string): Ui {
	return {...ui, filters: {...ui.filters, [ui.focus]: filter}, scroll: 0};
}
