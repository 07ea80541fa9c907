import {SYSTEMS, verdictOf} from '../../../observe/index.ts';
import type {Observation} from '../../../observe/index.ts';
import {ANSWER_FIRST} from '../../../session/index.ts';
import {withKeys} from '../../input/keys/index.ts';
import {faded, flash} from './flash.ts';
import {received} from '../../input/inbox/index.ts';
import {EMPTY_PROMPT} from '../../input/prompt.ts';
import {announced} from './deadlines.ts';
import {warmed} from './time/index.ts';
import type {Due} from '../../say/due.ts';
import type {QueueItem} from '../../say/queue-item.ts';
import type {Ui} from '../../input/ui.types.ts';

/** What a new observation does to the screen: what came is unread, pages and refusals slow time, the end brings the card, and a way back takes it. */
export function observed(ui: Ui, before: Observation, after: Observation, card: Ui['card']): Ui {
	let next: Ui = {...faded(ui), inbox: received(ui.inbox, before, after)};
	if (before !== after) {
		next = crossed(refused(next, before, after), before, after);
		if (pagesAfterQuiet(before, after)) next = warmed(next, 'a page');
		next = announced(next, after);
	}
	if (after.ended === null && before.ended !== null) {
		return {...next, stage: 'playing', card: null, scroll: 0, paused: false};
	}
	if (after.ended === null || before.ended !== null) return next;
	return {
		...next,
		stage: 'card',
		overlay: 'none',
		card,
		scroll: 0,
		skip: null,
		heat: null,
		cap: null,
		paused: true,
		prompt: EMPTY_PROMPT,
		palette: null,
		order: null,
		filtering: false,
		flash: null,
	};
}

/** Questions wait, and nothing else is to be seen. */
export function probed(ui: Ui): Ui {
	const there = {...ui, focus: 'comms', overlay: 'none', skip: null, paused: true} as const;
	return flash(there, 'warn', ANSWER_FIRST);
}

/** An order that came to nothing makes time hot: what it was is in the queue until somebody has read it. */
function refused(ui: Ui, before: Observation, after: Observation): Ui {
	const wrong = after.orders.find(
		({state}, index) =>
			(state === 'failed' || state === 'refused') && before.orders[index]?.state !== state,
	);
	return wrong === undefined ? ui : warmed(ui, `order ${wrong.state}`);
}

/** A system that has just become critical is worth a thought, whether anything pages for it or not. */
function crossed(ui: Ui, before: Observation, after: Observation): Ui {
	const worse = SYSTEMS.find(
		system =>
			verdictOf(system, after.metrics) === 'crit' && verdictOf(system, before.metrics) === 'warn',
	);
	return worse === undefined ? ui : warmed(ui, `${worse.name} critical`);
}

/** Where a run to the next event has come to. */
export type Arrival = {
	readonly came: boolean;
	readonly to: 'news' | 'decision';
	/** What was announced there. */
	readonly meets: Due | undefined;
	readonly asking: readonly QueueItem[];
};

/**
 * What a run to the next event stopped at stands in the queue. What asks for a decision may stand there below what is
 * older, so that it is said as well; and that there was nothing. What is due has been announced.
 */
export function arrived(ui: Ui, {came, to, meets, asking}: Arrival): Ui {
	const [first, ...more] = asking;
	if (came && first !== undefined) {
		const others = more.length === 0 ? '' : `; ${String(more.length)} more to decide`;
		const said = `${first.word} ${first.text}`.replace(/\.$/u, '');
		return flash(warmed(ui, 'to decide'), 'plain', `${said}${others}`);
	}
	if (came) return warmed(ui, 'news');
	return meets === undefined ? flash(ui, 'warn', withKeys(QUIET[to], ui.keymap)) : ui;
}

const QUIET = {
	news: 'Nothing new for half an hour; {next} continues.',
	decision: 'Nothing to decide for half an hour; {nextDecision} continues.',
} as const;

/** Quiet before a page that makes the page worth slowing for. */
const QUIET_SECONDS = 10 * 60;

/** A page came, and none had for a while: in a flood, every page after the first is no news. */
function pagesAfterQuiet(before: Observation, after: Observation): boolean {
	const lastOf = (observation: Observation) =>
		observation.alerts.reduce(
			(last, alert) => (alert.severity === 'page' ? Math.max(last, alert.raisedAt) : last),
			-QUIET_SECONDS - 1,
		);
	const last = lastOf(after);
	const earlier = lastOf(before);
	return last > earlier && last - earlier > QUIET_SECONDS;
}
