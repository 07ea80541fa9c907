export * from './automations.ts';
export * from './cast.ts';
export {automationsNamed} from './dns/index.ts';
export * from './former-names.ts';
export {CALLBACKS, FLOWS_STATIC, QUEUE_MESSAGE} from './connect/index.ts';
export {ON_FARGATE} from './containers/index.ts';
export {
	CALLER_NAMES,
	callerErrorsOf,
	callerShares,
	IAM_FROM_COPY,
	iamStoreErrorsOf,
	SESSIONS_EXTENDED,
	SHED,
} from './identity/index.ts';
export {DEPENDENT_TABLE} from './dependents/index.ts';
export * from './harm.ts';
export {FOLLOWED_WORDS} from './incident-call/index.ts';
export * from './snapshot.ts';
export {
	BrokenInvariant,
	assert,
	boundsOf,
	copyOf,
	restoreInto,
	hash,
	isWithin,
	NAME_ELSEWHERE_EMPTY,
	troubleOf,
	leverOf,
	leverSetTo,
	percent,
	PUBLIC_ENDPOINTS,
	PUBLIC_NAMES,
	randomStreams,
	type Rng,
	numberAt,
	readyForFractions,
	tick,
	SWITCHES,
	SWITCH_NAMES,
	unreachable,
	valueAt,
	type Blank,
	type Bounds,
	type AnySubsystem,
	type Fact,
	type Fault,
	type FaultBlank,
	type Order,
	type OrderSpec,
	type OrderTable,
	type PublicEndpoint,
	type Parameter,
	type ParameterTable,
	type Switch,
	type Switches,
	type Team,
	type Tick,
	SYSTEM_NAMES,
	SYSTEMS,
	type SystemAlerts,
	type SystemName,
	type SystemPanel,
} from './kernel/index.ts';
export {INSPECT_ORDERS, isInspection, type InspectId, type InspectOrder} from './inspect-orders.ts';
export {elsewhereOf} from './launches/index.ts';
export * from './milestones.ts';
export {AGREEMENTS, MONEY_PARAMETERS, moneyOf, type Money} from './money.ts';
export * from './order.ts';
export * from './subsystems.ts';
export {nameEmptiesAt} from './race-preview.ts';
export {recur} from './recurrence.ts';
export * from './world-version.ts';
export * from './world.ts';
export type * from './world.types.ts';
