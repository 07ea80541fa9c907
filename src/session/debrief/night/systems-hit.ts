import {DEPENDENT_TABLE, type World} from '../../../sim/index.ts';
import type {Recorder} from '../../relive/relive.ts';
import type {Hit, Night} from './night.types.ts';
import {joined, noting} from './stretches.ts';

type System = {
	readonly id: string;
	readonly name: string;
	readonly what: string;
	readonly unit: Hit['unit'];
	/** From what value on it is hit. */
	readonly from: number;
	readonly read: (world: World) => number;
};

/** Share of failing requests from which on customers notice. */
export const FAILING = 0.05;

function share(id: string, name: string, what: string, read: (world: World) => number): System {
	return {id, name, what, unit: 'share', from: FAILING, read};
}

const SYSTEMS: readonly System[] = [
	share('dynamodb', 'DynamoDB', 'requests failing', w => w.dynamodb.output.customerErrors),
	share('sts', 'STS', 'calls failing', w => w.identity.output.stsErrors),
	share('iam', 'IAM', 'calls failing', w => w.identity.output.iamErrors),
	share('sign-in', 'Console sign-in', 'sign-ins failing', w => w.identity.output.signInErrors),
	share('ec2', 'EC2', 'launches failing', w => 1 - w.launches.output.successShare),
	{
		id: 'network',
		name: 'Network Manager',
		what: 'until a new instance has a network',
		unit: 'seconds',
		from: 600,
		read: w => w.network.output.latencySeconds,
	},
	share('nlb', 'NLB', 'connections failing', w => w.nlb.output.customerErrors),
	share('lambda', 'Lambda', 'invocations failing', w => w.lambda.output.errors),
	share(
		'containers',
		'Containers (ECS, EKS, Fargate)',
		'tasks that do not start',
		w => w.containers.output.launchErrors,
	),
	share('connect', 'Connect', 'calls or chats failing', ({connect: {output}}) =>
		Math.max(output.callErrors, output.chatErrors),
	),
	share('redshift', 'Redshift', 'queries failing', w => w.redshift.output.queryErrors),
	{
		id: 'redshift-clusters',
		name: 'Redshift clusters',
		what: 'stuck in modifying',
		unit: 'count',
		from: 50,
		read: w => w.redshift.output.clustersStuck,
	},
	share(
		'redshift-elsewhere',
		'Redshift in every other Region',
		'queries of IAM users failing',
		w => w.redshift.output.iamQueryErrorsElsewhere,
	),
	share('support', 'Support', 'customers locked out', w => w.support.output.lockedOutShare),
	share('sqs', 'SQS', 'requests failing', w => w.telemetry.output.sqsErrors),
	share('cloudwatch', 'CloudWatch', 'metrics lost', w => w.telemetry.output.metricLossShare),
	{
		id: 'global-tables',
		name: 'Global tables',
		what: 'behind in replicas elsewhere',
		unit: 'seconds',
		from: 60,
		read: w => w.dynamodb.output.replicationLagSeconds,
	},
];

/** What comes back within this is the same wave. */
const SAME_WAVE_SECONDS = 1_800;

/** Notes which systems are hit, when and how badly, a sample at a time. */
export function systemsHit(everySeconds: number): {
	readonly record: Recorder;
	/** Whether none was hit so far. */
	readonly isCalm: () => boolean;
	readonly told: () => Pick<Night, 'hit' | 'services'>;
} {
	const notes = SYSTEMS.map(() => ({while: noting(everySeconds), values: [] as Sample[]}));
	const services = {of: DEPENDENT_TABLE.length, most: 0, at: null as number | null};
	return {
		record: ({world}) => {
			SYSTEMS.forEach(({read, from}, index) => {
				const value = read(world);
				const noted = notes[index];
				if (noted === undefined || value < from) return;
				noted.while.note(true, world.now);
				noted.values.push({at: world.now, value});
			});
			const failing = world.dependents.output.errors.filter(errors => errors >= FAILING).length;
			if (failing > services.most) Object.assign(services, {most: failing, at: world.now});
		},
		isCalm: () => notes.every(({values}) => values.length === 0),
		told: () => ({
			hit: SYSTEMS.flatMap(({id, name, what, unit}, index): readonly Hit[] => {
				const noted = notes[index];
				if (noted === undefined || noted.values.length === 0) return [];
				const waves = joined(noted.while.spans, SAME_WAVE_SECONDS).map(wave => ({
					...wave,
					worst: worstIn(noted.values, wave.from, wave.until),
				}));
				return [{id, name, what, unit, waves}];
			}).sort((a, b) => (a.waves[0]?.from ?? 0) - (b.waves[0]?.from ?? 0)),
			services,
		}),
	};
}

type Sample = {readonly at: number; readonly value: number};

function worstIn(values: readonly Sample[], from: number, until: number): number {
	return values.reduce(
		(worst, {at, value}) => (at >= from && at < until ? Math.max(worst, value) : worst),
		0,
	);
}
