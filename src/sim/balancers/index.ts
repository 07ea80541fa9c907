export {BALANCERS_CHARTS} from './balancers.machine.ts';
export {BALANCERS_ORDERS, carryOutBalancers, weighBalancers} from './balancers.orders.ts';
export {BALANCERS_PARAMETERS, type BalancersParameters} from './balancers.parameters.ts';
export {createBalancers, deliverBalancers, stepBalancers} from './balancers.step.ts';
export {zonePlaces} from './zone-failover.ts';
export type {
	Balancers,
	BalancersInputs,
	BalancersOutput,
	Class,
	ZoneHold,
} from './balancers.types.ts';
