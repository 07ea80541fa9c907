import type {Parameter, ParameterTable} from '../sim/index.ts';

/** A number that tunes how the Region is seen and told of. Nobody published any of them. */
function assumed(value: number, unit: string, section: string, what: string): Parameter {
	return {value, unit, source: 'assumed', section, what};
}

const tuned = (value: number, unit: string, what: string) =>
	assumed(value, unit, 'canon 1.2', what);

/**
 * How monitoring, the Health Dashboard and people outside the call work. The dashboard's are tuned to when
 * it opened and how many services it listed at each hour of the day.
 */
export const OBSERVE_PARAMETERS = {
	sampleSeconds: assumed(5, 's', 'model 10', 'how often every metric is sampled'),
	historyMinutes: assumed(180, 'min', 'model 16', 'how far back a chart reaches'),
	escalateSeconds: assumed(
		900,
		's',
		'canon 2.18',
		'how long a page stands until a second is paged',
	),
	chatQuietSeconds: assumed(
		120,
		's',
		'model 16',
		'between two remarks in the chat, whoever makes them',
	),
	teamLookSecondsMin: assumed(
		60,
		's',
		'model 16',
		'that a team on the call looks at its screens before it speaks, at least',
	),
	teamLookSecondsMax: assumed(
		240,
		's',
		'model 16',
		'that a team on the call looks at its screens before it speaks, at most',
	),
	teamAgainSeconds: assumed(
		900,
		's',
		'model 16',
		'between two findings of one team, which has something new to say',
	),
	chatPressure: assumed(
		0.25,
		'share',
		'model 16',
		'of their patience that people lose with each step of pressure in a level',
	),
	impactedShare: tuned(0.05, 'share', 'failing requests at which a service counts as impacted'),
	wellShare: tuned(0.02, 'share', 'failing requests below which a service counts as well'),
	openSeconds: tuned(1_230, 's', 'how long the first service fails before the dashboard is opened'),
	confirmSeconds: tuned(300, 's', 'how long each later service fails before it can be confirmed'),
	confirmEffort: tuned(
		68,
		's',
		'work to confirm a service that fails entirely; a little is harder',
	),
	confirmEffortMax: tuned(540, 's', 'most work that confirming one service takes'),
	reviewersAtOpening: tuned(0.35, 'share', 'reviewers at the opening, of their full strength'),
	gatherSeconds: tuned(5_400, 's', 'how long the others take to gather'),
	afterwardsEffort: tuned(
		360,
		's',
		'work to add a service afterwards that was missed while it failed',
	),
	wellSeconds: tuned(3_000, 's', 'how long a service must be well before its recovery is reviewed'),
	resolveEffort: tuned(90, 's', 'work that this review takes'),
	effortMax: tuned(900, 's', 'work in hand at most: idle reviewers do not save up hours'),
	tellSeconds: tuned(1_500, 's', 'how long a new story must stand before it is told'),
	tellApartSeconds: tuned(600, 's', 'least time between a post and a new story'),
	updateSeconds: tuned(2_700, 's', 'how long the desk leaves customers without a post'),
} satisfies ParameterTable;
