/** What observation needs of the Region beyond the world's own door. */
export type {CallParameters} from '../sim/call/index.ts';
export type {Conditions} from '../sim/kernel/index.ts';
export {zonePlaces} from '../sim/balancers/index.ts';
export {DEPENDENT_TABLE, type Dependency} from '../sim/dependents/index.ts';
export {ENDPOINTS, endpointIndex, hasTree, NOBODY, treeName} from '../sim/dns/index.ts';
export {hostsStuckIfRestoredNow, marginOf, zoneOf} from '../sim/droplets/index.ts';
export {LOOK_ORDERS, PUBLIC_NAMES, type LookId, type PublicEndpoint} from '../sim/index.ts';
