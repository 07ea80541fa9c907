import {relive} from '../../src/session/relive/relive.ts';
import {scriptSource} from '../../src/session/relive/source.ts';
import {startRun} from '../../src/session/run.ts';
import {MILESTONES, type Milestone} from '../../src/sim/milestones.ts';
import {tick, type World} from '../../src/sim/index.ts';
import {levelNamed, scriptsOf} from '../levels/own-levels.ts';

// A company's night with the Region as weather, beside what companies reported of theirs (canon 1.3).

export const NIGHT = levelNamed('the-other-side');

/** A moment of a company's night: a milestone, or another of the same kind. */
type Moment = Pick<Milestone, 'what' | 'holds' | 'forSeconds'> & {
	/** Whether the last time counts at which it began to hold, and not the first. */
	readonly last?: boolean;
	/** What must have come before. */
	readonly after?: MomentId;
};

const MOMENT_IDS = [
	'calls-fail',
	'our-first-errors',
	'night-over',
	'we-cannot-scale',
	'servers-full',
	'servers-come',
	'our-own-collapse',
	'served',
	'no-job-waits',
	'we-are-well',
] as const;
export type MomentId = (typeof MOMENT_IDS)[number];

function milestone(id: MomentId): Moment {
	const found = MILESTONES.find(each => each.id === id);
	if (found === undefined) throw new Error(`${id} is no milestone`);
	const {what, holds, forSeconds, last = false} = found;
	return {what, holds, forSeconds, last};
}

export const MOMENTS: Readonly<Record<MomentId, Moment>> = {
	'calls-fail': {
		what: 'a hundredth of its calls to DynamoDB fails',
		holds: ({customer: {output}}) => output.awsErrors > 0.01,
		forSeconds: 0,
	},
	'our-first-errors': milestone('our-first-errors'),
	'night-over': {
		what: 'less than that, for ten minutes',
		holds: ({customer: {output}}) => output.errors < 0.05,
		forSeconds: 600,
		after: 'our-first-errors',
	},
	'we-cannot-scale': milestone('we-cannot-scale'),
	'servers-full': {
		what: 'for ten minutes our servers have nine tenths of the load that they can take',
		holds: ({customer: {output}}) => output.load > 0.9,
		forSeconds: 600,
	},
	'servers-come': {
		what: 'from here on seven in ten of our launches come into service',
		holds: ({customer: {output}}) => output.launchErrors < 0.3,
		forSeconds: 1_800,
		last: true,
	},
	'our-own-collapse': {...milestone('our-own-collapse'), after: 'our-first-errors'},
	served: {
		what: 'from here on everything is done that our users want',
		holds: ({customer: {output}}) => output.errors < 0.01,
		forSeconds: 600,
		last: true,
	},
	'no-job-waits': {
		what: 'from here on no job waits for a minute',
		holds: ({customer: {output}}) => output.jobsWaitingSeconds < 60,
		forSeconds: 600,
		last: true,
	},
	'we-are-well': {...milestone('we-are-well'), after: 'our-first-errors'},
};

/** How exactly a time is given decides how far off it may be: half of what it was rounded to, and two minutes where it is not. */
const MINUTES_OFF = {minute: 2, tenMinutes: 5, halfHour: 15, hour: 30} as const;
type Exactness = keyof typeof MINUTES_OFF;

/** A time that a company reported (PDT), as exactly as it did: to a unit, or as a time before or after which it came. */
export type Report = {
	readonly by: string;
	readonly tells: string;
	readonly moment: MomentId;
	readonly told: string;
} & (
	| {readonly to: Exactness}
	| {readonly bound: 'no earlier' | 'no later'}
	| {readonly until: string; readonly to: Exactness}
);

/** Where each report is: docs/canon.md, 7.1, names the same. */
export const SOURCES: Readonly<Record<string, string>> = {
	Chargebee: 'https://status.chargebee.com/incidents/r93dsnqt3nq3',
	LaunchDarkly:
		'https://launchdarkly.com/blog/what-happened-what-we-learned-and-how-were-improving',
	Currents: 'https://currents.dev/posts/us-east-1-incident',
	Buildkite: 'https://buildkite.com/resources/blog/post-incident-review-for-20th-october-2025',
};

export const REPORTS: readonly Report[] = [
	{
		...{by: 'Chargebee', tells: 'first errors and failed look-ups'},
		...{moment: 'calls-fail', told: '23:48', to: 'minute'},
	},
	{
		...{by: 'LaunchDarkly', tells: 'its first phase begins'},
		...{moment: 'calls-fail', told: '23:50', to: 'tenMinutes'},
	},
	{
		...{by: 'Currents', tells: 'customers report that it is gone'},
		...{moment: 'our-first-errors', told: '01:00', bound: 'no later'},
	},
	{
		...{by: 'Chargebee', tells: 'the time of major impact is over'},
		...{moment: 'night-over', told: '02:30', to: 'halfHour'},
	},
	{
		...{by: 'Currents', tells: 'customers can sign in again'},
		...{moment: 'night-over', told: '02:30', to: 'halfHour'},
	},
	{
		...{by: 'Currents', tells: 'queues grow, and nothing can be launched'},
		...{moment: 'we-cannot-scale', told: '05:00', to: 'hour'},
	},
	{
		...{by: 'LaunchDarkly', tells: 'unable to scale out as traffic came'},
		...{moment: 'we-cannot-scale', told: '23:50', until: '11:40', to: 'tenMinutes'},
	},
	{
		...{by: 'Buildkite', tells: 'slower, for want of capacity'},
		...{moment: 'servers-full', told: '06:00', to: 'hour'},
	},
	{
		...{by: 'Currents', tells: 'capacity becomes normal'},
		...{moment: 'servers-come', told: '11:10', until: '14:00', to: 'tenMinutes'},
	},
	{
		...{by: 'Chargebee', tells: 'instances and scaling are restored'},
		...{moment: 'servers-come', told: '14:30', bound: 'no later'},
	},
	{
		...{by: 'LaunchDarkly', tells: 'its second phase, of its own making'},
		...{moment: 'our-own-collapse', told: '11:40', bound: 'no earlier'},
	},
	{
		...{by: 'Buildkite', tells: 'the last customers are served'},
		...{moment: 'served', told: '13:30', to: 'halfHour'},
	},
	{
		...{by: 'Currents', tells: 'runs are processed as usual'},
		...{moment: 'no-job-waits', told: '15:00', to: 'hour'},
	},
	{
		...{by: 'Chargebee', tells: 'stable'},
		...{moment: 'we-are-well', told: '16:00', bound: 'no later'},
	},
];

export type CustomersNight = Readonly<Record<MomentId, string | null>>;

/** Lives it with what the reports tell that people did, to its last second, whatever the level calls it. */
export function liveCustomersNight(seed: string = NIGHT.seed): CustomersNight {
	const script = scriptsOf(NIGHT)['as-it-happened'];
	if (script === undefined) throw new Error('nobody gives the orders of the day');
	const setup = {seed, switches: [], parameters: {}, observed: false} as const;
	// From the level's first minute on: nobody acts before the player takes over.
	const run = startRun({...NIGHT, takeover: tick(0)}, {...setup, afterEnd: 'live on'});
	const since = new Map<MomentId, number>();
	const came = new Map<MomentId, number>();
	const follow = (world: World) => {
		const {now} = world;
		for (const id of MOMENT_IDS) {
			const {holds, forSeconds, last = false, after} = MOMENTS[id];
			if (came.has(id) && !last) continue;
			if ((after !== undefined && !came.has(after)) || !holds(world)) {
				since.delete(id);
				came.delete(id);
				continue;
			}
			if (!since.has(id)) since.set(id, now);
			const began = since.get(id) ?? now;
			if (now - began >= forSeconds) came.set(id, began);
		}
	};
	relive(run, scriptSource('as reported', script), {
		until: NIGHT.limit,
		recorders: [
			({world}) => {
				follow(world);
			},
		],
	});
	return Object.fromEntries(MOMENT_IDS.map(id => [id, clockAt(came.get(id))])) as CustomersNight;
}

/** Beside what came, whether it is as a report tells it. */
export function isAsTold(report: Report, night: CustomersNight): boolean {
	const came = night[report.moment];
	if (came === null) return false;
	const at = minutesOf(came);
	const told = minutesOf(report.told);
	if ('bound' in report) return report.bound === 'no later' ? at <= told : at >= told;
	const off = MINUTES_OFF[report.to];
	const until = 'until' in report ? minutesOf(report.until) : told;
	return at >= told - off && at <= until + off;
}

/** How far off a report's time may be, in words. */
export function uncertaintyOf(report: Report): string {
	if ('bound' in report) return report.bound;
	const off = `give or take ${String(MINUTES_OFF[report.to])} min`;
	return 'until' in report ? `to ${report.until}, ${off}` : off;
}

const DAY_MINUTES = 1_440;
const START_MINUTES = NIGHT.startSecondsOfDay / 60;

/** Minutes since the level’s clock started. */
function minutesOf(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return (hours * 60 + minutes - START_MINUTES + DAY_MINUTES) % DAY_MINUTES;
}

function clockAt(at: number | undefined): string | null {
	if (at === undefined) return null;
	const minutes = Math.floor(START_MINUTES + at / 60) % DAY_MINUTES;
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
