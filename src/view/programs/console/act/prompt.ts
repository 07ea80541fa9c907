import {readDeed} from '../../../do/read-deed.ts';
import type {IdOf} from '../../../input/keys/index.ts';
import {closePrompt, editPrompt, submitted} from '../../../input/prompt.ts';
import type {Context, Ui} from '../../../input/ui.types.ts';
import type {Update} from '../../../input/wish.types.ts';
import {misunderstood} from '../told.ts';

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

/** The line says what is to be done, or comes back for mending. */
function submit(ui: Ui, context: Context): Update {
	const text = ui.prompt.draft.trim();
	if (text === '') return [{...ui, prompt: closePrompt(ui.prompt)}, []];
	const given = {...ui, prompt: submitted(ui.prompt)};
	const read = readDeed(text, 'screen');
	if (read.ok) return [given, [{type: 'do', deed: read.deed}]];
	return [misunderstood(ui, text, read.problem, context), []];
}
