import {
	assert,
	cancel,
	enter,
	plan,
	send,
	TEAMS,
	tick,
	type StepContext,
	type Setup,
	type Team,
} from '../kernel/index.ts';
import {teamMachine, type TeamEvent} from './incident-call.machine.ts';
import type {IncidentCallParameters} from './incident-call.parameters.ts';
import {
	TEAM_STATES,
	type IncidentCall,
	type IncidentCallInputs,
	type IncidentCallOutput,
	type CallTeam,
} from './incident-call.types.ts';

/** Nobody is on the call: it is a Sunday evening. */
export function createIncidentCall(
	_conditions: Setup<IncidentCallParameters>,
	ctx: StepContext,
): IncidentCall {
	return {
		modes: TEAMS.map(team => enter(teamMachine, modeName(team), ctx)),
		errorsSeconds: 0,
		lossSeconds: 0,
		detected: false,
		promisedSince: ctx.now,
		output: {
			teams: TEAMS.map((team): CallTeam => ({
				team,
				state: 'asleep',
				since: ctx.now,
				escalated: false,
			})),
			severity: 'none',
			advice: {retryHard: false, pinZone: false, noZone: false, flush: false},
			posts: [],
			updates: [],
			promisedAt: null,
			promisesBroken: 0,
			acknowledged: [],
			shelved: [],
			notes: [],
		},
	};
}

/** One second of the people: automatic detection, promises, shelves. */
export function stepIncidentCall(
	call: IncidentCall,
	inputs: IncidentCallInputs,
	setup: Setup<IncidentCallParameters>,
	ctx: StepContext,
): IncidentCallOutput {
	detect(call, inputs, setup.parameters, ctx);
	breakPromise(call.output, ctx);
	const oldest = call.output.shelved[0];
	if (oldest !== undefined && ctx.now >= oldest.at + setup.parameters.shelfSeconds) {
		call.output.shelved.shift();
	}
	return call.output;
}

/** A page was answered: `to` is `call/<team>`. */
export function deliverIncidentCall(
	call: IncidentCall,
	to: string,
	event: {readonly type: string},
	_conditions: Setup<IncidentCallParameters>,
	ctx: StepContext,
): void {
	const team = TEAMS.find(name => modeName(name) === to);
	assert(team !== undefined, `the call knows a team for ${to}`);
	assert(event.type === 'JOINED', 'the only thing a team waits for is to join');
	joinTeam(call, team, ctx);
}

/** Somebody of a team is on the call, paged or not. */
export function joinTeam(call: IncidentCall, team: Team, ctx: StepContext): void {
	// Whoever comes first has come: nobody else is expected.
	cancel(ctx.agenda, modeName(team));
	moveTeam(call, team, {type: 'PAGED'}, ctx);
	if (moveTeam(call, team, {type: 'JOINED'}, ctx)) {
		ctx.say({source: 'call', level: 'info', kind: 'team-joined', text: `${team} is on the call`});
	}
}

/** Wakes a team. It joins when its people have found their laptops. */
export function pageTeam(
	call: IncidentCall,
	team: Team,
	by: string,
	parameters: IncidentCallParameters,
	ctx: StepContext,
): void {
	if (!moveTeam(call, team, {type: 'PAGED'}, ctx)) return;
	const rng = ctx.streams(modeName(team), ctx.now);
	const seconds = Math.round(rng.between(parameters.joinSecondsMin, parameters.joinSecondsMax));
	plan(ctx.agenda, tick(ctx.now + seconds), modeName(team), modeName(team), {type: 'JOINED'});
	ctx.say({source: 'call', level: 'info', kind: 'team-paged', text: `${by} paged ${team}`});
}

/** Sends a page on to the team's second person, who may be on the call before the first. */
export function escalateTo(
	call: IncidentCall,
	team: Team,
	by: string,
	parameters: IncidentCallParameters,
	ctx: StepContext,
): void {
	const place = call.output.teams[TEAMS.indexOf(team)];
	assert(place?.state === 'paged', `${team} is paged before it is escalated to`);
	place.escalated = true;
	const rng = ctx.streams(`${modeName(team)}/second`, ctx.now);
	const seconds = Math.round(rng.between(parameters.secondSecondsMin, parameters.secondSecondsMax));
	plan(ctx.agenda, tick(ctx.now + seconds), modeName(team), modeName(team), {type: 'JOINED'});
	ctx.say({
		source: 'call',
		level: 'info',
		kind: 'team-escalated',
		text: `${by} escalated to the second of ${team}`,
	});
}

export function releaseTeam(call: IncidentCall, team: Team, ctx: StepContext): void {
	moveTeam(call, team, {type: 'RELEASED'}, ctx);
}

/** Whether somebody of the team is on the call and can be asked to act. */
export function isPresent(call: IncidentCall, team: Team): boolean {
	return call.output.teams[TEAMS.indexOf(team)]?.state === 'present';
}

export function modeName(team: Team): string {
	return `call/${team}`;
}

function moveTeam(call: IncidentCall, team: Team, event: TeamEvent, ctx: StepContext): boolean {
	const index = TEAMS.indexOf(team);
	const mode = call.modes[index];
	const place = call.output.teams[index];
	assert(mode !== undefined, `${team} has a chart`);
	assert(place !== undefined, `${team} has a place on the call`);
	const before = mode.value;
	send(teamMachine, mode, event, ctx);
	if (mode.value === before) return false;
	const state = TEAM_STATES.find(name => name === mode.value);
	assert(state !== undefined, `${mode.value} is a state of a team`);
	place.state = state;
	place.since = ctx.now;
	place.escalated = false;
	return true;
}

/**
 * Pages the network's on-call when customers have been failing, or packets lost, for long enough. It
 * watches symptoms, and the lowest layer gets the first page: the wrong lead of the night (canon 2.18).
 */
function detect(
	call: IncidentCall,
	inputs: IncidentCallInputs,
	parameters: IncidentCallParameters,
	ctx: StepContext,
): void {
	const failing = inputs.customerErrors > parameters.errorsShareMin;
	const losing = inputs.packetLossShare > parameters.lossShareMin;
	call.errorsSeconds = over(call.errorsSeconds, failing);
	call.lossSeconds = over(call.lossSeconds, losing);
	if (call.detected) {
		const quiet = call.errorsSeconds <= -parameters.quietSeconds;
		if (quiet && call.lossSeconds <= -parameters.quietSeconds) call.detected = false;
		return;
	}
	const due =
		call.errorsSeconds >= parameters.errorsSeconds || call.lossSeconds >= parameters.lossSeconds;
	if (!due) return;
	call.detected = true;
	ctx.say({
		source: 'detection',
		level: 'error',
		kind: 'impact-detected',
		text: 'regional impact detected from canaries; paging the network on-call first',
	});
	pageTeam(call, 'network', 'detection', parameters, ctx);
}

/** Seconds above a threshold as a positive count, seconds below it as a negative one. */
function over(seconds: number, above: boolean): number {
	if (above) return Math.max(0, seconds) + 1;
	return Math.max(Math.min(0, seconds) - 1, -86_400);
}

function breakPromise(output: IncidentCallOutput, ctx: StepContext): void {
	if (output.promisedAt === null || ctx.now < output.promisedAt) return;
	output.promisedAt = null;
	output.promisesBroken += 1;
	ctx.say({
		source: 'health-dashboard',
		level: 'warn',
		kind: 'promise-broken',
		text: 'the promised update is overdue; customers are asking',
	});
}
