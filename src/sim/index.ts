export {automationsNamed} from './dns/index.ts';
export * from './harm.ts';
export * from './keep.ts';
export {
	BrokenInvariant,
	assert,
	copyOf,
	fill,
	hash,
	luck,
	readyForFractions,
	tick,
	SWITCHES,
	SWITCH_NAMES,
	unreachable,
	type Blank,
	type Fact,
	type Order,
	type OrderSpec,
	type OrderTable,
	type Parameter,
	type ParameterTable,
	type Switch,
	type Switches,
	type Team,
	type Tick,
} from './kernel/index.ts';
export {LOOK_ORDERS, PUBLIC_NAMES, type LookId, type PublicEndpoint} from './looks.ts';
export * from './milestones.ts';
export * from './order.ts';
export * from './part.ts';
export * from './parts.ts';
export {nameEmptiesAt} from './story.ts';
export {recur} from './recur.ts';
export * from './world-version.ts';
export * from './world.ts';
export type * from './world.types.ts';
