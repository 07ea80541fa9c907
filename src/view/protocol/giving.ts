import type {Observation} from '../../observe/index.ts';
import {ORDERS} from '../../session/index.ts';
import {happened} from '../say/happenings.ts';
import {clockAt} from '../say/measure.ts';
import {PANEL_VIEWS} from '../screen/panels/index.ts';
import {createUi} from '../programs/console/create-ui.ts';
import type {PanelId} from '../input/ui.types.ts';
import type {Event, Given, OrderHelp} from './protocol.types.ts';
import type {PARTS} from './requests.schema.ts';

/** What came about while time ran, newest first. */
export function eventsOf(before: Observation, after: Observation): readonly Event[] {
	return happened(before, after).map(({at, kind, word, text, lines}) => ({
		at,
		time: clockAt(after, at),
		kind,
		word,
		text,
		lines,
	}));
}

/** The parts of the observation that were asked for, and always what is short. */
export function observationOf(
	observation: Observation,
	parts: readonly (typeof PARTS)[number][],
	history: boolean,
): Partial<Observation> {
	const {now, clock, news, access, severity, ended} = observation;
	const wanted = Object.fromEntries(parts.map(part => [part, observation[part]]));
	const short = {now, clock, news, access, severity, ended};
	if (!parts.includes('metrics') || history) return {...short, ...wanted};
	const metrics = Object.fromEntries(
		Object.entries(observation.metrics).map(([id, reading]) => [id, {...reading, history: []}]),
	);
	return {...short, ...wanted, metrics};
}

const PANEL_SIZE = {columns: 78, rows: 200};
const UI = createUi({title: '', briefing: '', graphs: 'ascii'});

/** A panel's rows as the screen has them, without their colours. */
export function panelOf(
	observation: Observation,
	panel: PanelId,
): Required<Pick<Given, 'title' | 'lines'>> {
	const ui = {...UI, focus: panel, full: true};
	const {title, rows} = PANEL_VIEWS[panel](observation, ui, PANEL_SIZE);
	const lines = rows.map(row =>
		row
			.map(({text}) => text)
			.join('')
			.trimEnd(),
	);
	return {title, lines};
}

/** What can be ordered, all of it or what begins with one verb. */
export function ordersOf(verb: string | undefined): readonly OrderHelp[] {
	return Object.values(ORDERS)
		.filter(({forms}) => verb === undefined || forms.some(form => form.split(' ', 1)[0] === verb))
		.map(({forms, what, seconds, team, needs, kind, risk, danger, example}) => ({
			forms,
			what,
			takesSeconds: seconds,
			team,
			needsTools: needs === 'tools',
			changes: kind === 'do',
			risk,
			danger: danger ?? null,
			example,
		}));
}
