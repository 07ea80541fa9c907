import {enter, type StepContext, type Mode, type Automation} from '../kernel/index.ts';
import {enactorMachine, zoneMachine} from './dns.machine.ts';
import {report} from './dns.report.ts';
import {planLater} from './planner.ts';
import {NEVER, type Dns, type DnsOutput, type Enactor} from './dns.types.ts';
import {ENDPOINTS} from './endpoints.ts';
import {createLatencies} from './latency.ts';
import type {DnsConditions} from './turn.ts';
import {createZones} from './zones.ts';

const ENACTORS = 3;

/** The DNS automation as it stands before anything is wrong: every name at the first plan. */
export function createDns(setup: DnsConditions, ctx: StepContext): Dns {
	const {parameters} = setup;
	const rng = ctx.streams('dns/names', 0);
	const zones = createZones(ENDPOINTS.length, parameters.firstPlan, parameters.keepPlans);
	const enactors = Array.from({length: ENACTORS}, (_, index) => createEnactor(index, ctx));
	const dns: Dns = {
		newestPlan: parameters.firstPlan,
		nextPlanAt: 0,
		plansDrawn: 0,
		zones,
		zoneModes: ENDPOINTS.map(endpoint => enter(zoneMachine, `dns/zone-${endpoint.id}`, ctx)),
		danglingSince: new Float64Array(ENDPOINTS.length),
		waitingSince: new Float64Array(ENDPOINTS.length * ENACTORS),
		enactors,
		leader: 0,
		leaderFrom: 0,
		regressions: 0,
		emptied: 0,
		handEdits: 0,
		internalErrors: 0,
		latencies: createLatencies(parameters.latencyVariation),
		nameKeys: [rng.below(0x7fffffff), rng.below(0x7fffffff)],
		automations: createAutomations(),
		stale: true,
		output: createOutput(enactors),
	};
	for (const enactor of enactors) enactor.published = parameters.firstPlan;
	planLater(dns, 1000 * ctx.now, setup, ctx);
	report(dns, 1000 * ctx.now, setup);
	return dns;
}

function createEnactor(index: number, ctx: StepContext): Enactor {
	const mode: Mode = enter(enactorMachine, `dns/enactor-${String(index + 1)}`, ctx);
	return {
		id: mode.name,
		mode,
		slowness: 1,
		slowUntil: NEVER,
		drawn: 0,
		nextAt: NEVER,
		plan: -1,
		pickedAt: 0,
		order: ENDPOINTS.map((_, endpoint) => endpoint),
		position: 0,
		believing: false,
		belief: 0,
		thinkMs: 0,
		held: 0,
		lossesHere: 0,
		lossesRunning: 0,
		lostLocks: 0,
		victims: [],
		published: 0,
		publishedAt: -1,
		failuresRunning: 0,
		failures: 0,
		saidFailureAt: 0,
		saidPublishedAt: 0,
		saidDeletedAt: 0,
	};
}

function createAutomations(): Automation[] {
	const row = (id: string, label: string): Automation => {
		return {id, label, paused: false, by: null, since: 0};
	};
	return [
		row('planner', 'DynamoDB DNS Planner'),
		row('enactor-1', 'DynamoDB DNS Enactor, first zone'),
		row('enactor-2', 'DynamoDB DNS Enactor, second zone'),
		row('enactor-3', 'DynamoDB DNS Enactor, third zone'),
		row('cleanup', 'clean-up of old DNS plans'),
		row('dns-automation-elsewhere', 'DynamoDB DNS automation, other Regions'),
	];
}

function createOutput(enactors: readonly Enactor[]): DnsOutput {
	const zeros = () => ENDPOINTS.map(() => 0);
	return {
		answers: zeros(),
		editsLeftShare: 1,
		fullAnswers: 0,
		roots: zeros(),
		rollbacks: zeros(),
		empties: zeros(),
		lockHolders: zeros(),
		enactors: enactors.map(enactor => ({
			id: enactor.id.slice('dns/'.length),
			mode: enactor.mode.value,
			plan: -1,
			passAgeSeconds: 0,
			planAge: 0,
			lostLocks: 0,
			lastPublishAt: -1,
			failures: 0,
		})),
		newestPlan: 0,
		regressions: 0,
	};
}
