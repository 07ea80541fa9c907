import {
	castSeen,
	stateOf,
	systemsIn,
	type Observation,
	type System,
} from '../../../observe/index.ts';
import {stillOpenOf} from '../../../session/index.ts';
import {fact, listed, oldness, VERDICT_WORDS} from '../fact.ts';
import type {Fact, Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {measure} from '../measure.ts';
import {mostOf} from '../metric-facts.ts';
import {whenOf} from '../when.ts';
import {overviewDetail} from './overview-detail.ts';
import type {DetailLine, OverviewRow, RowOf} from './overview.types.ts';

/** Which system needs which, and how bad each is: upstream first, where trouble starts. */
export function overviewFacts(observation: Observation, {filter}: Sight) {
	const rows = overviewRows(observation);
	const shown = passing(filter, rows);
	const common = commonAge(rows);
	return {
		title: 'Overview',
		note: listed(...countsOf(rows), common === null ? 'no data' : whenOf(observation, common)),
		groups: {systems: {facts: shown}},
		emptied: shown.length === 0,
	} satisfies Facts;
}

/** Every system, whichever of them are asked for; header and panel of one frame ask alike. */
export function overviewRows(observation: Observation): readonly OverviewRow[] {
	const known = KNOWN.get(observation);
	if (known !== undefined) return known;
	const ours = new Set(stillOpenOf(observation).flatMap(({acts}) => acts));
	const rows: readonly OverviewRow[] = systemsIn(castSeen(observation)).map(system =>
		rowFact(observation, system, {
			isOurs: ours.has(system.id),
			detail: row => overviewDetail(observation, rows, row),
		}),
	);
	KNOWN.set(observation, rows);
	return rows;
}

const KNOWN = new WeakMap<Observation, readonly OverviewRow[]>();

/** How many deviate: `10 critical`, `1 warn`. */
function countsOf(rows: readonly OverviewRow[]): readonly string[] {
	const many = (wanted: string) => rows.filter(({verdict}) => verdict === wanted).length;
	const [crit, warn] = [many('crit'), many('warn')];
	return [
		...(crit === 0 ? [] : [`${String(crit)} critical`]),
		...(warn === 0 ? [] : [`${String(warn)} warn`]),
	];
}

/** Of when most of the readings are, so that it is said once; null where nothing has arrived. */
export function commonAge(rows: readonly OverviewRow[]): number | null {
	return mostOf(rows.flatMap(({age: seconds}) => seconds ?? []));
}

type Beside = {
	readonly isOurs: boolean;
	readonly detail: (row: OverviewRow) => readonly DetailLine[];
};

function rowFact(observation: Observation, system: System, {isOurs, detail}: Beside): OverviewRow {
	const state = stateOf(system, observation.metrics);
	const {verdict, sign, reading, value, trend} = state;
	const isKnown = reading?.judged === undefined || verdict === 'unknown';
	const isOthers = reading === undefined && (observation.room?.seat ?? '') !== '';
	const told = isOthers ? 'others’' : measure(value, reading?.unit ?? 'count');
	const said = isKnown ? told : '';
	const isBad = verdict === 'warn' || verdict === 'crit';
	const made = {
		id: system.id,
		label: isBad ? (sign.of ?? system.name) : system.name,
		value,
		unit: reading?.unit ?? '',
		word: VERDICT_WORDS[verdict],
		verdict,
		trend,
		age: reading === undefined || value === null ? null : observation.now - reading.sampledAt,
		acts: () => actsOf(system),
		of: {
			system,
			state,
			said,
			says: said === '' ? '' : sign.says,
			further: Math.max(0, system.needs.length - 1),
			isOurs,
			detail: (): readonly DetailLine[] => detail(row),
		},
	} as const;
	const row: OverviewRow = fact<RowOf>(made, () =>
		listed(
			`${made.word}: ${made.label}`,
			value === null ? said : `${made.of.says} ${said}`.trim(),
			trend,
			isOurs ? 'ours acts on it' : '',
			oldness(made),
		),
	);
	return row;
}

/** The look that shows a system from near. */
const LOOKS: Readonly<Partial<Record<System['id'], string>>> = {
	dns: 'show enactors',
	resolvers: 'dig regional',
	dwfm: 'show hosts',
	ec2: 'show launches',
	network: 'show network',
	nlb: 'show balancers',
	lambda: 'show lambda',
	redshift: 'show redshift',
	support: 'show support',
	border: 'show border',
};

function actsOf({id}: System): Fact['acts'] {
	const look = LOOKS[id];
	return look === undefined ? [] : [{key: 'd', label: look, order: look}];
}
