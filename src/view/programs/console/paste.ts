import {modeOf} from '../../input/keys/index.ts';
import {pasteInto} from '../../input/prompt.ts';
import {pasted} from '../../input/text-input.ts';
import type {Context, Ui} from '../../input/ui.types.ts';
import {FILTER_MAX, filteredBy} from './act/filter.ts';
import {PREDICTION_MAX} from './act/order.ts';
import {QUERY_MAX} from './act/palette.ts';

/** A paste goes into the line that is being written, else into the command line. It is never keys. */
export function paste(ui: Ui, text: string, context: Context): Ui {
	const calm = {...ui, flash: null};
	switch (modeOf(ui)) {
		case 'filter': {
			const line = {text: ui.filters[ui.focus], after: ui.caret};
			return filteredBy(calm, pasted(line, text, FILTER_MAX).text);
		}
		case 'palette': {
			if (ui.palette === null) return ui;
			const {text: query} = pasted({text: ui.palette.query, after: ui.caret}, text, QUERY_MAX);
			return {...calm, palette: {...ui.palette, query, at: 0, problem: ''}};
		}
		case 'expecting': {
			if (ui.order === null) return ui;
			const line = {text: ui.order.prediction, after: ui.caret};
			return {...calm, order: {...ui.order, prediction: pasted(line, text, PREDICTION_MAX).text}};
		}
		case 'inbox':
		case 'panels':
		case 'prompt':
			if (context.observation.ended !== null) return ui;
			return {
				...calm,
				prompt: pasteInto(ui.prompt, text, context),
				skip: null,
				inbox: {...ui.inbox, at: null},
			};
		// The target is typed by hand, so that it is meant; the others are no place to write.
		case 'target':
		case 'order':
		case 'briefing':
		case 'help':
		case 'ask':
		case 'card':
		case 'edit':
			return ui;
	}
}
