import {expect, test} from 'vitest';
import {someOf} from '../../test/support/sampled.ts';
import {DEPENDENT_TABLE, SUBSYSTEM_NAMES, SUBSYSTEMS, type Fault, type World} from './index.ts';
import {TEAMS, tick} from './kernel/index.ts';
import {copyWorld, hashes, hashOf, loadWorld, saveWorld, worldFrom} from './snapshot.ts';
import {createWorld, planFault, step} from './world.ts';
import type {WorldSettings} from './world.types.ts';

const STRUCK_AT = 120;
const MENDED_AT = 600;
const UNTIL = 3_000;

const SETTINGS: WorldSettings = {
	seed: 'faults',
	startSecondsOfDay: 36_000,
	limit: tick(50_000),
	parameters: {},
	switches: [],
	faults: [],
	rules: {orderDelay: 1, withheld: [], judgedElsewhere: true},
};

type Name = (typeof SUBSYSTEM_NAMES)[number];
type Blanks = Readonly<Record<string, string | number>>;

/** A fault with something in its blanks, where it is felt (more is worse), and what mends it. */
type Row = {
	readonly blanks: Blanks;
	readonly felt: (world: World) => number;
	readonly mends: readonly (readonly [type: string, blanks: Blanks])[];
};

const row = (blanks: Blanks, felt: Row['felt'], ...mends: Row['mends']): Row => ({
	blanks,
	felt,
	mends,
});
const service = DEPENDENT_TABLE.findIndex(([name]) => name === 'Athena');
const team = TEAMS.indexOf('nlb');

const FAULTS: Readonly<Record<Name, Readonly<Record<string, Row>>>> = {
	border: {
		'packet-loss': row({share: 0.2, seconds: 9_000}, w => w.border.output.packetLossShare, [
			'end-packet-loss',
			{},
		]),
	},
	dns: {
		'slow-enactor': row({enactor: 1, factor: 200}, w => w.dns.output.enactors[1]!.passAgeSeconds, [
			'heal-enactor',
			{enactor: 1},
		]),
		'lose-tree': row({endpoint: 'regional'}, w => (w.dns.output.answers[0] === 0 ? 1 : 0), [
			'restore-tree',
			{endpoint: 'regional'},
		]),
		'race-elsewhere': row({seconds: 60}, w => w.dynamodb.output.replicasLateShare, [
			'restore-name-elsewhere',
			{},
		]),
	},
	resolvers: {
		'hold-empty-answers': row(
			{scope: 'customers', share: 0.7},
			w => w.resolvers.output.customersEmpty,
			['forget-empty-answers', {scope: 'customers'}],
		),
	},
	dynamodb: {
		'cut-replicators': row({share: 0.7}, w => w.dynamodb.output.replicationLagSeconds, [
			'end-cut-replicators',
			{},
		]),
		'lose-front-ends': row({share: 0.7}, w => w.dynamodb.output.customerErrors, [
			'end-lose-front-ends',
			{},
		]),
	},
	identity: {
		'sts-errors': row({share: 0.4}, w => w.identity.output.stsErrors, ['end-sts-errors', {}]),
		'iam-errors': row({share: 0.4}, w => w.identity.output.iamErrors, ['end-iam-errors', {}]),
		'sign-in-errors': row({share: 0.4}, w => w.identity.output.signInErrors, [
			'end-sign-in-errors',
			{},
		]),
		'sign-in-hosts-lost': row({share: 0.95}, w => w.identity.output.signInErrors, [
			'end-sign-in-hosts-lost',
			{},
		]),
		'identity-center-errors': row({share: 0.4}, w => w.identity.output.signInErrors, [
			'end-identity-center-errors',
			{},
		]),
	},
	dwfm: {
		'break-leases': row({share: 0.3}, w => 1 - w.dwfm.output.leasedShare),
		'lose-managers': row({share: 0.4, seconds: 9_000}, w => w.dwfm.output.hostsDown, [
			'return-managers',
			{},
		]),
	},
	launches: {
		'launch-api-errors': row({share: 0.5}, w => 1 - w.launches.output.successShare, [
			'end-launch-api-errors',
			{},
		]),
		'lose-places': row({share: 0.95}, w => 1 - w.launches.output.successShare, [
			'end-lose-places',
			{},
		]),
		'launch-surge': row({factor: 9}, w => w.launches.output.requestsPerSecond, [
			'end-launch-surge',
			{},
		]),
	},
	network: {
		'stall-propagation': row({share: 0.9}, w => w.network.output.latencySeconds, [
			'end-stall-propagation',
			{},
		]),
	},
	nlb: {
		'slow-checker': row({factor: 20}, w => w.nlb.output.checkDelaySeconds, [
			'end-slow-checker',
			{},
		]),
		'kill-targets': row({share: 0.3}, w => w.nlb.output.customerErrors, ['revive-targets', {}]),
	},
	lambda: {
		'lose-lambda-cache': row({share: 0.5}, w => w.lambda.output.createErrors, [
			'end-lose-lambda-cache',
			{},
		]),
		'lose-lambda-hosts': row({share: 0.6}, w => w.lambda.output.syncErrors, [
			'return-lambda-hosts',
			{share: 0.6},
		]),
		'stop-sqs-pollers': row({}, w => w.lambda.output.sqsBacklogSeconds, ['start-sqs-pollers', {}]),
	},
	containers: {
		'cluster-capacity-lost': row({share: 0.9}, w => w.containers.output.launchErrors, [
			'end-cluster-capacity-lost',
			{},
		]),
		'task-placement-errors': row({share: 0.5}, w => w.containers.output.launchErrors, [
			'end-task-placement-errors',
			{},
		]),
	},
	connect: {
		'flow-function-errors': row({share: 0.9}, w => w.connect.output.callErrors, [
			'end-flow-function-errors',
			{},
		]),
		'contact-errors': row({share: 0.5}, w => w.connect.output.callErrors, [
			'end-contact-errors',
			{},
		]),
		'cut-agents': row({share: 0.8}, w => w.connect.output.callErrors, ['return-agents', {}]),
	},
	redshift: {
		'iam-group-errors': row({share: 0.7}, w => w.redshift.output.queryErrors, [
			'end-iam-group-errors',
			{},
		]),
		'lapse-credentials': row({clusters: 500}, w => w.redshift.output.clustersStuck, [
			'free-clusters',
			{clusters: 500},
		]),
	},
	support: {
		'account-metadata-errors': row({share: 0.6}, w => w.support.output.lockedOutShare, [
			'end-account-metadata-errors',
			{},
		]),
	},
	telemetry: {
		'delay-metrics': row({lateSeconds: 900}, w => w.telemetry.output.metricDelaySeconds, [
			'end-delay-metrics',
			{},
		]),
		'lose-metrics': row({share: 0.5}, w => w.telemetry.output.metricLossShare, [
			'end-lose-metrics',
			{},
		]),
		'sqs-errors': row({share: 0.5}, w => w.telemetry.output.sqsErrors, ['end-sqs-errors', {}]),
	},
	dependents: {
		'fail-service': row(
			{service: 'Athena', share: 0.6},
			w => w.dependents.output.errors[service]!,
			['end-fail-service', {service: 'Athena'}],
		),
	},
	incidentCall: {
		'lose-team': row(
			{team: 'nlb'},
			w => (w.incidentCall.output.teams[team]!.state === 'present' ? 0 : 1),
			['bring-team', {team: 'nlb'}],
		),
	},
	customer: {
		'company-cache-errors': row({share: 0.8}, w => w.customer.output.load, [
			'end-company-cache-errors',
			{},
		]),
		'lose-company-servers': row({share: 0.9}, w => w.customer.output.serversMissing, [
			'return-company-servers',
			{servers: 2},
		]),
	},
};

const ROWS = SUBSYSTEM_NAMES.flatMap(to =>
	Object.entries(FAULTS[to]).map(([type, each]) => ({to, type, ...each})),
);

type Struck = {readonly at: number; readonly fault: Fault};

/** How much is felt in each second, of everything that is asked for. */
function lived(to: Name, faults: readonly Struck[], felts: readonly Row['felt'][]): number[][] {
	const world = createWorld({...SETTINGS, cast: SUBSYSTEM_NAMES});
	// Somebody has to be on the call before they can be lost.
	planFault(world.agenda, tick(1), 'incidentCall', {type: 'bring-team', team: 'nlb'});
	for (const {at, fault} of faults) planFault(world.agenda, tick(at), to, fault);
	const felt = felts.map((): number[] => []);
	while (world.now < UNTIL) {
		step(world, []);
		felts.forEach((each, index) => felt[index]!.push(each(world)));
	}
	return felt;
}

/** All that is felt from a second on. */
function sumFrom(second: number, felt: readonly number[]): number {
	return felt.slice(second - 1).reduce((sum, each) => sum + each, 0);
}

test('every row of every subsystem is in the table, and each has a fault and a recovery', () => {
	for (const to of SUBSYSTEM_NAMES) {
		const rows = Object.entries(SUBSYSTEMS[to].faults);
		const of = (kind: string) => rows.filter(([, row]) => row.kind === kind).map(([type]) => type);
		const mended = Object.values(FAULTS[to]).flatMap(({mends}) => mends.map(([type]) => type));
		expect([to, of('fault').sort()]).toEqual([to, Object.keys(FAULTS[to]).sort()]);
		expect([to, of('recovery').sort()]).toEqual([to, mended.toSorted()]);
		expect([to, of('fault').length > 0, of('recovery').length > 0]).toEqual([to, true, true]);
	}
});

test('a type is of one subsystem', () => {
	const types = SUBSYSTEM_NAMES.flatMap(to => Object.keys(SUBSYSTEMS[to].faults));
	expect(new Set(types).size).toBe(types.length);
});

test('each hurts, and is mended by what mends it', () => {
	const quiet = lived(
		'border',
		[],
		ROWS.map(({felt}) => felt),
	);
	for (const [index, {to, type, blanks, felt, mends}] of someOf([...ROWS.entries()], 14)) {
		const struck = {at: STRUCK_AT, fault: {type, ...blanks}};
		const left = lived(to, [struck], [felt])[0]!;
		const before = sumFrom(STRUCK_AT, quiet[index]!);
		expect(sumFrom(STRUCK_AT, left), `${type} hurts`).toBeGreaterThan(1.1 * before + 1);
		for (const [mend, filled] of mends) {
			const mending = {at: MENDED_AT, fault: {type: mend, ...filled}};
			const mended = lived(to, [struck, mending], [felt])[0]!;
			const still = sumFrom(MENDED_AT, left);
			expect(sumFrom(MENDED_AT, mended), `${mend} mends ${type}`).toBeLessThan(0.9 * still);
		}
	}
});

test('what lasts ends when it was said to', () => {
	const world = createWorld(SETTINGS);
	planFault(world.agenda, tick(10), 'identity', {type: 'sts-errors', share: 0.5, seconds: 20});
	const failing: number[] = [];
	while (world.now < 60) {
		step(world, []);
		if (world.identity.output.stsErrors > 0.1) failing.push(world.now);
	}
	expect(failing).toEqual(Array.from({length: 20}, (_, index) => 10 + index));
	expect(world.troubles.standing).toEqual([]);
});

test('what lasts is saved, copied and in the marks; without any, marks are as they always were', () => {
	const world = createWorld(SETTINGS);
	planFault(world.agenda, tick(2), 'network', {type: 'stall-propagation', share: 0.5});
	step(world, []);
	expect(Object.keys(hashes(world))).not.toContain('troubles');
	step(world, []);
	expect(Object.keys(hashes(world))).toContain('troubles');
	const again = [loadWorld(SETTINGS, saveWorld(world)), worldFrom(copyWorld(world))];
	for (const each of [world, ...again]) while (each.now < 300) step(each, []);
	for (const each of again) expect(hashOf(each)).toBe(hashOf(world));
});
