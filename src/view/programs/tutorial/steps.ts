import type {Observation} from '../../../observe/index.ts';
import type {KeptNote} from '../../../session/index.ts';
import {bindingOf, panelOf} from '../../input/keys/index.ts';
import type {Key, Ui} from '../../input/ui.types.ts';

/** What a step may look at to know that it has been done. */
export type Seen = {
	readonly ui: Ui;
	readonly observation: Observation;
	readonly notes: readonly KeptNote[];
	/** Keys pressed since the step came up. */
	readonly keys: readonly Key[];
};

/** One sentence or two, and what shows that the player has done it. */
export type Step = {
	readonly id: string;
	/** Keys stand in it by the names of what they do, as in `{next}`: players move keys. */
	readonly say: string;
	readonly done: (seen: Seen) => boolean;
};

/** The first steps, in the real console. Each teaches one thing that the next builds on. */
export const FIRST_STEPS: readonly Step[] = [
	{
		id: 'panels',
		say: 'This strip is not part of the drill. Time stands still, so look around: press 2 for DNS, 9 for the log, {nextPanel} for the next panel.',
		done: ({keys, ui}) =>
			keys.some(
				key => panelOf(key) !== null || bindingOf(ui.keymap, 'panels', key) === 'nextPanel',
			),
	},
	{
		id: 'run',
		say: 'Press {pause}: time runs. Press it again whenever you want to think, and time stops.',
		done: ({ui}) => !ui.paused,
	},
	{
		id: 'next',
		say: 'A quiet evening. {next} runs to whatever happens next, so that you need not wait for it. Press {next} until the first alert stands in panel 1.',
		done: ({observation}) => observation.alerts.length > 0,
	},
	{
		id: 'dig',
		say: 'Do not believe an alert: look. Type {command} then dig reg, press {offer} to complete it, and enter to give it.',
		done: ({observation}) => given(observation, 'dig'),
	},
	{
		id: 'answer',
		say: 'An order takes its time; panel 0 shows what came of it. Press {next}, then read: NOERROR and no address means the name exists and leads nowhere.',
		done: ({observation}) => came(observation, 'dig'),
	},
	{
		id: 'suspect',
		say: 'Say what you suspect, and how sure you are. Type {command}suspect dns-records 80. Nobody asks for it, and you may be wrong; the debrief compares.',
		done: ({notes}) => notes.some(({note}) => note.about === 'hypothesis'),
	},
	{
		id: 'page',
		say: 'You cannot mend it alone. Type {command}page dynamodb to wake the people who run it. They need some minutes to join.',
		done: ({observation}) => given(observation, 'page dynamodb'),
	},
	{
		id: 'help',
		say: 'Press {help} for what this panel shows and for every key. Esc closes it.',
		done: ({ui}) => ui.overlay === 'help',
	},
	{
		id: 'access',
		say: 'Signing in leans on what is broken, and fails with it. Type {command}break glass access now: it is audited, and tonight it is right.',
		done: ({observation}) => given(observation, 'break glass'),
	},
	{
		id: 'join',
		say: 'Press {next} until somebody from dynamodb has joined: the header and the log tell.',
		done: ({observation}) =>
			observation.teams.some(({team, state}) => team === 'dynamodb' && state === 'present'),
	},
	{
		id: 'card',
		say: 'Type {command}repoint regional rollback. What changes something shows a card first: what it touches, how long it takes, what can go wrong. Read it, then give it.',
		done: ({observation}) => given(observation, 'repoint'),
	},
	{
		id: 'wait',
		say: 'Ten minutes until it takes effect, and up to fifteen more until caches forget the empty answer. Press {next}, and watch panel v.',
		done: ({observation}) => observation.ended !== null,
	},
];

/** Said once the steps are through. */
export const LAST_WORDS =
	'That was the whole of it: look, say what you think, fetch people, act, wait, look again. Esc closes this strip; {quit} leaves.';

function given({orders}: Observation, words: string): boolean {
	return orders.some(({text, state}) => text.startsWith(words) && state !== 'refused');
}

function came({orders}: Observation, words: string): boolean {
	return orders.some(({text, state}) => text.startsWith(words) && state === 'done');
}
