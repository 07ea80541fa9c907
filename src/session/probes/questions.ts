import {nightOf, suspectsOf} from '../../level/index.ts';
import {
	limitsKnown,
	limitsOf,
	judge,
	METRICS,
	panelOf,
	systemOf,
	systemsIn,
} from '../../observe/index.ts';
import {assert, castOf, randomStreams, type Rng} from '../../sim/index.ts';
import {suspectsIn} from '../handover/true-state.ts';
import type {Run} from '../run.ts';
import type {ProbeQuestion} from './probe.types.ts';

export const PROJECTED_MINUTES = 10;
const SUSPECTS_ASKED = 3;
const NOTHING = 'nothing';

const STATES = ['ok', 'warn', 'crit'] as const;
const STATE_OPTIONS = ['OK', 'WARN', 'CRIT'] as const;
const CHANGES = ['rising', 'flat', 'falling'] as const;
const CHANGE_OPTIONS = ['higher', 'within 5 % of what it is', 'lower'] as const;

/** What is asked in this second: the same whenever the run is lived again. */
export function questionsAt(run: Run): readonly ProbeQuestion[] {
	const {world} = run;
	const luck = randomStreams(world.settings.seed)('probe', world.now);
	return [perception(run, luck), comprehension(run, luck), projection(run, luck)];
}

function perception(run: Run, luck: Rng): ProbeQuestion {
	const metric = metricIn(run, luck);
	return {
		kind: 'perception',
		metric,
		ask: `How does “${named(metric)}” stand?`,
		options: STATE_OPTIONS,
		values: STATES,
	};
}

function projection(run: Run, luck: Rng): ProbeQuestion {
	const metric = metricIn(run, luck);
	return {
		kind: 'projection',
		metric,
		ask: `If you give no more commands, where will “${named(metric)}” be in ${String(PROJECTED_MINUTES)} minutes?`,
		options: CHANGE_OPTIONS,
		values: CHANGES,
	};
}

/** Whom it is to blame, among others who are not. */
function comprehension(run: Run, luck: Rng): ProbeQuestion {
	const {level} = run.evaluator;
	const known = suspectsOf(nightOf(level, run.world.settings.seed));
	const so = suspectsIn(run)
		.filter(id => id !== NOTHING)
		.slice(0, 1);
	const others = Object.keys(known).filter(id => id !== NOTHING && !so.includes(id));
	const asked = [...so];
	while (asked.length < SUSPECTS_ASKED && others.length > 0) {
		asked.push(...others.splice(luck.below(others.length), 1));
	}
	const values = [...asked.sort(), NOTHING];
	return {
		kind: 'comprehension',
		metric: null,
		ask: 'Which of these is behind it now?',
		options: values.map(id => known[id] ?? id),
		values,
	};
}

/** One that tells how a system is: as often as not of one that is not well, where there is one. */
function metricIn({world, evaluator}: Run, luck: Rng): string {
	const hidden = evaluator.level.withhold.panels;
	const signs = systemsIn(castOf(world))
		.flatMap(system => system.signs.map(({metric}) => metric))
		.filter(metric => limitsOf(metric) !== null && !hidden.some(id => id === panelOf(metric)));
	const ill = signs.filter(metric => stateOf(metric, metricCalled(metric).read(world)) !== 'ok');
	const among = ill.length > 0 && luck.chance(1, 2) ? ill : signs;
	const chosen = among[luck.below(among.length)];
	assert(chosen !== undefined, 'a level has a system whose signs can be seen');
	return chosen;
}

export function stateOf(metric: string, value: number): string {
	return judge(limitsKnown(metric), value);
}

/** A metric with the system that it is of: many count errors. */
function named(metric: string): string {
	return `${systemOf(metric)?.name ?? ''}: ${metricCalled(metric).label}`;
}

const BY_ID = new Map<string, (typeof METRICS)[number]>(METRICS.map(each => [each.id, each]));

export function metricCalled(id: string): (typeof METRICS)[number] {
	const found = BY_ID.get(id);
	assert(found !== undefined, `${id} is measured`);
	return found;
}
