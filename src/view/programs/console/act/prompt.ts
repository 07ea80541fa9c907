import {readWord} from '../../../do/words.ts';
import type {IdOf} from '../../../input/keys/index.ts';
import {closePrompt, editPrompt, submitted} from '../../../input/prompt.ts';
import type {Context, Ui, Update} from '../../../input/ui.types.ts';
import {misunderstood} from '../taken.ts';
import {giveOrder} from './give.ts';
import {carryOutWord} from './words.ts';

/** Keys on the command line that are no characters. */
export function actInPrompt(ui: Ui, id: IdOf<'prompt'>, context: Context): Update {
	switch (id) {
		case 'submit':
			return submit(ui, context);
		case 'closePrompt':
			return [{...ui, prompt: closePrompt(ui.prompt)}, []];
		case 'interruptPrompt':
			return [{...ui, overlay: 'interrupt'}, []];
		case 'suspendPrompt':
			return [ui, [{type: 'suspend'}]];
		default:
			return [{...ui, prompt: editPrompt(ui.prompt, id, context)}, []];
	}
}

/** The line is a word of the console, or an order, or comes back for mending. */
function submit(ui: Ui, context: Context): Update {
	const text = ui.prompt.draft.trim();
	if (text === '') return [{...ui, prompt: closePrompt(ui.prompt)}, []];
	const given = {...ui, prompt: submitted(ui.prompt)};
	const read = readWord(text, 'screen');
	switch (read.kind) {
		case 'word':
			return carryOutWord(given, read.word, context);
		case 'problem':
			return [misunderstood(ui, text, read.problem, context), []];
		case 'order':
			return giveOrder(given, text, 'typed', context);
	}
}
