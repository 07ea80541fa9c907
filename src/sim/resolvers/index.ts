import {subsystem} from '../kernel/index.ts';
import {RESOLVERS_FAULTS} from './resolvers.faults.ts';
import {RESOLVERS_PARAMETERS} from './resolvers.parameters.ts';
import {RESOLVERS_ORDERS} from './resolvers.orders.ts';
import {createResolvers, stepResolvers} from './resolvers.step.ts';
import {RESOLVERS_CHARTS} from './resolvers.machine.ts';

export {negativeSecondsOf} from './resolvers.step.ts';
export * from './resolvers.parameters.ts';
export * from './resolvers.types.ts';

/** Resolvers and their caches, customers’ and internal. */
export const resolvers = subsystem({
	parameters: RESOLVERS_PARAMETERS,
	charts: RESOLVERS_CHARTS,
	orders: RESOLVERS_ORDERS,
	faults: RESOLVERS_FAULTS,
	inputs: () => ({answers: [], fullAnswers: 0, flushAdvised: false}),
	create: createResolvers,
	step: stepResolvers,
});
