import {
	assert,
	enter,
	runningAutomation,
	send,
	type Beat,
	type Conditions,
} from '../kernel/index.ts';
import {checkerMachine, failoverMachine} from './balancers.machine.ts';
import type {BalancersParameters} from './balancers.parameters.ts';
import {
	CLASSES,
	ZONES,
	type Balancers,
	type BalancersInputs,
	type BalancersOutput,
} from './balancers.types.ts';
import {connect} from './connections.ts';
import {LATE_SECONDS, runChecks} from './health-checks.ts';
import {flappingShare, targetsOf} from './targets.ts';
import {gatherDead, isPaused, judgeZones} from './zone-failover.ts';

type BalancersConditions = Conditions<BalancersParameters>;

/** Delay above which AWS's monitoring noticed (model 6). */
const OVERWHELMED_SECONDS = 10;
/** Mean zones out of DNS at which failover counts as removing, and as done. */
const REMOVING_ZONES = 0.05;
const RETURNED_ZONES = 0.02;

export function createBalancers(conditions: BalancersConditions, beat: Beat): Balancers {
	const {parameters} = conditions;
	return {
		checker: enter(checkerMachine, 'balancers/checker', beat),
		failover: enter(failoverMachine, 'balancers/failover', beat),
		automations: [runningAutomation('nlb-failover', 'NLB health check failover', beat)],
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
		holds: ZONES.map(() => 'free' as const),
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
export function stepBalancers(
	balancers: Balancers,
	inputs: BalancersInputs,
	conditions: BalancersConditions,
	beat: Beat,
): BalancersOutput {
	const {output} = balancers;
	const {parameters} = conditions;
	balancers.latencySeconds = inputs.latencySeconds;
	output.failoverOn = !isPaused(balancers);
	register(balancers, inputs, conditions, beat);
	const flapping = flappingShare(balancers, inputs, parameters);
	runChecks(balancers, flapping, parameters);
	judgeZones(balancers, flapping, parameters);
	gatherDead(balancers, parameters);
	connect(balancers, inputs, conditions);
	const grace = balancers.intervalSeconds * balancers.thresholdChecks;
	output.flapsPerSecond = (flapping * targetsOf(inputs, parameters)) / (grace + 10);
	output.youngTargets = balancers.young;
	report(balancers, beat);
	return output;
}

export function deliverBalancers(
	balancers: Balancers,
	to: string,
	event: {readonly type: string},
	_conditions: BalancersConditions,
	beat: Beat,
): void {
	if (to === balancers.checker.name) send(checkerMachine, balancers.checker, event, beat);
	else {
		assert(to === balancers.failover.name, 'an event is for a chart of the balancers');
		send(failoverMachine, balancers.failover, event, beat);
	}
}

/** New targets join before their network state has arrived, unless something keeps them out. */
function register(
	balancers: Balancers,
	inputs: BalancersInputs,
	conditions: BalancersConditions,
	beat: Beat,
): void {
	const latency = Math.max(1, inputs.latencySeconds);
	const launched = conditions.parameters.balancedShare * inputs.launchedPerSecond;
	balancers.young -= balancers.young / latency;
	if (balancers.registrationHeld) {
		balancers.withheld += launched;
	} else if (conditions.switches['nlb-gate-on-network']) {
		balancers.withheld += launched - balancers.withheld / latency;
	} else {
		// Those held back the longest have their network by now: they join grown up.
		balancers.withheld -= balancers.withheld / 60;
		balancers.young += launched;
	}
	if (balancers.hostsComing > 0 && beat.now >= balancers.hostsDue) {
		balancers.hosts += balancers.hostsComing;
		const text = `${String(balancers.hostsComing)} more health check hosts are in service`;
		balancers.hostsComing = 0;
		beat.say({source: 'nlb-health', level: 'info', kind: 'hosts-added', text});
	}
}

const CHECKER_LEVELS = {prompt: 'info', late: 'warn', overwhelmed: 'error'} as const;

function report(balancers: Balancers, beat: Beat): void {
	const {output, checker, failover} = balancers;
	const delay = output.checkDelaySeconds;
	const before = checker.value;
	if (delay > OVERWHELMED_SECONDS) {
		if (before !== 'overwhelmed') send(checkerMachine, checker, {type: 'CHECKS_OVERWHELMED'}, beat);
	} else if (delay > LATE_SECONDS) {
		if (before === 'prompt' || delay < OVERWHELMED_SECONDS * 0.8) {
			if (before !== 'late') send(checkerMachine, checker, {type: 'CHECKS_LATE'}, beat);
		}
	} else if (before !== 'prompt' && delay < LATE_SECONDS * 0.8) {
		send(checkerMachine, checker, {type: 'CHECKS_PROMPT'}, beat);
	}
	if (checker.value !== before) {
		const load = `${(output.checkLoadShare * 100).toFixed(0)} % load`;
		beat.say({
			source: 'nlb-health',
			level: CHECKER_LEVELS[checker.value as keyof typeof CHECKER_LEVELS],
			kind: `checks-${checker.value}`,
			text: `health checks ${checker.value}: ${delay.toFixed(1)} s behind at ${load}`,
		});
	}
	if (failover.value === 'watching' && output.zonesOut > REMOVING_ZONES) {
		send(failoverMachine, failover, {type: 'ZONES_REMOVED'}, beat);
		const text = 'AZ DNS failover: removing zones that fail their health checks';
		beat.say({source: 'nlb-failover', level: 'warn', kind: 'zones-removed', text});
	} else if (failover.value === 'removing' && output.zonesOut < RETURNED_ZONES) {
		send(failoverMachine, failover, {type: 'ZONES_RETURNED'}, beat);
		const text = 'AZ DNS failover: zones returned to DNS';
		beat.say({source: 'nlb-failover', level: 'info', kind: 'zones-returned', text});
	}
}
