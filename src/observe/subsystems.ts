/** What observation needs of single subsystems, beyond what the Region exports. */
export type {IncidentCallParameters} from '../sim/incident-call/index.ts';
export {ln, TEAMS, type Setup} from '../sim/kernel/index.ts';
export {zonePlaces} from '../sim/nlb/index.ts';
export {DEPENDENT_TABLE, type Dependency} from '../sim/dependents/index.ts';
export {ENDPOINTS, endpointIndex, hasTree, NOBODY, treeName} from '../sim/dns/index.ts';
export {negativeSecondsOf} from '../sim/resolvers/index.ts';
export {HOST_MODES, hostsStuckIfRestoredNow, marginOf, zoneOf} from '../sim/dwfm/index.ts';
export {
	INSPECT_ORDERS,
	isInspection,
	PUBLIC_ENDPOINTS,
	PUBLIC_NAMES,
	type InspectOrder,
	type PublicEndpoint,
} from '../sim/index.ts';
