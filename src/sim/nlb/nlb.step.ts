import {
	enter,
	fell,
	move,
	percent,
	rose,
	runningAutomation,
	send,
	type Setup,
	type StepContext,
	troubleOf,
} from '../kernel/index.ts';
import {CHECKER_SLOW} from './nlb.faults.ts';
import {checkerMachine, failoverMachine, zoneMachine} from './nlb.machine.ts';
import type {NlbParameters} from './nlb.parameters.ts';
import {CLASSES, ZONES, type Nlb, type NlbInputs, type NlbOutput} from './nlb.types.ts';
import {connect} from './connections.ts';
import {runChecks} from './health-checks.ts';
import {flappingShare, targetsOf} from './targets.ts';
import {gatherDead, isPaused, judgeZones} from './zone-failover.ts';

type NlbSetup = Setup<NlbParameters>;

/** Mean zones out of DNS at which failover counts as removing, and as done. */
const REMOVING_ZONES = 0.05;
const RETURNED_ZONES = 0.02;

export function createNlb(setup: NlbSetup, ctx: StepContext): Nlb {
	const {parameters} = setup;
	return {
		checker: enter(checkerMachine, 'balancers/checker', ctx),
		failover: enter(failoverMachine, 'balancers/failover', ctx),
		automations: [runningAutomation('nlb-failover', 'NLB health check failover', ctx)],
		young: 0,
		withheld: 0,
		registrationHeld: false,
		intervalSeconds: parameters.intervalSeconds,
		thresholdChecks: parameters.thresholdChecks,
		queueSeconds: 0,
		hosts: 0,
		hostsComing: 0,
		hostsDue: 0,
		out: new Float64Array(CLASSES.length * ZONES.length),
		zones: ZONES.map(zone => enter(zoneMachine, `balancers/${zone}`, ctx)),
		deadShare: 0,
		latencySeconds: 0,
		output: {
			customerErrors: 0,
			internalErrors: 0,
			checkDelaySeconds: 0,
			checkLoadShare: parameters.baseLoadShare,
			flapsPerSecond: 0,
			zonesOut: 0,
			failoverOn: true,
			youngTargets: 0,
		},
	};
}

/** One second of NLB: young targets flap, the checker falls behind, zones look bad and leave DNS. */
export function stepNlb(nlb: Nlb, inputs: NlbInputs, setup: NlbSetup, ctx: StepContext): NlbOutput {
	const {output} = nlb;
	const {parameters} = setup;
	nlb.latencySeconds = inputs.latencySeconds;
	output.failoverOn = !isPaused(nlb);
	register(nlb, inputs, setup, ctx);
	const flapping = flappingShare(nlb, inputs, parameters);
	const delayBefore = output.checkDelaySeconds;
	runChecks(nlb, flapping, 1 + troubleOf(ctx, CHECKER_SLOW), parameters);
	followChecker(nlb, delayBefore, parameters, ctx);
	judgeZones(nlb, flapping, parameters);
	gatherDead(nlb, parameters);
	connect(nlb, inputs, setup);
	const grace = nlb.intervalSeconds * nlb.thresholdChecks;
	output.flapsPerSecond = (flapping * targetsOf(inputs, parameters)) / (grace + 10);
	output.youngTargets = nlb.young;
	followFailover(nlb, ctx);
	return output;
}

/** New targets join before their network state has arrived, unless something keeps them out. */
function register(nlb: Nlb, inputs: NlbInputs, setup: NlbSetup, ctx: StepContext): void {
	const latency = Math.max(1, inputs.latencySeconds);
	const launched = setup.parameters.balancedShare * inputs.launchedPerSecond;
	nlb.young -= nlb.young / latency;
	if (nlb.registrationHeld) {
		nlb.withheld += launched;
	} else if (setup.switches['nlb-gate-on-network']) {
		nlb.withheld += launched - nlb.withheld / latency;
	} else {
		// Those held back the longest have their network by now: they join grown up.
		nlb.withheld -= nlb.withheld / setup.parameters.joinSeconds;
		nlb.young += launched;
	}
	if (nlb.hostsComing > 0 && ctx.now >= nlb.hostsDue) {
		nlb.hosts += nlb.hostsComing;
		const text = `${String(nlb.hostsComing)} more health check hosts are in service`;
		nlb.hostsComing = 0;
		ctx.say({source: 'nlb-health', level: 'info', kind: 'hosts-added', text});
	}
}

const CHECKER_LEVELS = {prompt: 'info', late: 'warn', overwhelmed: 'error'} as const;

/** A line left again this far below it: wavering is not news. */
const CALM_SHARE = 0.8;

function followChecker(
	{output, checker}: Nlb,
	before: number,
	{lateFromSeconds, overwhelmedSeconds}: NlbParameters,
	ctx: StepContext,
): void {
	const delay = output.checkDelaySeconds;
	let type = '';
	if (rose(before, delay, overwhelmedSeconds)) type = 'CHECKS_OVERWHELMED';
	else if (rose(before, delay, lateFromSeconds)) type = 'CHECKS_LATE';
	else if (fell(before, delay, lateFromSeconds * CALM_SHARE)) type = 'CHECKS_PROMPT';
	else if (fell(before, delay, overwhelmedSeconds * CALM_SHARE)) type = 'CHECKS_RELIEVED';
	if (type === '' || !move(checkerMachine, checker, type, ctx)) return;
	const load = `${percent(output.checkLoadShare)} load`;
	ctx.say({
		source: 'nlb-health',
		level: CHECKER_LEVELS[checker.value as keyof typeof CHECKER_LEVELS],
		kind: `checks-${checker.value}`,
		text: `health checks ${checker.value}: ${delay.toFixed(1)} s behind at ${load}`,
	});
}

function followFailover({output, failover}: Nlb, ctx: StepContext): void {
	if (failover.value === 'watching' && output.zonesOut > REMOVING_ZONES) {
		send(failoverMachine, failover, {type: 'ZONES_REMOVED'}, ctx);
		const text = 'AZ DNS failover: removing zones that fail their health checks';
		ctx.say({source: 'nlb-failover', level: 'warn', kind: 'zones-removed', text});
	} else if (failover.value === 'removing' && output.zonesOut < RETURNED_ZONES) {
		send(failoverMachine, failover, {type: 'ZONES_RETURNED'}, ctx);
		const text = 'AZ DNS failover: zones returned to DNS';
		ctx.say({source: 'nlb-failover', level: 'info', kind: 'zones-returned', text});
	}
}
