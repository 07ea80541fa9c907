import {flash} from './flash.ts';
import {withKeys} from '../../input/keys/index.ts';
import {openPrompt} from '../../input/prompt.ts';
import type {Context, Ui} from '../../input/ui.types.ts';

/** The session did not understand an order: say so, and give the text back for mending. */
export function misunderstood(
	ui: Ui,
	text: string,
	problem: {readonly message: string; readonly suggestions: readonly string[]},
	context: Context,
): Ui {
	const near = problem.suggestions.slice(0, 3).join(', ');
	const said = `Not given: ${near === '' ? 'Tab shows what fits.' : `did you mean ${near}?`}`;
	const focus = ui.focusBefore ?? ui.focus;
	const prompt = openPrompt(ui.prompt, text, context);
	const told = {...ui, prompt: {...prompt, problem: problem.message}, focus, focusBefore: null};
	return flash(told, 'bad', said);
}

/** The session took an order. It is tried in the next second, and while time stands still there is none. */
export function given(ui: Ui, text: string): Ui {
	const said = withKeys('given. Time is stopped; {pause} lets it run.', ui.keymap);
	return ui.paused ? flash(ui, 'warn', `${text}: ${said}`) : ui;
}
