import {stateOf, SYSTEMS} from '../../../observe/index.ts';
import type {Observation} from '../../../observe/index.ts';
import {withKeys} from '../../input/keys/index.ts';
import {faded, flash} from './flash.ts';
import {orderFact} from '../../say/facts/orders.ts';
import {roomHappenings} from '../../say/room-happenings.ts';
import {EMPTY_PROMPT} from '../../input/prompt.ts';
import {announced, warmed} from './time/index.ts';
import type {Ui} from '../../input/ui.types.ts';

/** What a new observation does to the screen: orders and pages speak up and slow time, the end brings the card. */
export function observed(
	ui: Ui,
	before: Observation,
	after: Observation,
	card: readonly string[],
): Ui {
	let next = reported(heard(faded(ui), before, after), before, after);
	if (before !== after) {
		next = crossed(next, before, after);
		if (pagesAfterQuiet(before, after)) next = paged(next, before, after);
		next = announced(next, after);
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

/** What others of the room said last, or else what they did. */
function heard(ui: Ui, before: Observation, after: Observation): Ui {
	const told = roomHappenings(before, after);
	const last = told.findLast(({kind}) => kind === 'said') ?? told.at(-1);
	return last === undefined ? ui : flash(ui, 'warn', last.text);
}

/** The order that finished last says what it did, or why not. */
function reported(ui: Ui, before: Observation, after: Observation): Ui {
	const finished = after.orders.filter(
		({state}, index) =>
			state !== 'waiting' && state !== 'running' && before.orders[index]?.state !== state,
	);
	const wrong = finished.filter(({state}) => state !== 'done');
	// What came to nothing is said before what was done, and counted where there is more of it.
	const last = wrong.at(-1) ?? finished.at(-1);
	if (last === undefined) return ui;
	const more = wrong.length > 1 ? ` (and ${String(wrong.length - 1)} more: panel orders)` : '';
	const word = last.state === 'done' ? '' : `${last.state}. `;
	const tone = last.state === 'done' ? 'good' : 'bad';
	const failed = last.state === 'failed' || last.state === 'refused';
	const warm = failed ? warmed(ui, `order ${last.state}`) : ui;
	return flash(warm, tone, `${last.text}: ${word}${orderFact(after, last).of.summary}${more}`);
}

/** A system that has just become critical is worth a thought, whether anything pages for it or not. */
function crossed(ui: Ui, before: Observation, after: Observation): Ui {
	const worse = SYSTEMS.find(
		system =>
			stateOf(system, after.metrics).verdict === 'crit' &&
			stateOf(system, before.metrics).verdict === 'warn',
	);
	return worse === undefined ? ui : warmed(ui, `${worse.name} critical`);
}

/** The first page after a quiet spell is read out, and makes time hot. */
function paged(ui: Ui, before: Observation, after: Observation): Ui {
	return flash(warmed(ui, 'a page'), 'bad', `PAGE: ${newAlert(before, after)}`);
}

/** What an event that a run to the next one stopped at was, where nothing has said so yet. */
export function arrived(ui: Ui, before: Observation, after: Observation, news: boolean): Ui {
	if (!news) {
		return flash(
			ui,
			'warn',
			withKeys('Nothing new for half an hour; {next} looks further.', ui.keymap),
		);
	}
	const warm = warmed(ui, 'news');
	if (ui.flash !== null) return warm;
	const post = after.dashboard.posts.length > before.dashboard.posts.length;
	const said = post
		? `posted: ${after.dashboard.posts.at(-1)?.text ?? ''}`
		: newAlert(before, after);
	return said === '' ? warm : flash(warm, 'warn', said);
}

/** The heaviest alert that was not there before. */
function newAlert(before: Observation, after: Observation): string {
	const known = new Set(before.alerts.map(alert => `${alert.id} ${String(alert.raisedAt)}`));
	const fresh = after.alerts.filter(
		alert => alert.clearedAt === null && !known.has(`${alert.id} ${String(alert.raisedAt)}`),
	);
	return (fresh.find(({severity}) => severity === 'page') ?? fresh[0])?.title ?? '';
}

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
