import type {IdOf} from '../../../input/keys/index.ts';
import {LENGTHS, TEMPOS} from '../time/index.ts';
import type {Ui} from '../../../input/ui.types.ts';
import type {Update} from '../../../input/wish.types.ts';
import {scrolled} from './focus.ts';

/** Keys in the briefing. */
export function actInBriefing(ui: Ui, id: IdOf<'briefing'>): Update {
	switch (id) {
		case 'begin':
			return [{...ui, stage: 'playing', scroll: 0}, []];
		case 'briefingDown':
			return [scrolled(ui, 4), []];
		case 'briefingUp':
			return [scrolled(ui, -4), []];
		case 'briefingLength': {
			const length = LENGTHS[(LENGTHS.indexOf(ui.length) + 1) % LENGTHS.length] ?? ui.length;
			return [{...ui, length, pace: TEMPOS[length].quiet}, []];
		}
		case 'leaveBriefing':
			return [ui, [{type: 'leave', how: 'quit'}]];
		case 'interruptBriefing':
			return [ui, [{type: 'leave', how: 'interrupted'}]];
	}
}

/** Keys in help. */
export function actInHelp(ui: Ui, id: IdOf<'help'>): Ui {
	switch (id) {
		case 'closeHelp':
			return {...ui, overlay: 'none', topic: '', scroll: 0};
		case 'helpDown':
			return scrolled(ui, 1);
		case 'helpUp':
			return scrolled(ui, -1);
		case 'helpPageDown':
			return scrolled(ui, 10);
		case 'helpPageUp':
			return scrolled(ui, -10);
		case 'interruptHelp':
			return {...ui, overlay: 'interrupt'};
	}
}

/** Keys over a question. */
export function actOnQuestion(ui: Ui, id: IdOf<'ask'>): Update {
	const how = ui.overlay === 'interrupt' || id === 'yesAgain' ? 'interrupted' : 'quit';
	if (id === 'no') return [{...ui, overlay: 'none'}, []];
	return [ui, [{type: 'leave', how}]];
}

/** Keys on the result card. */
export function actOnCard(ui: Ui, id: IdOf<'card'>): Update {
	switch (id) {
		case 'leaveCard':
			return [ui, [{type: 'leave', how: 'quit'}]];
		case 'cardRetry':
			return [ui, [{type: 'choose', choice: 'retry'}]];
		case 'toldBack':
			return [ui, [{type: 'choose', choice: 'debrief'}]];
		case 'cardReplay':
			return [ui, [{type: 'choose', choice: 'replay'}]];
		case 'cardNext':
			return [ui, [{type: 'choose', choice: 'next'}]];
		case 'cardShare':
			return [ui, [{type: 'choose', choice: 'share'}]];
		case 'cardMilestones': {
			const cardSide = ui.cardSide === 'verdict' ? 'milestones' : 'verdict';
			return [{...ui, cardSide, scroll: 0}, []];
		}
		case 'lookBack':
			return [{...ui, stage: 'playing', scroll: 0}, []];
		case 'cardDown':
			return [scrolled(ui, 4), []];
		case 'cardUp':
			return [scrolled(ui, -4), []];
		case 'interruptCard':
			return [ui, [{type: 'leave', how: 'interrupted'}]];
	}
}
