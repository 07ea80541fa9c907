export {createStore, deliverStore, stepStore} from './store.step.ts';
export {STORE_CHARTS} from './store.machine.ts';
export * from './store.parameters.ts';
export * from './store.types.ts';
