/** What observation needs of the Region beyond the world's own door. */
export {DEPENDENT_TABLE} from '../sim/dependents/index.ts';
export {ENDPOINTS, endpointIndex, hasTree, NOBODY, treeName} from '../sim/dns/index.ts';
export {marginOf, zoneOf} from '../sim/droplets/index.ts';
export {LOOK_ORDERS, PUBLIC_NAMES, type LookId, type PublicEndpoint} from '../sim/index.ts';
