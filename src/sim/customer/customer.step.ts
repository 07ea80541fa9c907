import {
	enter,
	move,
	runningAutomation,
	staysHigh,
	type Setup,
	type StepContext,
	troubleOf,
	withTrouble,
} from '../kernel/index.ts';
import {CACHE_ERRORS} from './customer.faults.ts';
import {trafficMachine, vendorsMachine} from './customer.machine.ts';
import type {CustomerParameters} from './customer.parameters.ts';
import {
	HOME,
	PLACES,
	STANDBY,
	type Customer,
	type CustomerInputs,
	type CustomerOutputs,
} from './customer.types.ts';

/** Stands for the servers of the hour, before the first second tells which hour it is. */
const UNSETTLED = -1;

/** A warm cache, servers for the hour, a standby that is nearly off. */
export function createCustomer(
	{parameters}: Setup<CustomerParameters>,
	ctx: StepContext,
): Customer {
	const {standbyServers, warmMisses} = parameters;
	return {
		traffic: enter(trafficMachine, 'customer/traffic', ctx),
		vendors: enter(vendorsMachine, 'customer/vendors', ctx),
		pageMoved: false,
		servers: Float64Array.of(UNSETTLED, standbyServers),
		misses: Float64Array.of(warmMisses, 1),
		felt: new Float64Array(PLACES.length),
		present: 1,
		away: 0,
		homeShare: 1,
		jobsWaiting: 0,
		replayLimit: parameters.replayMax,
		retryBudget: null,
		shed: 'none',
		failing: false,
		automations: [
			runningAutomation('fleet-scale-in', 'fleet scale-in', ctx),
			runningAutomation('deploys', 'deploys', ctx),
		],
		output: wellOutputs(),
	};
}

function wellOutputs(): CustomerOutputs {
	return {
		errors: 0,
		pagedErrors: 0,
		retries: 0,
		load: 0,
		serversMissing: 0,
		launchErrors: 0,
		cacheMisses: 0,
		awsErrors: 0,
		jobsWaitingSeconds: 0,
		jobsMissed: 0,
		shedShare: 0,
		awayShare: 0,
		standbyLoad: 0,
		staleSeconds: 0,
		staleShare: 0,
		flagsDown: false,
		pagerDown: false,
		statusPageDown: false,
		untoldSeconds: 0,
		untoldShare: 0,
		falseWords: 0,
	};
}

/** One second of the company: vendors, jobs, requests in both places, servers, users, and what they were told. */
export function stepCustomer(
	customer: Customer,
	inputs: CustomerInputs,
	{parameters}: Setup<CustomerParameters>,
	ctx: StepContext,
): CustomerOutputs {
	const {output} = customer;
	followVendors(customer, inputs, parameters, ctx);
	const demand = demandAt(inputs.secondsOfDay, parameters) * customer.present;
	if (customer.servers[HOME] === UNSETTLED) {
		customer.servers[HOME] = (demand + parameters.jobsLoad) / parameters.targetUtilisation;
	}
	const jobsWork = stepJobs(customer, inputs, parameters);
	moveSessions(customer, parameters);
	const shed = shedOf(customer, parameters);
	const {storeErrors} = inputs;
	const letIn = demand * (1 - shed);
	const home = serve(
		customer,
		HOME,
		{
			storeErrors,
			cacheErrors: troubleOf(ctx, CACHE_ERRORS),
			jobsWork,
			fresh: letIn * (1 - customer.away),
		},
		parameters,
	);
	const elsewhere = {storeErrors: 0, cacheErrors: 0, jobsWork: 0, fresh: letIn * customer.away};
	const standby = serve(customer, STANDBY, elsewhere, parameters);
	scaleHome(customer, home.work + jobsWork, inputs.launchSuccess, parameters);
	scaleStandby(customer, standby.work, parameters);
	const done = (home.done * (1 - customer.away) + standby.done * customer.away) * (1 - shed);
	output.errors = missed(done, shed, parameters);
	output.retries = home.retries * (1 - customer.away) + standby.retries * customer.away;
	output.load = home.load;
	output.standbyLoad = standby.load;
	output.shedShare = shed;
	output.awayShare = customer.away;
	output.cacheMisses = customer.misses[HOME]!;
	output.awsErrors = inputs.storeErrors;
	output.launchErrors = 1 - inputs.launchSuccess;
	output.staleSeconds = inputs.lagSeconds;
	output.staleShare =
		customer.away * Math.min(1, inputs.lagSeconds / parameters.staleUsefulSeconds);
	output.pagedErrors = output.pagerDown ? 0 : output.errors;
	const gone = parameters.leaveShare * Math.min(1, 1 - done);
	customer.present += (1 - gone - customer.present) / parameters.patienceSeconds;
	tell(customer, parameters, ctx);
	return output;
}

/** Users who are there at a time of day, of those on a busy one. */
export function demandAt(
	seconds: number,
	{
		nightShare,
		dayBeginsSeconds,
		dayFullSeconds,
		dayEndsSeconds,
		nightBeginsSeconds,
	}: CustomerParameters,
): number {
	const came = (seconds - dayBeginsSeconds) / Math.max(1, dayFullSeconds - dayBeginsSeconds);
	const left = (seconds - dayEndsSeconds) / Math.max(1, nightBeginsSeconds - dayEndsSeconds);
	const there = Math.max(0, Math.min(1, came)) - Math.max(0, Math.min(1, left));
	return nightShare + (1 - nightShare) * Math.max(0, there);
}

/** Share of what users want that is not done, a request of somebody who does not pay for its worth. */
function missed(done: number, shed: number, {freeShare, freeValue}: CustomerParameters): number {
	const worthShed = Math.min(shed, freeShare) * freeValue + Math.max(0, shed - freeShare);
	const worth = 1 - freeShare * (1 - freeValue);
	const failed = 1 - shed - done;
	return Math.max(0, Math.min(1, (worthShed + failed) / Math.max(worth, worthShed + failed)));
}

function shedOf({shed}: Customer, {freeShare, mostShare}: CustomerParameters): number {
	return shed === 'none' ? 0 : shed === 'free' ? freeShare : mostShare;
}

function followVendors(
	{vendors, pageMoved, output}: Customer,
	{storeErrors}: CustomerInputs,
	{vendorLostErrors, vendorFoundErrors}: CustomerParameters,
	ctx: StepContext,
): void {
	if (vendors.value === 'up' && storeErrors > vendorLostErrors) {
		move(vendorsMachine, vendors, 'VENDOR_LOST', ctx);
		say(ctx, 'warn', 'flag vendor: no answer, last flags stand');
	} else if (vendors.value === 'down' && storeErrors < vendorFoundErrors) {
		move(vendorsMachine, vendors, 'VENDOR_FOUND', ctx);
		say(ctx, 'info', 'flag vendor: answers again');
	}
	const down = vendors.value === 'down';
	output.flagsDown = down;
	output.pagerDown = down;
	output.statusPageDown = down && !pageMoved;
}

/** Jobs run before requests, on the same servers. What fails waits, and is replayed as fast as people let it. */
function stepJobs(
	customer: Customer,
	{storeErrors}: CustomerInputs,
	parameters: CustomerParameters,
): number {
	const {output, servers} = customer;
	const {jobsLoad, jobsMost} = parameters;
	const wanted = 1 + Math.min(customer.replayLimit, customer.jobsWaiting);
	const rate = jobsLoad > 0 ? Math.min(wanted, (jobsMost * servers[HOME]!) / jobsLoad) : wanted;
	const done = rate * (1 - storeErrors);
	customer.jobsWaiting = Math.max(0, customer.jobsWaiting + 1 - done);
	output.jobsWaitingSeconds = customer.jobsWaiting;
	output.jobsMissed = Math.max(0, 1 - done);
	return jobsLoad * rate;
}

function moveSessions(customer: Customer, {sessionSeconds, dnsSeconds}: CustomerParameters): void {
	const {value} = customer.traffic;
	const to = value === 'home' ? 1 - customer.homeShare : 1;
	customer.away += (to - customer.away) / (value === 'newAway' ? sessionSeconds : dnsSeconds);
}

type Asked = {
	readonly storeErrors: number;
	readonly cacheErrors: number;
	/** Work of jobs, which goes first. */
	readonly jobsWork: number;
	/** Requests, without those that are made again. */
	readonly fresh: number;
};

type Served = {
	/** Share of requests that are done, whichever attempt does it. */
	readonly done: number;
	readonly retries: number;
	readonly load: number;
	/** Work that servers are asked for. */
	readonly work: number;
};

/**
 * Requests in one place. Clients who failed try again; a place that is asked for more than it has does work for clients
 * who have gone. That is the loop which goes on without what began it: attempts fail because there are so many, and
 * there are so many because they fail.
 */
function serve(
	customer: Customer,
	place: number,
	{storeErrors, cacheErrors, jobsWork, fresh}: Asked,
	parameters: CustomerParameters,
): Served {
	const {missCost, failCost, writeShare, warmMisses, wasteShare, retrySeconds} = parameters;
	const misses = withTrouble(customer.misses[place]!, cacheErrors);
	const felt = customer.felt[place]!;
	const retries = retriesOf(customer, felt, parameters);
	const offered = fresh * (1 + retries);
	const refused = storeErrors * (writeShare + (1 - writeShare) * misses);
	const cost = Math.max(0.1, 1 + missCost * (misses - warmMisses)) * (1 - refused * (1 - failCost));
	const work = offered * cost;
	const load = work / Math.max(1e-6, customer.servers[place]! - jobsWork);
	const taken = load <= 1 ? 1 : (1 - wasteShare * Math.min(1, load - 1)) / load;
	const works = taken * (1 - refused);
	customer.felt[place] = felt + (1 - works - felt) / retrySeconds;
	keepCache(customer, place, offered * works, storeErrors, parameters);
	return {done: Math.min(1, works * (1 + retries)), retries, load, work};
}

/** Retries for each request, by how many attempts fail; no more than the budget that clients were given. */
function retriesOf(
	{retryBudget}: Customer,
	failing: number,
	{attemptsMax}: CustomerParameters,
): number {
	let retries = 0;
	let still = failing;
	for (let attempt = 1; attempt < attemptsMax; attempt++) {
		retries += still;
		still *= failing;
	}
	return retryBudget === null ? retries : Math.min(retries, retryBudget);
}

/** What is read once is there for a while; what is not read again goes. Only reads that work fill it. */
function keepCache(
	customer: Customer,
	place: number,
	donePerSecond: number,
	storeErrors: number,
	{cacheSeconds, warmMisses}: CustomerParameters,
): void {
	const misses = customer.misses[place]!;
	const fillSeconds = (cacheSeconds * warmMisses) / (1 - warmMisses);
	const filled = (donePerSecond * misses * (1 - storeErrors)) / fillSeconds;
	customer.misses[place] = Math.max(0, Math.min(1, misses + (1 - misses) / cacheSeconds - filled));
}

/** Servers come only as launches succeed, and go as soon as they look idle, whatever the reason. */
function scaleHome(
	customer: Customer,
	work: number,
	launchSuccess: number,
	parameters: CustomerParameters,
): void {
	const {servers, automations, output} = customer;
	const {
		targetUtilisation,
		scaleInUtilisation,
		scaleInPerSecond,
		scaleOutPerSecond,
		deployPerSecond,
	} = parameters;
	const now = servers[HOME]!;
	const wanted = Math.min(parameters.serversMax, work / targetUtilisation);
	const [scaleIn, deploys] = automations;
	const idle = work < scaleInUtilisation * now && !scaleIn.paused;
	const gone = idle ? Math.min(scaleInPerSecond, now - wanted) : 0;
	const come = Math.min(scaleOutPerSecond, Math.max(0, wanted - now)) * launchSuccess;
	const replaced = deploys.paused ? 0 : deployPerSecond * now * (1 - launchSuccess);
	servers[HOME] = Math.max(0, now + come - gone - replaced);
	output.serversMissing = wanted > 0 ? Math.max(0, 1 - servers[HOME] / wanted) : 0;
}

function scaleStandby({servers}: Customer, work: number, parameters: CustomerParameters): void {
	const now = servers[STANDBY]!;
	const wanted = Math.min(parameters.serversMax, work / parameters.targetUtilisation);
	servers[STANDBY] = now + Math.min(parameters.standbyPerSecond, Math.max(0, wanted - now));
}

/** Notes crossings, and how long customers who are failed have heard nothing. */
function tell(
	customer: Customer,
	{failingErrors, untoldSeconds}: CustomerParameters,
	ctx: StepContext,
): void {
	const {output} = customer;
	const failing = staysHigh(customer.failing, output.errors, failingErrors, failingErrors / 5);
	if (failing !== customer.failing) {
		customer.failing = failing;
		say(
			ctx,
			failing ? 'error' : 'info',
			failing ? 'gateway: requests fail' : 'gateway: requests are served again',
		);
	}
	output.untoldSeconds = failing ? output.untoldSeconds + 1 : 0;
	output.untoldShare = output.untoldSeconds > untoldSeconds ? output.errors : 0;
}

function say(ctx: StepContext, level: 'info' | 'warn' | 'error', text: string): void {
	ctx.say({source: 'customer', level, kind: 'customer', text});
}
