import {clockOf, nightOf, type Clock, type Level} from '../../level/index.ts';
import {ALERT_RULES, look, METRICS, METRICS_OF, type Alert} from '../../observe/index.ts';
import {assert, type OrderRecord, type World} from '../../sim/index.ts';
import type {Expectation, KeptNote} from '../notes.types.ts';
import {resultOf} from '../result.ts';
import type {RecordedRun} from '../relive/recorded-run.ts';
import {recordedProbes, type GradedProbe} from '../probes/index.ts';
import {relive, type Recorder} from '../relive/relive.ts';
import {allOf, givenSource, heardSource} from '../relive/source.ts';
import {startRun, type Run} from '../run.ts';
import {marksOf} from '../score/marks.ts';
import type {AxisScore} from '../score/score.types.ts';
import type {RunResult} from '../session.types.ts';
import {leftStanding, type StillOpen} from '../still-open/index.ts';
import {alarmCraftOf, recordedAlarms, type AlarmCraft} from './alarm-craft.ts';
import type {Night} from './night/night.types.ts';
import {recordedNight} from './night/recorded-night.ts';
import {timelineOf, type TimelineRow, type Verdict, type Verdicts} from './timeline.ts';

/** Every order of the player's, and what came of it. */
export type OrderRow = {
	readonly order: number;
	readonly at: number;
	readonly clock: string;
	readonly by: string;
	readonly words: string;
	readonly state: OrderRecord['state'];
	readonly message: string;
	/** What was expected of it, or empty. */
	readonly expected: string;
	/** Whether that came, or empty. */
	readonly came: string;
};

/** A run as whoever played it could see it. */
export type LookBack = {
	readonly result: RunResult;
	readonly atEnd: AtEnd;
	readonly timeline: readonly TimelineRow[];
	readonly orders: readonly OrderRow[];
	/** Alarms that stood on the screen, each as it first did, oldest first. */
	readonly alarms: readonly Alarm[];
	readonly night: Night;
	readonly alarmCraft: AlarmCraft;
	/** What was known of the situation when it was asked. */
	readonly probes: readonly GradedProbe[];
};

/** What a run came to, beside its result: its card says the same. */
export type AtEnd = {
	/** What somebody put in place and nobody took back. */
	readonly open: readonly StillOpen[];
	readonly impacted: number;
	readonly services: number;
	/** Tasks and safety, which ask for no other run. */
	readonly marks: readonly AxisScore[];
};

/** An alarm as it could be seen. */
export type Alarm = {
	readonly at: number;
	readonly clock: string;
	readonly title: string;
	readonly group: string;
	readonly severity: Alert['severity'];
	/** What it is about, and the panel that shows it. */
	readonly metric: string;
	readonly panel: string;
};

/** Lives a run once more with its observers, who cost as much as the Region itself. */
export function lookBack(
	anyNight: Level,
	recorded: RecordedRun,
	notes: readonly KeptNote[],
	game: string,
): LookBack {
	const {seed, switches, parameters} = recorded;
	const level = nightOf(anyNight, seed);
	const clock = clockOf(level, seed);
	const run = startRun(level, {seed, switches, parameters, observed: true});
	const predictions = predictionsIn(notes);
	const alarms = alarmsOf(clock);
	const night = recordedNight(run);
	const craft = recordedAlarms();
	const probes = recordedProbes(notes);
	relive(run, allOf([givenSource(recorded.orders), heardSource(recorded)]), {
		until: recorded.until,
		recorders: [
			({world}) => {
				if (world.now % CHECK_SECONDS !== 0) return;
				for (const prediction of predictions) check(prediction, world);
			},
			alarms.record,
			night.record,
			craft.record,
			probes.record,
		],
	});
	const verdicts = new Map(predictions.map(({order, text, verdict}) => [order, {text, verdict}]));
	const result = resultOf(run, game);
	return {
		result,
		atEnd: atEndOf(run, level, result),
		timeline: timelineOf(clock, run, notes, verdicts),
		orders: run.world.orders.filter(({number}) => isOf(recorded, number)).map(row(clock, verdicts)),
		alarms: alarms.seen,
		night: night.told(),
		alarmCraft: alarmCraftOf(craft.told()),
		probes: probes.told,
	};
}

function atEndOf(run: Run, level: Level, result: RunResult): AtEnd {
	assert(run.observer !== null, 'a run that is looked back on was observed');
	const observation = look(run.observer, run.world);
	const {impacted, services} = observation.dashboard;
	return {
		open: leftStanding(observation),
		...{impacted, services: services.length},
		marks: marksOf({level, run, result}),
	};
}

/** Notes each alarm when it is first on the board. */
function alarmsOf(clock: Clock): {readonly seen: Alarm[]; readonly record: Recorder} {
	const seen: Alarm[] = [];
	const known = new Set<string>();
	let raised = -1;
	return {
		seen,
		record: ({observer}) => {
			assert(observer !== null, 'a run that is looked back on was observed');
			const {raised: board} = observer.alerts;
			const newest = board.at(-1)?.raisedAt ?? -1;
			if (newest === raised) return;
			raised = newest;
			for (const {id, title, group, severity, raisedAt} of board) {
				if (known.has(id)) continue;
				known.add(id);
				const column = ALERT_RULES.find(rule => rule.id === id)?.column ?? -1;
				const metric = METRICS[column]?.id ?? '';
				const panel = panelOf(metric);
				const at = raisedAt;
				seen.push({at, clock: clock.at(at), title, group, severity, metric, panel});
			}
		},
	};
}

/** The panel that shows a metric; empty where none does. */
function panelOf(metric: string): string {
	const shows = (systems: readonly string[]) => systems.some(name => metric.startsWith(`${name}.`));
	return Object.entries(METRICS_OF).find(([, systems]) => shows(systems))?.[0] ?? '';
}

const CHECK_SECONDS = 60;

type Prediction = {
	readonly order: number;
	readonly text: string;
	readonly expects: Expectation | null;
	begun: {readonly at: number; readonly value: number} | null;
	verdict: Verdict;
};
function predictionsIn(notes: readonly KeptNote[]): readonly Prediction[] {
	return notes.flatMap(({note}): readonly Prediction[] => {
		if (note.about !== 'prediction') return [];
		const {order, text, expects} = note;
		return [
			{order, text, expects, begun: null, verdict: expects === null ? 'not measured' : 'did not'},
		];
	});
}

/** A prediction's time begins when its order takes effect; it is held to the Region, not to the screen. */
function check(prediction: Prediction, world: World): void {
	const {expects} = prediction;
	if (expects === null || prediction.verdict === 'came true') return;
	const measured = METRICS.find(({id}) => id === expects.metric);
	if (measured === undefined) {
		prediction.verdict = 'not measured';
		return;
	}
	const value = measured.read(world);
	if (prediction.begun === null) {
		const record = world.orders.find(({number}) => number === prediction.order);
		if (record?.state === 'done') prediction.begun = {at: world.now, value};
		return;
	}
	if (world.now > prediction.begun.at + 60 * expects.minutes) return;
	if (isMet(expects, prediction.begun.value, value)) prediction.verdict = 'came true';
}

/** A twentieth up or down is a change; less is how things always move. */
const CHANGE_SHARE = 0.05;

function isMet({change, value: line}: Expectation, before: number, now: number): boolean {
	const least = CHANGE_SHARE * Math.abs(before);
	switch (change) {
		case 'falls':
			return now < before - least;
		case 'rises':
			return now > before + least;
		case 'above':
			return line !== null && now > line;
		case 'below':
			return line !== null && now < line;
	}
}

function isOf({orders}: RecordedRun, number: number): boolean {
	return orders.some(({order}) => order === number);
}

function row(clock: Clock, verdicts: Verdicts): (record: OrderRecord) => OrderRow {
	return ({number, at, by, words, state, message}) => ({
		order: number,
		at,
		clock: clock.at(at),
		by,
		words,
		state,
		message,
		expected: verdicts.get(number)?.text ?? '',
		came: verdicts.get(number)?.verdict ?? '',
	});
}
