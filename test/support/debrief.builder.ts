import type {Level} from '../../src/level/index.ts';
import {
	createBaseline,
	createSearch,
	debriefOf,
	liveJob,
	lookBack,
	SILENT,
	type Debrief,
	type KeptNote,
	type RecordedRun,
	type Reference,
} from '../../src/session/index.ts';
import {levelOf} from './level.builder.ts';

/** An hour in which most leases are lost at once, with a twentieth of the hosts: a debrief in a second. */
export const LOST_LEASES = levelOf(`
format: 1
id: lost-leases
title: Lost leases
summary: Most leases are gone.
start: '02:00'
limit: '03:00'
seed: debrief
faults:
  - at: '02:05'
    to: dwfm
    type: break-leases
    share: 0.9
switches: []
parameters:
  droplets:
    hosts: 5
`);

type Parts = {
	readonly by?: string;
	readonly orders?: readonly string[];
	readonly notes?: readonly KeptNote[];
	readonly withheld?: boolean;
};

type Night = Pick<Parameters<typeof debriefOf>[0], 'baseline' | 'findings'>;
const searchedNights = new Map<string, Night>();

/** A real debrief of a small night, with orders and notes of the test's own; its other nights are lived once. */
export function aDebrief(parts: Parts = {}): Debrief {
	const level = LOST_LEASES;
	const {
		by = 'somebody',
		orders = ['page ec2', 'restart dwfm batch 10 every 190'],
		notes = [],
		withheld = false,
	} = parts;
	const lived = {
		seed: level.seed,
		switches: [],
		parameters: {},
		orders: orders.map((words, index) => ({order: index + 1, by, at: 60 + 1_000 * index, words})),
		suspicions: [],
		injects: [],
		until: level.limit,
	};
	const key = JSON.stringify(lived);
	const night = searchedNights.get(key) ?? searched(level, lived, [SILENT]);
	searchedNights.set(key, night);
	return toldOf(level, lived, night, {notes, references: [SILENT], withheld});
}

type Told = {
	readonly notes: readonly KeptNote[];
	readonly references: readonly Reference[];
	readonly withheld: boolean;
};

/** The whole debrief of a run, worked out in this thread. */
export function debriefIn(
	level: Level,
	lived: RecordedRun,
	{notes = [], references = [SILENT], withheld = false}: Partial<Told> = {},
): Debrief {
	return toldOf(level, lived, searched(level, lived, references), {notes, references, withheld});
}

function searched(level: Level, lived: RecordedRun, references: readonly Reference[]): Night {
	const baseline = createBaseline(level, lived);
	const search = createSearch(baseline, references);
	for (let job = search.next(); job !== null; job = search.next()) {
		search.take(job.id, liveJob(baseline, job));
	}
	return {baseline, findings: search.findings};
}

function toldOf(level: Level, lived: RecordedRun, night: Night, told: Told): Debrief {
	const back = lookBack(level, lived, told.notes, '0.1.0');
	return debriefOf({...night, ...told, lookBack: back, complete: true});
}
