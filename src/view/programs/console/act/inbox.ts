import {read, readAll} from '../../../input/inbox/index.ts';
import type {IdOf} from '../../../input/keys/index.ts';
import type {Context, Ui} from '../../../input/ui.types.ts';
import {openPrompt} from '../../../input/prompt.ts';
import {focusOn} from './focus.ts';

/** Keys in the list of what is unread. */
export function actInInbox(ui: Ui, id: IdOf<'inbox'>, context: Context): Ui {
	const {inbox} = ui;
	const at = inbox.at ?? 0;
	const item = inbox.unread[at];
	switch (id) {
		case 'inboxOpen':
			if (item === undefined) return shut(ui);
			return focusOn(shut({...ui, inbox: read(inbox, item.id)}), item.panel);
		case 'inboxRead':
			return item === undefined ? ui : {...ui, inbox: read(inbox, item.id)};
		case 'inboxReadAll':
			return {...ui, inbox: readAll(inbox)};
		case 'inboxDown':
			return {...ui, inbox: {...inbox, at: Math.min(at + 1, Math.max(0, inbox.unread.length - 1))}};
		case 'inboxUp':
			return {...ui, inbox: {...inbox, at: Math.max(0, at - 1)}};
		case 'inboxClose':
			return shut(ui);
		case 'inboxCommand':
			return {...shut(ui), prompt: openPrompt(ui.prompt, '', context), skip: null};
		case 'interruptInbox':
			return {...shut(ui), overlay: 'interrupt'};
	}
}

function shut(ui: Ui): Ui {
	return {...ui, inbox: {...ui.inbox, at: null}};
}
