import type {Automation, Observation, TeamPresence} from '../../observe/index.ts';
import {age} from '../measure.ts';
import type {Panel, Row, Size, Tone} from '../screen.types.ts';
import {clean, left, span, spread} from '../text.ts';
import type {Ui} from '../ui.types.ts';

/** Machines taken out of the loop first, and for how long: a pause has an age. Then who is on the call. */
export function automationsPanel(observation: Observation, _ui: Ui, size: Size): Panel {
	const paused = observation.automations.filter(({state}) => state === 'paused');
	const running = observation.automations.filter(({state}) => state === 'running');
	const here = observation.teams.filter(({state}) => state === 'present').length;
	return {
		title: 'Automations, call',
		note: `${String(paused.length)} paused, ${String(here)} on the call`,
		rows: [
			...[...paused, ...running].map(row => automationRow(row, observation.now, size.columns)),
			...observation.teams.map(team => teamRow(team, observation.now, size.columns)),
		],
		anchor: 'top',
	};
}

function automationRow(automation: Automation, now: number, width: number): Row {
	const paused = automation.state === 'paused';
	const name = clean(automation.id);
	const label = width >= 60 ? `${left(name, 22)} ${clean(automation.label)}` : name;
	const by = automation.by === null ? '' : `by ${clean(automation.by)} `;
	return spread(
		[paused ? span('‖ PAUSED  ', 'warn') : span('► RUNNING ', 'good'), span(label)],
		[span(paused ? ` ${by}${age(now - automation.since)}` : '', 'warn')],
		width,
	);
}

const PRESENCE: Readonly<
	Record<TeamPresence['state'], {readonly mark: string; readonly tone: Tone}>
> = {
	present: {mark: '● ON CALL ', tone: 'good'},
	paged: {mark: '▲ PAGED   ', tone: 'warn'},
	asleep: {mark: '○ ASLEEP  ', tone: 'dim'},
};

function teamRow(presence: TeamPresence, now: number, width: number): Row {
	const {mark, tone} = PRESENCE[presence.state];
	const since = presence.state === 'asleep' ? '' : ` ${age(now - presence.since)}`;
	return spread(
		[
			span(mark, tone),
			span(`team ${clean(presence.team)}`, presence.state === 'asleep' ? 'dim' : 'plain'),
		],
		[span(since, 'dim')],
		width,
	);
}
