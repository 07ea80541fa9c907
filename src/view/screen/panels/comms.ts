import type {ChatLine, Observation, TeamPresence} from '../../../observe/index.ts';
import {clockAt, duration} from '../../say/measure.ts';
import type {Panel, PanelAct, PanelItem, Row, Size, Tone} from '../screen.types.ts';
import {clean, left, span, spread, wrap} from '../text.ts';
import type {Ui} from '../../input/ui.types.ts';
import {nothingPasses, passes} from './shown.ts';

const NOBODY: Row = [span('○ nobody has written', 'dim')];

/** Rows so far, and what stands on them. */
type Draft = {readonly rows: Row[]; readonly items: PanelItem[]};

/** What was told, what is promised, who is here, and who asks. */
export function commsPanel(observation: Observation, ui: Ui, size: Size): Panel {
	const draft: Draft = {rows: [], items: []};
	const {columns} = size;
	const [newest, ...earlier] = observation.chat
		.filter(line => passes(ui.filters.comms, `${line.from}: ${line.text}`))
		.reverse();
	draft.rows.push(...promiseRows(observation, columns), ...lastPostRows(observation, columns));
	draft.rows.push([span('Chat, newest first', 'title')]);
	draft.rows.push(
		...(newest === undefined
			? [ui.filters.comms === '' ? NOBODY : nothingPasses(ui.filters.comms)]
			: chatRows(observation, newest, columns)),
	);
	addTemplates(draft, observation, columns);
	addTeams(draft, observation, columns);
	if (earlier.length > 0) draft.rows.push([span('Earlier in the chat', 'title')]);
	for (const line of earlier) draft.rows.push(...chatRows(observation, line, columns));
	return {
		title: 'Comms',
		note: noteOf(observation),
		rows: draft.rows,
		anchor: 'top',
		items: draft.items,
	};
}

function noteOf({chat, dashboard, now}: Observation): string {
	const {promisedAt} = dashboard;
	if (promisedAt !== null) {
		return promisedAt >= now ? `update in ${duration(promisedAt - now)}` : '▲ update is late';
	}
	const last = chat.at(-1);
	return last === undefined ? '' : `last word ${duration(now - last.at)} ago`;
}

/** The one clock that customers hold us to. */
function promiseRows(observation: Observation, width: number): readonly Row[] {
	const {promisedAt} = observation.dashboard;
	if (promisedAt === null) {
		return [
			[
				span('○ NO PROMISE  ', 'dim'),
				span(width < 56 ? 'for the next update' : 'no time given for the next update', 'dim'),
			],
		];
	}
	const at = clockAt(observation, promisedAt).slice(0, 5);
	const seconds = promisedAt - observation.now;
	if (seconds < 0) {
		return [
			[
				span(
					`✗ LATE  ${width < 56 ? at : `the update promised for ${at}`} is ${duration(-seconds)} late`,
					'bad',
				),
			],
		];
	}
	const soon = seconds < 300;
	return [
		[
			span(soon ? '▲ SOON  ' : '● KEPT  ', soon ? 'warn' : 'good'),
			span(`${width < 56 ? 'next' : 'next update promised for'} ${at}, in ${duration(seconds)}`),
		],
	];
}

function lastPostRows(observation: Observation, width: number): readonly Row[] {
	const last = observation.dashboard.posts.at(-1);
	if (last === undefined)
		return [
			[
				span(
					width < 56
						? '○ nothing posted: all green'
						: '○ nothing is posted; customers see all green',
					'dim',
				),
			],
		];
	const text = `${clockAt(observation, last.at).slice(0, 5)} ${clean(last.by)}: ${clean(last.text)}`;
	return wrap(text, width - 2).map(line => [span(`  ${line}`)]);
}

/** A form filled like the last one, and the steps that usually follow: nothing here knows what is the matter. */
function addTemplates({rows, items}: Draft, observation: Observation, width: number): void {
	rows.push([
		span('Status update', 'title'),
		span(width < 66 ? '' : '  update <scope> <impact> <action> next <minutes>', 'dim'),
	]);
	for (const [index, order] of templatesOf(observation).entries()) {
		items.push({
			id: `update-${String(index)}`,
			row: rows.length,
			rows: 1,
			acts: [{key: 'u', label: 'post this update', order}],
		});
		// Where room is short, the word that all of them begin with goes first.
		const shown = width < 56 ? order.replace(/^update /u, '') : order;
		rows.push([span('► ', 'focus'), span(left(shown, width - 2))]);
	}
}

const STEPS = ['investigating', 'identified', 'mitigating', 'monitoring'] as const;

function templatesOf({updates}: Observation): readonly string[] {
	const last = updates.at(-1);
	if (last === undefined) {
		return [
			'update many-services errors investigating next 30',
			'update dynamodb errors investigating next 30',
			'update ec2-launches errors investigating next 30',
		];
	}
	const {scope, impact, action} = last;
	const step = STEPS.findIndex(word => word === action);
	const next = STEPS[step + 1];
	return [
		`update ${scope} ${impact} ${action} next 30`,
		...(step >= 0 && next !== undefined ? [`update ${scope} ${impact} ${next} next 30`] : []),
		...(action === 'monitoring' ? [`update ${scope} none resolved next 60`] : []),
	];
}

const PRESENCE: Readonly<
	Record<TeamPresence['state'], {readonly mark: string; readonly tone: Tone}>
> = {
	present: {mark: '● ON CALL ', tone: 'good'},
	paged: {mark: '▲ PAGED   ', tone: 'warn'},
	asleep: {mark: '○ ASLEEP  ', tone: 'dim'},
};

/** Letters that are no keys of the console itself, for as many teams as can sleep. */
const TEAM_KEYS = 'deriuwxyf';

/** Whoever is here or on the way has a line; those who sleep share one. */
function addTeams({rows, items}: Draft, observation: Observation, width: number): void {
	rows.push([span('On the call', 'title')]);
	const awake = observation.teams.filter(({state}) => state !== 'asleep');
	for (const team of awake) {
		items.push({id: `team-${team.team}`, row: rows.length, rows: 1, acts: actsOf(team)});
		rows.push(teamRow(team, observation.now, width));
	}
	const asleep = observation.teams.filter(({state}) => state === 'asleep');
	if (asleep.length === 0) return;
	for (const line of wrap(asleep.map(({team}) => clean(team)).join(', '), width - 10)) {
		rows.push([span(PRESENCE.asleep.mark, 'dim'), span(line, 'dim')]);
	}
	items.push({
		id: 'asleep',
		row: rows.length - 1,
		rows: 1,
		acts: asleep.map(({team}, index) => ({
			key: TEAM_KEYS.charAt(index),
			label: `page ${clean(team)}`,
			order: `page ${clean(team)}`,
		})),
	});
}

function actsOf({team, state}: TeamPresence): readonly PanelAct[] {
	const name = clean(team);
	return state === 'paged'
		? [{key: 'e', label: 'escalate to the second', order: `escalate ${name}`}]
		: [{key: 'r', label: 'let them go', order: `release ${name}`}];
}

function teamRow(team: TeamPresence, now: number, width: number): Row {
	const {mark, tone} = PRESENCE[team.state];
	const second = team.escalated ? ', second woken' : '';
	return spread(
		[span(mark, tone), span(clean(team.team))],
		[span(` ${duration(now - team.since)}${second}`, 'dim')],
		width,
	);
}

const ROLE_TONES: Readonly<Record<ChatLine['role'], Tone>> = {
	executive: 'warn',
	'account-manager': 'title',
	support: 'title',
	'status-desk': 'title',
	neighbour: 'calm',
};

function chatRows(observation: Observation, line: ChatLine, width: number): readonly Row[] {
	const when = clockAt(observation, line.at).slice(0, 5);
	const head: Row = [span(`${when} `, 'dim'), span(clean(line.from), ROLE_TONES[line.role])];
	return [head, ...wrap(clean(line.text), width - 6).map((part): Row => [span(`      ${part}`)])];
}
