import {completeWord} from '../do/read-deed.ts';
import type {IdOf} from './keys/index.ts';
import {castSeen} from '../../observe/index.ts';
import {expectedNext, grammarIn} from '../../session/index.ts';
import {findOrders, formsIn} from './palette/find-orders.ts';
import {pasted, written} from './text-input.ts';
import type {Context, Key, Keymap, Prompt} from './ui.types.ts';

const HISTORY_MAX = 200;
const DRAFT_MAX = 400;

export const EMPTY_PROMPT: Prompt = {
	open: false,
	draft: '',
	cursor: 0,
	offers: [],
	picked: null,
	found: false,
	history: [],
	back: 0,
	kept: '',
	problem: '',
};

/** Opens the line with something on it. */
export function openPrompt(prompt: Prompt, draft: string, context: Context): Prompt {
	const open = {...prompt, open: true, draft, cursor: draft.length, picked: null, problem: ''};
	return {...open, ...offersFor(draft, context)};
}

/** Closes the line; what was on it is forgotten, what was given is not. */
export function closePrompt({history}: Prompt): Prompt {
	return {...EMPTY_PROMPT, history};
}

const FOUND_MAX = 8;

/** Next words; where none fits, orders that are about what was typed, however they are called. */
function offersFor(
	before: string,
	context: Context,
): {readonly offers: readonly string[]; readonly found: boolean} {
	const next = [...context.complete(before), ...completeWord(before, 'screen')];
	if (next.length > 0 || before.trim().length < 3 || before.endsWith(' ')) {
		return {offers: [...new Set(next)], found: false};
	}
	const forms = formsIn(castSeen(context.observation));
	const found = findOrders(before, forms).map(({form}) => form.split(' <')[0] ?? form);
	return {offers: [...new Set(found)].slice(0, FOUND_MAX), found: true};
}

export type EditId = Exclude<
	IdOf<'prompt'>,
	'submit' | 'closePrompt' | 'interruptPrompt' | 'suspendPrompt'
>;

/** Keys that edit the line; those that leave it are the Ui's. */
export function editPrompt(prompt: Prompt, id: EditId, context: Context): Prompt {
	switch (id) {
		case 'offer':
			return pick(prompt, 1, context);
		case 'offerBack':
			return pick(prompt, -1, context);
		case 'older':
			return recall(prompt, prompt.back + 1, context);
		case 'newer':
			return recall(prompt, prompt.back - 1, context);
	}
}

/** A key that edits the line or stands in it. */
export function typeInto(prompt: Prompt, key: Key, context: Context, keymap: Keymap): Prompt {
	const {draft, cursor} = prompt;
	const next = written({text: draft, after: draft.length - cursor}, key, DRAFT_MAX, keymap);
	// The habit of a second colon.
	if (next === null || next.text === ':') return prompt;
	const at = next.text.length - next.after;
	if (next.text === draft) return {...prompt, cursor: at};
	return edited(prompt, next.text.slice(0, at), next.text.slice(at), context);
}

/** Text that was pasted goes into the line, which it opens where it is shut. It is read before it is given. */
export function pasteInto(prompt: Prompt, text: string, context: Context): Prompt {
	const {draft, cursor} = prompt.open ? prompt : openPrompt(prompt, '', context);
	const next = pasted({text: draft, after: draft.length - cursor}, text, DRAFT_MAX);
	const at = next.text.length - next.after;
	return edited({...prompt, open: true}, next.text.slice(0, at), next.text.slice(at), context);
}

/** The line is given: it is emptied, and goes into history. */
export function submitted(prompt: Prompt): Prompt {
	const text = prompt.draft.trim();
	const history = prompt.history.at(-1) === text ? prompt.history : [...prompt.history, text];
	return {...EMPTY_PROMPT, history: history.slice(-HISTORY_MAX)};
}

function edited(prompt: Prompt, before: string, after: string, context: Context): Prompt {
	return {
		...prompt,
		draft: before + after,
		cursor: before.length,
		...offersFor(before, context),
		picked: null,
		back: 0,
		problem: '',
	};
}

function asksForBlank(typed: string, {observation}: Context): boolean {
	return expectedNext(typed, grammarIn(castSeen(observation))).some(each => each.startsWith('<'));
}

/** Tab puts an offer where the unfinished word stands; Tab again puts the next one there. */
function pick(prompt: Prompt, step: number, context: Context): Prompt {
	// A blank such as `<size>` is shown, but is not a word that one could give.
	const words = prompt.offers.filter(offer => !offer.startsWith('<'));
	if (words.length === 0) return prompt;
	const typed = prompt.draft.slice(0, prompt.cursor);
	// What was found stands for the whole line, a word only for itself.
	const stem = prompt.picked?.stem ?? (prompt.found ? '' : typed.replace(/\S+$/u, ''));
	const last = prompt.picked?.index ?? (step > 0 ? -1 : 0);
	const index = (last + step + words.length) % words.length;
	const before = stem + (words[index] ?? '');
	const after = prompt.draft.slice(prompt.cursor);
	// A number may stand there as well: nothing is typed for who has not said which.
	if (words.length === 1 && /(?:^|\s)$/u.test(typed) && asksForBlank(typed, context)) return prompt;
	// The only possible word is final: on to what may follow it.
	if (words.length === 1) return edited(prompt, `${before} `, after.trimStart(), context);
	return {
		...prompt,
		draft: before + after,
		cursor: before.length,
		picked: {index, stem},
		back: 0,
		problem: '',
	};
}

function recall(prompt: Prompt, back: number, context: Context): Prompt {
	const steps = Math.max(0, Math.min(prompt.history.length, back));
	if (steps === prompt.back) return prompt;
	const kept = prompt.back === 0 ? prompt.draft : prompt.kept;
	const draft = steps === 0 ? kept : (prompt.history.at(-steps) ?? '');
	return {
		...prompt,
		draft,
		cursor: draft.length,
		...offersFor(draft, context),
		picked: null,
		back: steps,
		kept,
		problem: '',
	};
}
