import type {Automation, Observation, TeamPresence} from '../../../observe/index.ts';
import {ORDERS} from '../../../session/index.ts';
import {age, clockAt} from '../../say/measure.ts';
import type {Panel, PanelItem, Row, Size, Tone} from '../screen.types.ts';
import {clean, left, span, spread, wrap} from '../text.ts';
import type {Ui} from '../../input/ui.types.ts';
import {nothingPasses, passes} from './shown.ts';

/** What is lost while each automation is paused: the order that pauses it says so. */
const COSTS: ReadonlyMap<string, string> = new Map(
	Object.values(ORDERS)
		.filter(({forms}) => forms[0] === 'pause <automation>')
		.flatMap(({blanks, risk}) => {
			const blank = blanks['automation'];
			return blank?.kind === 'word' ? blank.words.map(word => [word, risk] as const) : [];
		}),
);

/** Machines taken out of the loop first, and for how long: a pause has an age. Then who is on the call. */
export function automationsPanel(observation: Observation, ui: Ui, size: Size): Panel {
	const paused = observation.automations.filter(({state}) => state === 'paused');
	const running = observation.automations.filter(({state}) => state === 'running');
	const here = observation.teams.filter(({state}) => state === 'present').length;
	const rows: Row[] = [];
	const items: PanelItem[] = [];
	for (const automation of [...paused, ...running]) {
		const text = `${automation.id} ${automation.label} ${automation.state} ${automation.by ?? ''}`;
		if (!passes(ui.filters.automations, text)) continue;
		const own = rowsOf(observation, automation, size.columns);
		items.push({
			id: clean(automation.id),
			row: rows.length,
			rows: own.length,
			acts: [actOf(automation)],
		});
		rows.push(...own);
	}
	for (const team of observation.teams) {
		const text = `${PRESENCE[team.state].mark} team ${team.team}`;
		if (!passes(ui.filters.automations, text)) continue;
		rows.push(teamRow(team, observation.now, size.columns));
	}
	if (rows.length === 0) rows.push(nothingPasses(ui.filters.automations));
	return {
		title: 'Automations, call',
		note: `${String(paused.length)} paused, ${String(here)} on the call`,
		rows,
		anchor: 'top',
		items,
	};
}

function actOf({id, state}: Automation): PanelItem['acts'][number] {
	const name = clean(id);
	return state === 'running'
		? {key: 'x', label: 'pause it', order: `pause ${name}`}
		: {key: 'r', label: 'let it run', order: `resume ${name}`};
}

function rowsOf(observation: Observation, automation: Automation, width: number): readonly Row[] {
	const paused = automation.state === 'paused';
	const name = clean(automation.id);
	const label = width >= 60 ? `${left(name, 24)} ${clean(automation.label)}` : name;
	const by = automation.by === null ? '' : `by ${clean(automation.by)} `;
	const at = width >= 60 ? `at ${clockAt(observation, automation.since).slice(0, 5)} ` : '';
	const since = age(observation.now - automation.since);
	const row = spread(
		[paused ? span('‖ PAUSED  ', 'warn') : span('► RUNNING ', 'good'), span(label)],
		[span(paused ? ` ${by}${at}${since}` : '', 'warn')],
		width,
	);
	const cost = COSTS.get(automation.id);
	if (!paused || cost === undefined || width < 44) return [row];
	return [row, ...wrap(cost, width - 12).map((line): Row => [span(`            ${line}`, 'dim')])];
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
