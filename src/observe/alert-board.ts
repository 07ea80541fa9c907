import {assert, isMetricIn, type Cast, type World, valueAt, numberAt} from '../sim/index.ts';
import type {IncidentCallParameters, Setup} from './subsystems.ts';
import {TELLING_ALERT} from './alert-causes.ts';
import {metricOf, ownRule, titleOf, type AlertRule} from './alert-rule.ts';
import {ALERT_RULES} from './alert-rules.ts';
import type {OwnAlert} from './level-own.types.ts';
import {OBSERVE_PARAMETERS} from './observe.parameters.ts';
import type {Alert, Shelf} from './observation.types.ts';
import type {Pipeline} from './pipeline.ts';

/** Raised and cleared alerts kept at most; the oldest cleared go first. */
export const ALERTS_MAX = 400;
/** A page that nobody takes goes on to a second person after this. */
const ESCALATE_SECONDS = OBSERVE_PARAMETERS.escalateSeconds.value;
const NOT_CROSSED = -1;

type RaisedAlert = {-readonly [Key in keyof Alert]: Alert[Key]};

/** Rules as flat arrays, floors turned into ceilings by their sign: they are judged at every sample. */
type Lines = {
	readonly rules: readonly AlertRule[];
	readonly column: Int32Array;
	readonly sign: Float64Array;
	readonly hold: Float64Array;
	readonly free: Float64Array;
};

export type AlertBoard = {
	/** What a level adds to the alarms of the Region; its places come after theirs. */
	readonly own: Lines;
	/** 1 for each rule that is about somebody of the cast. */
	readonly isOurs: Uint8Array;
	/** Since which sample each rule's line is crossed; NOT_CROSSED while it is not. */
	readonly crossedSince: Float64Array;
	/** 1 while the rule's alert is raised. */
	readonly isRaised: Uint8Array;
	/** Both oldest first. */
	readonly raised: RaisedAlert[];
	readonly cleared: RaisedAlert[];
	/** Pages ever raised in sight. */
	pages: number;
};

export function createAlertBoard(alerts: readonly OwnAlert[], cast: Cast): AlertBoard {
	const count = ALERT_RULES.length + alerts.length;
	assert(count <= ALERTS_MAX, 'every alarm can stand at once');
	return {
		own: linesOf(alerts.map(ownRule)),
		isOurs: Uint8Array.from([...ALERT_RULES, ...alerts.map(ownRule)], rule =>
			isRuleIn(rule, cast) ? 1 : 0,
		),
		crossedSince: new Float64Array(count).fill(NOT_CROSSED),
		isRaised: new Uint8Array(count),
		raised: [],
		cleared: [],
		pages: 0,
	};
}

/** What no metric measures is a service that depends on others. */
function isRuleIn(rule: AlertRule, cast: Cast): boolean {
	const metric = metricOf(rule);
	return metric === undefined ? cast.includes('dependents') : isMetricIn(metric, cast);
}

const OF_THE_REGION = linesOf(ALERT_RULES);

function linesOf(rules: readonly AlertRule[]): Lines {
	const signOf = ({compare}: AlertRule) => (compare === 'above' ? 1 : -1);
	return {
		rules,
		column: Int32Array.from(rules, ({column}) => column),
		sign: Float64Array.from(rules, signOf),
		hold: Float64Array.from(rules, rule => rule.threshold * signOf(rule)),
		free: Float64Array.from(rules, rule => rule.clearAt * signOf(rule)),
	};
}

/** Judges every rule by the sample that has just arrived. A column that was lost leaves its rule as it is. */
export function judge(board: AlertBoard, pipeline: Pipeline, world: World): void {
	judgeLines(board, OF_THE_REGION, 0, pipeline, world);
	judgeLines(board, board.own, ALERT_RULES.length, pipeline, world);
}

function judgeLines(
	board: AlertBoard,
	{rules, column: columns, sign, hold, free}: Lines,
	first: number,
	{newest, values, sampledAt}: Pipeline,
	world: World,
): void {
	const {crossedSince, isOurs, isRaised} = board;
	for (let row = 0; row < columns.length; row++) {
		const index = first + row;
		const column = numberAt(columns, row);
		if (sampledAt[column] !== newest || isOurs[index] === 0) continue;
		const signed = numberAt(values, column) * numberAt(sign, row);
		if (isRaised[index] === 1) {
			if (signed <= numberAt(free, row)) clear(board, index, world.now);
		} else if (signed <= numberAt(hold, row)) {
			crossedSince[index] = NOT_CROSSED;
		} else {
			if (crossedSince[index] === NOT_CROSSED) crossedSince[index] = newest;
			const rule = valueAt(rules, row);
			if (newest - numberAt(crossedSince, index) < rule.forSeconds) continue;
			raise(board, index, titleOf(rule, numberAt(values, column)), world);
		}
	}
}

function ruleAt(board: AlertBoard, index: number): AlertRule {
	const rule = ALERT_RULES[index] ?? board.own.rules[index - ALERT_RULES.length];
	assert(rule !== undefined, 'an alert has its rule');
	return rule;
}

/** What people on the call did in this second. */
export function obeyMarks(board: AlertBoard, world: World): void {
	const {acknowledged} = world.incidentCall.output;
	for (let index = acknowledged.length - 1; index >= 0; index--) {
		const mark = valueAt(acknowledged, index);
		if (mark.at !== world.now) return;
		for (const alert of board.raised) {
			if (alert.acknowledgedBy === null && names(mark.alert, alert)) alert.acknowledgedBy = mark.by;
		}
	}
}

/** Raised first, then cleared, newest first within each; what is shelved is out of sight. */
export function alertsOf(board: AlertBoard, world: World): readonly Alert[] {
	const alerts: Alert[] = [];
	for (const list of [board.raised, board.cleared]) {
		for (let index = list.length - 1; index >= 0; index--) {
			const alert = valueAt(list, index);
			if (isShelved(alert, world)) continue;
			// What has cleared never changes again, so that it need not be copied.
			alerts.push(list === board.raised ? seen(alert, world.now) : alert);
		}
	}
	if (world.switches['alarm-priority']) putTellingFirst(alerts);
	return alerts;
}

/** What is shelved, and how many alerts each shelf hides. */
export function shelvesOf(board: AlertBoard, world: World): readonly Shelf[] {
	const setup: Setup<IncidentCallParameters> = world.derived.setups.incidentCall;
	const {shelfSeconds} = setup.parameters;
	return world.incidentCall.output.shelved.map(({at, by, alert: word}): Shelf => ({
		alert: word,
		by,
		at,
		until: at + shelfSeconds,
		hides: board.raised.reduce((hidden, alert) => hidden + Number(names(word, alert)), 0),
	}));
}

/** A copy, with what only time has done to it. */
function seen(alert: RaisedAlert, now: number): Alert {
	const isLeft = alert.severity === 'page' && alert.acknowledgedBy === null;
	return {...alert, escalated: isLeft && now - alert.raisedAt >= ESCALATE_SECONDS};
}

function raise(board: AlertBoard, index: number, title: string, world: World): void {
	const rule = ruleAt(board, index);
	const alert: RaisedAlert = {
		id: rule.id,
		severity: severityOf(rule, world),
		group: rule.group,
		title,
		raisedAt: world.now,
		clearedAt: null,
		acknowledgedBy: null,
		escalated: false,
	};
	board.isRaised[index] = 1;
	board.raised.push(alert);
	if (board.raised.length + board.cleared.length > ALERTS_MAX) board.cleared.shift();
	if (alert.severity === 'page' && !isShelved(alert, world)) board.pages += 1;
}

function clear(board: AlertBoard, index: number, now: number): void {
	const {id} = ruleAt(board, index);
	const place = board.raised.findIndex(alert => alert.id === id);
	const alert = board.raised[place];
	assert(alert !== undefined, `${id} is raised before it clears`);
	alert.clearedAt = now;
	board.isRaised[index] = 0;
	board.crossedSince[index] = NOT_CROSSED;
	board.raised.splice(place, 1);
	board.cleared.push(alert);
}

function severityOf(rule: AlertRule, world: World): Alert['severity'] {
	return rule.id === TELLING_ALERT && world.switches['alarm-priority'] ? 'page' : rule.severity;
}

function putTellingFirst(alerts: Alert[]): void {
	const place = alerts.findIndex(alert => alert.id === TELLING_ALERT && alert.clearedAt === null);
	if (place > 0) alerts.unshift(...alerts.splice(place, 1));
}

function isShelved(alert: Alert, world: World): boolean {
	const {shelved} = world.incidentCall.output;
	return shelved.length > 0 && shelved.some(mark => names(mark.alert, alert));
}

/** `ack` and `shelve` take an alert, a group, or all. */
function names(word: string, alert: Alert): boolean {
	return word === 'all' || word === alert.id || word === alert.group;
}
