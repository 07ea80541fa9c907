export {createResolvers, deliverResolvers, stepResolvers} from './resolvers.step.ts';
export {applyResolvers, RESOLVERS_ORDERS, validateResolvers} from './resolvers.orders.ts';
export {RESOLVERS_CHARTS} from './resolvers.machine.ts';
export * from './resolvers.parameters.ts';
export * from './resolvers.types.ts';
