import type {Observation} from '../../../observe/index.ts';
import {takesWords} from '../../say/measure.ts';
import {keyOf, keysOn, type BindingId} from '../keys/index.ts';
import type {OrderSpec} from '../../../session/index.ts';
import type {Row, Size, Tone} from '../../screen/screen.types.ts';
import {fit, left, pressing, span, widthOf, wrap} from '../../screen/text.ts';
import {fieldRow} from '../../screen/field.ts';
import type {Key, Keymap, OrderCard, Ui} from '../ui.types.ts';
import {objectionsTo} from './objections.ts';
import {metricsLike} from './complete-expectation.ts';
import {specFor} from './open-card.ts';
import {readExpectation} from '../../do/read-expectation.ts';

const LABEL = 9;
const WIDTH_MAX = 100;

/** The card over the lower end of the panels: what would be done, and how to do it or not. */
export function cardRows(observation: Observation, ui: Ui, room: Size): readonly Row[] {
	const card = ui.order;
	const spec = card === null ? undefined : specFor(card.text);
	if (card === null || spec === undefined) return [];
	const width = Math.min(WIDTH_MAX, room.columns - 4);
	const told = facts(card, spec, observation).flatMap(({label, text, tone}) =>
		wrap(text, width - LABEL).map((line, index): Row => [
			span('  '),
			span(left(index === 0 ? label : '', LABEL), 'dim'),
			span(line, tone),
		]),
	);
	const title = ` ${card.dangerous ? '▲ DANGEROUS ' : ''}${card.text} `;
	const foot = [predictionRow(card, ui, observation), footRow(card, ui)];
	const rows: readonly Row[] = [
		[
			span('──', 'dim'),
			span(title, card.dangerous ? 'bad' : 'select'),
			span('─'.repeat(Math.max(0, room.columns - 2 - widthOf(title))), 'dim'),
		],
		...told.slice(0, room.rows - foot.length - 1),
		...foot,
	];
	return rows.map(row => fit(row, room.columns));
}

type Fact = {readonly label: string; readonly text: string; readonly tone: Tone};

/** Most needed first: where room is short, the end of it is cut. */
function facts(card: OrderCard, spec: OrderSpec, observation: Observation): readonly Fact[] {
	const objections = objectionsTo(spec, card.text, observation);
	return [
		...(spec.danger !== undefined && card.dangerous
			? [{label: 'danger', text: `✗ ${spec.danger}`, tone: 'bad' as const}]
			: []),
		...objections.map(text => ({label: 'now', text: `✗ ${text}`, tone: 'warn' as const})),
		{label: 'does', text: spec.what, tone: 'plain'},
		{label: 'touches', text: spec.touches ?? 'nothing: read-only', tone: 'plain'},
		{label: 'takes', text: timeOf(spec, observation), tone: 'plain'},
		...(spec.risk === '' ? [] : [{label: 'risk', text: spec.risk, tone: 'warn' as const}]),
		...(objections.length > 0
			? []
			: [
					{
						label: 'now',
						text: '● nothing visible would refuse it',
						tone: 'plain' as const,
					},
				]),
	];
}

function timeOf(spec: OrderSpec, observation: Observation): string {
	const own = `about ${takesWords(spec)}`;
	if (spec.team === null) return own;
	const state = observation.teams.find(({team}) => team === spec.team)?.state;
	if (state === 'present') return `${own}; team ${spec.team} is on the call`;
	return `${own}, once team ${spec.team} is on the call`;
}

function predictionRow(card: OrderCard, ui: Ui, observation: Observation): Row {
	const label = span(left('expect', LABEL), 'dim');
	if (card.expecting) {
		return [
			span('  '),
			label,
			...fieldRow({text: card.prediction, after: ui.caret}),
			...readAs(card, observation, keyOf(ui.keymap, 'expectOffer')),
		];
	}
	if (card.prediction !== '') return [span('  '), label, span(card.prediction, 'title')];
	if (!card.armed) return [span('  '), label, span('after the target is typed', 'dim')];
	const key = keyOf(ui.keymap, 'expect');
	return [
		span('  '),
		label,
		{
			...span(`${key} to say what you expect, such as: queue falls within 10 min`, 'dim'),
			press: pressOf('expect', ui.keymap),
		},
	];
}

/** Whether the words can be held against a metric; if not, they are kept as words. */
function readAs({prediction}: OrderCard, {metrics}: Observation, offer: string): Row {
	if (prediction === '') return [span(` METRIC falls within 10 min; ${offer} completes`, 'dim')];
	if (readExpectation(prediction).ok) return [span(' ● will be checked', 'plain')];
	const near = metricsLike(prediction, Object.values(metrics)).slice(0, NEAR_SHOWN);
	if (near.length > 0) return [span(` ${offer}: ${near.join(', ')}`, 'dim')];
	return [span(' ○ falls, rises, above 5 or below 0.1; else kept as text', 'dim')];
}

const NEAR_SHOWN = 3;

/** Whoever has no keyboard names the target by a click on it, and gives the order by another elsewhere. */
function keysThatName({target}: OrderCard, {keymap}: Ui): readonly Key[] {
	return [
		...pressOf('lineEnd', keymap),
		...pressOf('eraseLine', keymap),
		...Array.from(target),
		'enter',
	];
}

function pressOf(id: BindingId, keymap: Keymap): readonly Key[] {
	return keysOn(keymap, id).slice(0, 1);
}

function footRow(card: OrderCard, ui: Ui): Row {
	if (card.expecting) {
		return [
			{...span('  enter saves it', 'dim'), press: ['enter']},
			{...span(', esc skips', 'dim'), press: ['escape']},
		];
	}
	if (!card.armed) {
		return [
			span('  type '),
			{...span(card.target, 'bad'), press: keysThatName(card, ui)},
			span(' to go on: '),
			...fieldRow({text: card.typed, after: ui.caret}, 'title'),
		];
	}
	const key = card.dangerous ? keyOf(ui.keymap, 'giveDangerous') : 'enter';
	const gives = card.dangerous ? pressOf('giveDangerous', ui.keymap) : ['enter'];
	return [
		span('  '),
		...pressing([span(` ${key} `, card.dangerous ? 'bad' : 'select'), span(' run    ')], gives),
		...pressing([span('esc', 'title'), span(' cancel')], ['escape']),
	];
}
