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

/** What each verb is for. */
export const TALK_MEANINGS: Readonly<Record<TalkVerb, string>> = {
	tell: 'says what you see, with its value, to all, a role, a seat or a person',
	request: 'asks another to run a command',
	ask: 'asks for something another can see',
	propose: 'says what you would do; decided unless somebody objects',
	object: 'says why not',
	decide: 'the lead decides what was proposed',
	answer: 'reads a request back in full, declines it, or has it said again',
	confirm: 'what was read back is what was asked',
	correct: 'what was read back is not: this is',
	report: 'says what came of it, or the fact that was asked for',
	withdraw: 'takes back what you asked',
	hold: 'stops time for everybody',
	'release-hold': 'releases your hold',
	reply: 'a set answer to somebody outside who writes',
	star: 'marks it on the timeline: for whoever keeps the record',
	tag: 'says what it is on the timeline: for whoever keeps the record',
	remind: 'comes back after that many minutes, to you or to a role',
	split: 'sends seats off the call for a while: for the lead',
	merge: 'calls them back',
	aside: 'to the facilitator alone',
	lead: 'you take the lead, when nobody who has it is heard',
	unconfirmed: 'runs a command that has waited long enough for its read-back',
};
