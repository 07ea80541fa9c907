import * as access from './access/index.ts';
import * as balancers from './balancers/index.ts';
import * as border from './border/index.ts';
import * as call from './call/index.ts';
import * as contact from './contact/index.ts';
import * as containers from './containers/index.ts';
import * as dependents from './dependents/index.ts';
import * as dns from './dns/index.ts';
import * as droplets from './droplets/index.ts';
import * as functions from './functions/index.ts';
import * as launches from './launches/index.ts';
import * as network from './network/index.ts';
import {part, type Part} from './part.ts';
import * as resolvers from './resolvers/index.ts';
import * as store from './store/index.ts';
import * as support from './support/index.ts';
import * as telemetry from './telemetry/index.ts';
import * as warehouse from './warehouse/index.ts';

/** Every subsystem of the Region, in the causal order in which trouble travels. */
export const PART_NAMES = [
	'border',
	'dns',
	'resolvers',
	'store',
	'access',
	'droplets',
	'launches',
	'network',
	'balancers',
	'functions',
	'containers',
	'contact',
	'warehouse',
	'support',
	'telemetry',
	'dependents',
	'call',
] as const;
export type PartName = (typeof PART_NAMES)[number];

/** The state of every subsystem, by name. */
export type Region = {
	readonly border: border.Border;
	readonly dns: dns.Dns;
	readonly resolvers: resolvers.Resolvers;
	readonly store: store.Store;
	readonly access: access.Access;
	readonly droplets: droplets.Droplets;
	readonly launches: launches.Launches;
	readonly network: network.Network;
	readonly balancers: balancers.Balancers;
	readonly functions: functions.Functions;
	readonly containers: containers.Containers;
	readonly contact: contact.Contact;
	readonly warehouse: warehouse.Warehouse;
	readonly support: support.Support;
	readonly telemetry: telemetry.Telemetry;
	readonly dependents: dependents.Dependents;
	readonly call: call.Call;
};

export const PARTS: Readonly<Record<PartName, Part>> = {
	border: part({
		parameters: border.BORDER_PARAMETERS,
		charts: border.BORDER_CHARTS,
		create: border.createBorder,
		deliver: border.deliverBorder,
		strike: border.strikeBorder,
		orders: border.BORDER_ORDERS,
		weigh: border.weighBorder,
		carryOut: border.carryOutBorder,
	}),
	dns: part({
		parameters: dns.DNS_PARAMETERS,
		charts: dns.DNS_CHARTS,
		create: dns.createDns,
		deliver: dns.deliverDns,
		strike: dns.strikeDns,
		orders: dns.DNS_ORDERS,
		weigh: dns.weighDns,
		carryOut: dns.carryOutDns,
	}),
	resolvers: part({
		parameters: resolvers.RESOLVERS_PARAMETERS,
		charts: resolvers.RESOLVERS_CHARTS,
		create: resolvers.createResolvers,
		deliver: resolvers.deliverResolvers,
		orders: resolvers.RESOLVERS_ORDERS,
		weigh: resolvers.weighResolvers,
		carryOut: resolvers.carryOutResolvers,
	}),
	store: part({
		parameters: store.STORE_PARAMETERS,
		charts: store.STORE_CHARTS,
		create: store.createStore,
		deliver: store.deliverStore,
	}),
	access: part({
		parameters: access.ACCESS_PARAMETERS,
		charts: access.ACCESS_CHARTS,
		create: access.createAccess,
		deliver: access.deliverAccess,
		orders: access.ACCESS_ORDERS,
		weigh: access.weighAccess,
		carryOut: access.carryOutAccess,
	}),
	droplets: part({
		parameters: droplets.DROPLETS_PARAMETERS,
		charts: droplets.DROPLETS_CHARTS,
		create: droplets.createDroplets,
		deliver: droplets.deliverDroplets,
		strike: droplets.strikeDroplets,
		orders: droplets.DROPLETS_ORDERS,
		weigh: droplets.weighDroplets,
		carryOut: droplets.carryOutDroplets,
	}),
	launches: part({
		parameters: launches.LAUNCHES_PARAMETERS,
		charts: launches.LAUNCHES_CHARTS,
		create: launches.createLaunches,
		deliver: launches.deliverLaunches,
		orders: launches.LAUNCHES_ORDERS,
		weigh: launches.weighLaunches,
		carryOut: launches.carryOutLaunches,
	}),
	network: part({
		parameters: network.NETWORK_PARAMETERS,
		charts: network.NETWORK_CHARTS,
		create: network.createNetwork,
		deliver: network.deliverNetwork,
		orders: network.NETWORK_ORDERS,
		weigh: network.weighNetwork,
		carryOut: network.carryOutNetwork,
	}),
	balancers: part({
		parameters: balancers.BALANCERS_PARAMETERS,
		charts: balancers.BALANCERS_CHARTS,
		create: balancers.createBalancers,
		deliver: balancers.deliverBalancers,
		orders: balancers.BALANCERS_ORDERS,
		weigh: balancers.weighBalancers,
		carryOut: balancers.carryOutBalancers,
	}),
	functions: part({
		parameters: functions.FUNCTIONS_PARAMETERS,
		charts: functions.FUNCTIONS_CHARTS,
		create: functions.createFunctions,
		deliver: functions.deliverFunctions,
		orders: functions.FUNCTIONS_ORDERS,
		weigh: functions.weighFunctions,
		carryOut: functions.carryOutFunctions,
	}),
	containers: part({
		parameters: containers.CONTAINERS_PARAMETERS,
		charts: containers.CONTAINERS_CHARTS,
		create: containers.createContainers,
		deliver: containers.deliverContainers,
		orders: containers.CONTAINERS_ORDERS,
		weigh: containers.weighContainers,
		carryOut: containers.carryOutContainers,
	}),
	contact: part({
		parameters: contact.CONTACT_PARAMETERS,
		charts: contact.CONTACT_CHARTS,
		create: contact.createContact,
		deliver: contact.deliverContact,
	}),
	warehouse: part({
		parameters: warehouse.WAREHOUSE_PARAMETERS,
		charts: warehouse.WAREHOUSE_CHARTS,
		create: warehouse.createWarehouse,
		deliver: warehouse.deliverWarehouse,
		orders: warehouse.WAREHOUSE_ORDERS,
		weigh: warehouse.weighWarehouse,
		carryOut: warehouse.carryOutWarehouse,
	}),
	support: part({
		parameters: support.SUPPORT_PARAMETERS,
		charts: support.SUPPORT_CHARTS,
		create: support.createSupport,
		deliver: support.deliverSupport,
		orders: support.SUPPORT_ORDERS,
		weigh: support.weighSupport,
		carryOut: support.carryOutSupport,
	}),
	telemetry: part({
		parameters: telemetry.TELEMETRY_PARAMETERS,
		charts: telemetry.TELEMETRY_CHARTS,
		create: telemetry.createTelemetry,
		deliver: telemetry.deliverTelemetry,
	}),
	dependents: part({
		parameters: dependents.DEPENDENTS_PARAMETERS,
		charts: dependents.DEPENDENTS_CHARTS,
		create: dependents.createDependents,
		deliver: dependents.deliverDependents,
	}),
	call: part({
		parameters: call.CALL_PARAMETERS,
		charts: call.CALL_CHARTS,
		create: call.createCall,
		deliver: call.deliverCall,
		orders: call.CALL_ORDERS,
		weigh: call.weighCall,
		carryOut: call.carryOutCall,
	}),
};
