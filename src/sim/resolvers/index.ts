export {createResolvers, deliverResolvers, stepResolvers} from './resolvers.step.ts';
export {carryOutResolvers, RESOLVERS_ORDERS, weighResolvers} from './resolvers.orders.ts';
export {RESOLVERS_CHARTS} from './resolvers.machine.ts';
export * from './resolvers.parameters.ts';
export * from './resolvers.types.ts';
