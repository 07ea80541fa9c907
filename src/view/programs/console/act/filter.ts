import type {IdOf} from '../../../input/keys/index.ts';
import {written} from '../../../input/text-input.ts';
import type {Key, Ui} from '../../../input/ui.types.ts';

export const FILTER_MAX = 40;

/** A key of the line; the panel follows at once. */
export function typeFilter(ui: Ui, key: Key): Ui {
	const line = {text: ui.filters[ui.focus], after: ui.caret};
	const next = written(line, key, FILTER_MAX, ui.keymap);
	return next === null ? ui : {...filteredBy(ui, next.text), caret: next.after};
}

/** Keys on the filter line that are no characters. */
export function actInFilter(ui: Ui, id: IdOf<'filter'>): Ui {
	switch (id) {
		case 'keepFilter':
			return {...ui, filtering: false};
		case 'clearFilter':
			return {...filteredBy(ui, ''), filtering: false};
		case 'interruptFilter':
			return {...ui, overlay: 'interrupt'};
	}
}

/** The panel in focus shows only what the filter lets through. */
export function filteredBy(ui: Ui, filter: string): Ui {
	return {...ui, filters: {...ui.filters, [ui.focus]: filter}, scroll: 0};
}
