import {enter, move, type StepContext, type Setup} from '../kernel/index.ts';
import {cacheMachine} from './resolvers.machine.ts';
import type {ResolversParameters} from './resolvers.parameters.ts';
import {
	NAMES,
	SCOPES,
	type Resolvers,
	type ResolversInputs,
	type ResolversOutput,
} from './resolvers.types.ts';
import {constantsOf} from './constants.ts';

export type ResolversConditions = Setup<ResolversParameters>;

const SCOPES_AND_NAMES = SCOPES.length * NAMES.length;
/** A share below this counts as none. */
const CLEAR = 1e-6;

export function createResolvers(_conditions: ResolversConditions, ctx: StepContext): Resolvers {
	return {
		negative: new Float64Array(SCOPES_AND_NAMES),
		fallPerSecond: new Float64Array(SCOPES_AND_NAMES),
		wasEmpty: new Float64Array(NAMES.length),
		caches: SCOPES.flatMap(scope =>
			NAMES.map(name => {
				const mode = enter(cacheMachine, `resolvers/${scope}/${name}`, ctx);
				return {scope, name, mode, overrideSince: 0};
			}),
		),
		output: {customersEmpty: 0, prodEmpty: 0, dwfmEmpty: 0, capacityShare: 1},
	};
}

/**
 * One second of caching. While a name is empty, resolvers come to hold the empty answer within seconds,
 * because good answers are short-lived; once it answers, each gives up the empty one at the end of its
 * own fifteen minutes, which began at any time within the last fifteen.
 */
export function stepResolvers(
	resolvers: Resolvers,
	inputs: ResolversInputs,
	setup: ResolversConditions,
	ctx: StepContext,
): ResolversOutput {
	const {output, wasEmpty} = resolvers;
	for (let name = 0; name < NAMES.length; name++) {
		const emptyShare = emptyShareOf(inputs, name, setup);
		for (let scope = 0; scope < SCOPES.length; scope++) {
			const index = scope * NAMES.length + name;
			follow(resolvers, index, emptyShare, wasEmpty[name]!, ctx);
			settle(resolvers, index, emptyShare, wasEmpty[name]!, setup);
			if (scope === 0 && inputs.flushAdvised) flushOnAdvice(resolvers, name, emptyShare, setup);
		}
		wasEmpty[name] = emptyShare;
	}
	output.customersEmpty = emptyOf(resolvers, 0, setup, ctx);
	output.prodEmpty = emptyOf(resolvers, 1, setup, ctx);
	output.dwfmEmpty = emptyOf(resolvers, 2, setup, ctx);
	output.capacityShare = capacityOf(inputs, setup);
	return output;
}

/**
 * Share of a name's clients whose name is empty at the authoritative servers: none or all of them, or,
 * with the endpoint split into cells, as many as there are empty cells.
 */
function emptyShareOf(
	{answers}: ResolversInputs,
	name: number,
	{switches}: ResolversConditions,
): number {
	if (!switches['zonal-dns']) return answers[name] === 0 ? 1 : 0;
	const cells = answers.length - NAMES.length;
	let empty = 0;
	for (let cell = NAMES.length; cell < answers.length; cell++) if (answers[cell] === 0) empty++;
	return empty / cells;
}

/** Tells a cache's chart when its name is emptied or answers again, and when the last empty answer has run out. */
function follow(
	{caches, negative}: Resolvers,
	index: number,
	emptyShare: number,
	emptyBefore: number,
	ctx: StepContext,
): void {
	const {mode} = caches[index]!;
	if (emptyShare > 0 !== emptyBefore > 0) {
		move(cacheMachine, mode, emptyShare > 0 ? 'NAME_LOST' : 'NAME_FOUND', ctx);
	} else if (mode.value === 'expiring' && negative[index]! < CLEAR) {
		move(cacheMachine, mode, 'CACHES_CLEARED', ctx);
	}
}

/** The share of resolvers that hold the empty answer, a second later. */
function settle(
	resolvers: Resolvers,
	index: number,
	emptyShare: number,
	emptyBefore: number,
	{parameters, switches}: ResolversConditions,
): void {
	const {negative, fallPerSecond} = resolvers;
	const {goodKept} = constantsOf(parameters);
	const held = negative[index]!;
	switch (resolvers.caches[index]!.mode.value) {
		case 'answering':
			negative[index] = 0;
			return;
		case 'overridden':
			negative[index] = held * goodKept;
			return;
		case 'emptied':
			if (held >= emptyShare) break;
			negative[index] = emptyShare - (emptyShare - held) * goodKept;
			fallPerSecond[index] = 0;
			return;
	}
	if (held === emptyShare) return;
	if (fallPerSecond[index] === 0 || emptyShare < emptyBefore) {
		fallPerSecond[index] = (held - emptyShare) / negativeSecondsOf({parameters, switches});
	}
	negative[index] = Math.max(emptyShare, held - fallPerSecond[index]!);
}

/** How long a resolver keeps an empty answer: one rule for everybody who asks. */
export function negativeSecondsOf({parameters, switches}: ResolversConditions): number {
	return switches['short-negative-ttl']
		? parameters.negativeShortSeconds
		: parameters.negativeSeconds;
}

/** Customers who were told to flush lose the empty answer sooner than it would end by itself. */
function flushOnAdvice(
	{negative, fallPerSecond}: Resolvers,
	name: number,
	emptyShare: number,
	{parameters}: ResolversConditions,
): void {
	const sooner = fallPerSecond[name]! * (parameters.advisedFlushRatio - 1);
	if (negative[name]! > emptyShare) negative[name] = Math.max(emptyShare, negative[name]! - sooner);
}

/** Share of a scope's look-ups that come back with nothing. */
function emptyOf(
	resolvers: Resolvers,
	scope: number,
	{parameters}: ResolversConditions,
	ctx: StepContext,
): number {
	const weightOf = constantsOf(parameters).weights;
	let empty = 0;
	let weights = 0;
	for (let name = 0; name < NAMES.length; name++) {
		const index = scope * NAMES.length + name;
		const weight = weightOf[index]!;
		const dead = retiredShare(resolvers, index, parameters, ctx);
		empty += weight * Math.max(resolvers.negative[index]!, dead);
		weights += weight;
	}
	return Math.min(1, empty / weights);
}

/** Fixed addresses are right for hours, and then slowly are not. */
function retiredShare(
	resolvers: Resolvers,
	index: number,
	parameters: ResolversParameters,
	ctx: StepContext,
): number {
	const {mode, overrideSince} = resolvers.caches[index]!;
	if (mode.value !== 'overridden') return 0;
	const late = ctx.now - overrideSince - parameters.overrideGoodSeconds;
	return Math.min(1, Math.max(0, (late * parameters.overrideDecayPerHour) / 3600));
}

/** Over the names that answer at all: a name that answers with a handful leads to a handful. */
function capacityOf(
	{answers, fullAnswers}: ResolversInputs,
	{parameters, switches}: ResolversConditions,
): number {
	const weightOf = constantsOf(parameters).weights;
	let share = 0;
	let weights = 0;
	const first = switches['zonal-dns'] ? NAMES.length : 0;
	const last = switches['zonal-dns'] ? answers.length : NAMES.length;
	for (let index = first; index < last; index++) {
		const count = answers[index]!;
		if (count === 0) continue;
		const weight = switches['zonal-dns'] ? 1 : weightOf[index]!;
		share += (weight * Math.min(count, fullAnswers)) / fullAnswers;
		weights += weight;
	}
	return weights === 0 ? 1 : share / weights;
}
