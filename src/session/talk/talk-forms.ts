import {REPLIES, TIMELINE_TAGS} from '../../observe/index.ts';
import {SPLITS} from './channels.ts';

/** Every verb of talk with the form that is shown for it. */
export const TALK_FORMS = {
	tell: 'tell <whom> <fact> [<fact> ...] [words]',
	request: 'request <order> of <role> [within <minutes>] [because <fact>]',
	ask: 'ask <fact> of <role> [within <minutes>]',
	propose: 'propose <order>',
	object: 'object to <number> because <fact>|unsafe|wrong order|not now',
	decide: 'decide <number> go|no',
	answer: 'answer <number> accept <order> [eta <minutes>] | decline <why> | say again',
	confirm: 'confirm <number>',
	correct: 'correct <number> <order>',
	report: 'report <number> done|failed|no effect [<fact>]',
	withdraw: 'withdraw <number>',
	hold: 'hold [because <words>]',
	'release-hold': 'release-hold',
	reply: `reply <who writes> ${Object.keys(REPLIES).join('|')}`,
	star: 'star <number>|request <number>|order <number>',
	tag: `tag <number>|request <number>|order <number> ${TIMELINE_TAGS.join('|')}`,
	remind: 'remind <minutes> [@<role>] <words>',
	split: `split <role> [<role> ...] into ${SPLITS.join('|')} [for <minutes>]`,
	merge: `merge ${SPLITS.join('|')}`,
	aside: 'aside <words>',
	lead: 'lead',
	unconfirmed: 'unconfirmed <order>',
} as const;

export type TalkVerb = keyof typeof TALK_FORMS;
