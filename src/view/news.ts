import type {Observation} from '../observe/index.ts';
import {faded, flash} from './flash.ts';
import {PACE_ON_PAGE, QUIET_SECONDS} from './pace.ts';
import {summaryOf} from './panels/orders.ts';
import {EMPTY_PROMPT} from './prompt.ts';
import type {Ui} from './ui.types.ts';

/** What a new observation does to the screen: orders and pages speak up, pages slow time, the end brings the card. */
export function observed(
	ui: Ui,
	before: Observation,
	after: Observation,
	card: readonly string[],
): Ui {
	let next = reported(faded(ui), before, after);
	if (pagesAfterQuiet(before, after)) next = paged(next, before, after);
	if (next.skip !== null) next = skipping(next, before, after);
	if (after.ended === null || before.ended !== null) return next;
	return {
		...next,
		stage: 'card',
		overlay: 'none',
		card,
		scroll: 0,
		skip: null,
		paused: true,
		prompt: EMPTY_PROMPT,
		flash: null,
	};
}

/** The order that finished last says what it did, or why not. */
function reported(ui: Ui, before: Observation, after: Observation): Ui {
	const last = after.orders.findLast(
		(order, index) => order.state !== 'running' && before.orders[index]?.state !== order.state,
	);
	if (last === undefined) return ui;
	const word = last.state === 'done' ? '' : `${last.state}. `;
	const tone = last.state === 'done' ? 'good' : 'bad';
	return flash(ui, tone, `${last.text}: ${word}${summaryOf(last, after.now)}`);
}

/** The first page after a quiet spell is read out, and brings a fast run down. */
function paged(ui: Ui, before: Observation, after: Observation): Ui {
	const said = newAlert(before, after);
	const slows = ui.slowsOnPage && ui.pace > PACE_ON_PAGE;
	const slowed = slows ? {...ui, pace: PACE_ON_PAGE} : ui;
	return flash(slowed, 'bad', `PAGE: ${said}${slows ? ' (10x now, + is faster)' : ''}`);
}

/** Stops at the news with time at hand to read it. */
function skipping(ui: Ui, before: Observation, after: Observation): Ui {
	const {skip} = ui;
	if (skip === null || (after.news <= skip.news && after.now < skip.until)) return ui;
	const stopped = {...ui, skip: null, pace: Math.min(ui.pace, PACE_ON_PAGE)};
	if (after.news <= skip.news) {
		return flash(stopped, 'warn', 'Nothing new for half an hour; n looks further.');
	}
	if (ui.flash !== null) return stopped;
	const post = after.dashboard.posts.length > before.dashboard.posts.length;
	const said = post
		? `posted: ${after.dashboard.posts.at(-1)?.text ?? ''}`
		: newAlert(before, after);
	return said === '' ? stopped : flash(stopped, 'warn', said);
}

/** The heaviest alert that was not there before. */
function newAlert(before: Observation, after: Observation): string {
	const known = new Set(before.alerts.map(alert => `${alert.id} ${String(alert.raisedAt)}`));
	const fresh = after.alerts.filter(
		alert => alert.clearedAt === null && !known.has(`${alert.id} ${String(alert.raisedAt)}`),
	);
	return (fresh.find(({severity}) => severity === 'page') ?? fresh[0])?.title ?? '';
}

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
