import type {Observation} from '../../../observe/index.ts';
import type {KeptNote} from '../../../session/index.ts';
import type {Ui} from '../../input/ui.types.ts';

/** What a step may look at to know that it has been done. */
export type Seen = {
	readonly observation: Observation;
	readonly notes: readonly KeptNote[];
	/** Whether the run left another one: somebody went back. */
	readonly wentBack: boolean;
	/** The screen; null where the run is read out. */
	readonly ui: Ui | null;
};

/** One sentence or two for each face, and what shows that the player has done it. The world is waited for. */
export type Step = {
	readonly id: string;
	/** Keys stand in it by the names of what they do, as in `{next}`, and panels by theirs: players move keys. */
	readonly screen: string;
	/** In words to type; null where a run that is read out has nothing of the kind. */
	readonly plain: string | null;
	readonly done: (seen: Seen) => boolean;
};

/** The moment that the steps have kept, and come back to. */
export const KEPT = 'early';

/** The first steps, in the real console. Each teaches one thing that the next builds on. */
export const FIRST_STEPS: readonly Step[] = [
	{
		id: 'map',
		screen:
			'This strip is not part of the drill, and time is paused. Press {overview} for the map: what is above feeds what is below.',
		plain:
			'These steps are not part of the drill, and time is paused. Type panel overview for the map: what is above feeds what is below.',
		done: ({notes}) => notes.some(({note}) => note.about === 'opened' && note.panel === 'overview'),
	},
	{
		id: 'run',
		screen:
			'Press {pause}: time runs. Press it again whenever you want to think, and time stops. {help} is there on every screen.',
		plain: null,
		done: ({ui}) => ui !== null && !ui.paused,
	},
	{
		id: 'next',
		screen:
			'A quiet evening. {next} runs to whatever happens next. Press it until the first alert shows in panel {alerts}.',
		plain:
			'A quiet evening. next runs to whatever happens next. Type next until the first alert is told.',
		done: ({observation}) => observation.alerts.length > 0,
	},
	{
		id: 'snapshot',
		screen: `Before you touch anything, save this moment: type {command}snapshot ${KEPT}, then {submit}.`,
		plain: `Before you touch anything, save this moment: type snapshot ${KEPT}.`,
		done: ({notes}) => notes.some(({note}) => note.about === 'snapshot'),
	},
	{
		id: 'haste',
		screen:
			'Now act in haste. Type {command}repoint regional rollback, {submit}, and {giveDangerous} on its card; {next}. The second line shows the result.',
		plain:
			'Now act in haste. Type repoint regional rollback, then the word that it asks for, then next: it tells what came of it.',
		done: ({observation, wentBack}) =>
			wentBack ||
			observation.orders.some(({text, state}) => text.startsWith('repoint') && state === 'refused'),
	},
	{
		id: 'back',
		screen: `Refused: {inbox} says why in full. Nothing is lost by trying: type {command}back ${KEPT}. The attempt is kept, and you are back where you were.`,
		plain: `Refused, and it says why. Nothing is lost by trying: type back ${KEPT}. The attempt is kept, and you are back where you were.`,
		done: ({wentBack}) => wentBack,
	},
	{
		id: 'dig',
		screen:
			'Do not trust an alert: look. Press {palette}, type dig, {choose}, then regional, {choose}. Every command can be found this way.',
		plain: 'Do not trust an alert: look. Type dig regional; orders list what else there is.',
		done: ({observation}) => given(observation, 'dig'),
	},
	{
		id: 'answer',
		screen:
			'A command takes its time: {next} until it is done. Then {orders}: NOERROR and no address, so the name exists and leads nowhere.',
		plain:
			'A command takes its time. Type next until the answer is told. NOERROR and no address: the name exists and leads nowhere.',
		// The line above the panels has only the beginning of the answer.
		done: ({observation, ui}) =>
			came(observation, 'dig') && (ui === null || ui.focus === 'orders' || ui.inbox.at !== null),
	},
	{
		id: 'suspect',
		screen:
			'Say what you suspect, and how sure you are: {command}suspect dns-records 80. You may be wrong; the debrief compares.',
		plain:
			'Say what you suspect, and how sure you are: suspect dns-records 80. You may be wrong; the debrief compares.',
		done: ({notes}) => notes.some(({note}) => note.about === 'hypothesis'),
	},
	{
		id: 'page',
		screen:
			'You cannot fix it alone. Type {command}page dynamodb: it pages the people who run it. They take some minutes to join.',
		plain:
			'You cannot fix it alone. Type page dynamodb: it pages the people who run it. They take some minutes to join.',
		done: ({observation}) => given(observation, 'page dynamodb'),
	},
	{
		id: 'hint',
		screen:
			'Stuck, now or later? Type {command}hint. It points at data and never at the answer, and the score says that you asked.',
		plain:
			'Stuck, now or later? Type hint. It points at data and never at the answer, and the score says that you asked.',
		done: ({notes}) => notes.some(({note}) => note.about === 'hint'),
	},
	{
		id: 'access',
		screen:
			'Signing in depends on what is broken, and fails with it. Type {command}break glass access: it is audited, and tonight it is right.',
		plain:
			'Signing in depends on what is broken, and fails with it. Type break glass access: it is audited, and tonight it is right.',
		done: ({observation}) => given(observation, 'break glass'),
	},
	{
		id: 'join',
		screen:
			'{nextDecision} runs to what asks for a decision. Press it until somebody of DynamoDB says in panel {comms} what they find.',
		plain:
			'Type next decision: time runs to what asks for a decision. Again, until somebody of DynamoDB says what they find.',
		done: ({observation}) => observation.chat.some(({team}) => team === 'dynamodb'),
	},
	{
		id: 'card',
		screen:
			'{comms}, then {filter}dynamodb: what they find may be wrong, and you have the answer. {command}repoint regional rollback: read its card; {giveDangerous} runs it.',
		plain:
			'They may be wrong, and you have seen the answer. Type repoint regional rollback, then the word that it asks for.',
		done: ({observation}) => given(observation, 'repoint'),
	},
	{
		id: 'wait',
		screen:
			'Recovery takes its time. {next}, again and again, and watch the map clear from the top down. A wait is no reason to act.',
		plain:
			'Recovery takes its time. Type next, again and again, until every system is well. A wait is no reason to act again.',
		done: ({observation}) => observation.ended !== null,
	},
];

/** Said once the steps are through. */
export const LAST_WORDS = {
	screen:
		'That was the whole of it: look, say what you think, page people, act, wait, look again. The card says what comes next; {quit} leaves.',
	plain: 'That was the whole of it: look, say what you think, page people, act, wait, look again.',
} as const;

function given({orders}: Observation, words: string): boolean {
	return orders.some(({text, state}) => text.startsWith(words) && state !== 'refused');
}

function came({orders}: Observation, words: string): boolean {
	return orders.some(({text, state}) => text.startsWith(words) && state === 'done');
}
