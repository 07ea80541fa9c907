import * as identity from './identity/index.ts';
import * as nlb from './nlb/index.ts';
import * as border from './border/index.ts';
import * as incidentCall from './incident-call/index.ts';
import * as connect from './connect/index.ts';
import * as containers from './containers/index.ts';
import * as dependents from './dependents/index.ts';
import * as dns from './dns/index.ts';
import * as dwfm from './dwfm/index.ts';
import * as lambda from './lambda/index.ts';
import * as launches from './launches/index.ts';
import * as network from './network/index.ts';
import {subsystem, type AnySubsystem} from './subsystem.ts';
import * as resolvers from './resolvers/index.ts';
import * as dynamodb from './dynamodb/index.ts';
import * as support from './support/index.ts';
import * as telemetry from './telemetry/index.ts';
import * as redshift from './redshift/index.ts';

/** Every subsystem of the Region, in the causal order in which trouble travels. */
export const SUBSYSTEM_NAMES = [
	'border',
	'dns',
	'resolvers',
	'dynamodb',
	'identity',
	'dwfm',
	'launches',
	'network',
	'nlb',
	'lambda',
	'containers',
	'connect',
	'redshift',
	'support',
	'telemetry',
	'dependents',
	'incidentCall',
] as const;
export type SubsystemName = (typeof SUBSYSTEM_NAMES)[number];

/** The state of every subsystem, by name. */
export type Region = {
	readonly border: border.Border;
	readonly dns: dns.Dns;
	readonly resolvers: resolvers.Resolvers;
	readonly dynamodb: dynamodb.DynamoDb;
	readonly identity: identity.Identity;
	readonly dwfm: dwfm.Dwfm;
	readonly launches: launches.Launches;
	readonly network: network.Network;
	readonly nlb: nlb.Nlb;
	readonly lambda: lambda.Lambda;
	readonly containers: containers.Containers;
	readonly connect: connect.Connect;
	readonly redshift: redshift.Redshift;
	readonly support: support.Support;
	readonly telemetry: telemetry.Telemetry;
	readonly dependents: dependents.Dependents;
	readonly incidentCall: incidentCall.IncidentCall;
};

export const SUBSYSTEMS: Readonly<Record<SubsystemName, AnySubsystem>> = {
	border: subsystem({
		parameters: border.BORDER_PARAMETERS,
		charts: border.BORDER_CHARTS,
		create: border.createBorder,
		deliver: border.deliverBorder,
		injectFault: border.injectBorderFault,
		orders: border.BORDER_ORDERS,
		validate: border.validateBorder,
		apply: border.applyBorder,
	}),
	dns: subsystem({
		parameters: dns.DNS_PARAMETERS,
		charts: dns.DNS_CHARTS,
		create: dns.createDns,
		deliver: dns.deliverDns,
		injectFault: dns.injectDnsFault,
		orders: dns.DNS_ORDERS,
		validate: dns.validateDns,
		apply: dns.applyDns,
	}),
	resolvers: subsystem({
		parameters: resolvers.RESOLVERS_PARAMETERS,
		charts: resolvers.RESOLVERS_CHARTS,
		create: resolvers.createResolvers,
		deliver: resolvers.deliverResolvers,
		orders: resolvers.RESOLVERS_ORDERS,
		validate: resolvers.validateResolvers,
		apply: resolvers.applyResolvers,
	}),
	dynamodb: subsystem({
		parameters: dynamodb.DYNAMODB_PARAMETERS,
		charts: dynamodb.DYNAMODB_CHARTS,
		create: dynamodb.createDynamoDb,
		deliver: dynamodb.deliverDynamoDb,
	}),
	identity: subsystem({
		parameters: identity.IDENTITY_PARAMETERS,
		charts: identity.IDENTITY_CHARTS,
		create: identity.createIdentity,
		deliver: identity.deliverIdentity,
		orders: identity.IDENTITY_ORDERS,
		validate: identity.validateIdentity,
		apply: identity.applyIdentity,
	}),
	dwfm: subsystem({
		parameters: dwfm.DWFM_PARAMETERS,
		charts: dwfm.DWFM_CHARTS,
		create: dwfm.createDwfm,
		deliver: dwfm.deliverDwfm,
		injectFault: dwfm.injectDwfmFault,
		orders: dwfm.DWFM_ORDERS,
		validate: dwfm.validateDwfm,
		apply: dwfm.applyDwfm,
	}),
	launches: subsystem({
		parameters: launches.LAUNCHES_PARAMETERS,
		charts: launches.LAUNCHES_CHARTS,
		create: launches.createLaunches,
		deliver: launches.deliverLaunches,
		orders: launches.LAUNCHES_ORDERS,
		validate: launches.validateLaunches,
		apply: launches.applyLaunches,
	}),
	network: subsystem({
		parameters: network.NETWORK_PARAMETERS,
		charts: network.NETWORK_CHARTS,
		create: network.createNetwork,
		deliver: network.deliverNetwork,
		orders: network.NETWORK_ORDERS,
		validate: network.validateNetwork,
		apply: network.applyNetwork,
	}),
	nlb: subsystem({
		parameters: nlb.NLB_PARAMETERS,
		charts: nlb.NLB_CHARTS,
		create: nlb.createNlb,
		deliver: nlb.deliverNlb,
		orders: nlb.NLB_ORDERS,
		validate: nlb.validateNlb,
		apply: nlb.applyNlb,
	}),
	lambda: subsystem({
		parameters: lambda.LAMBDA_PARAMETERS,
		charts: lambda.LAMBDA_CHARTS,
		create: lambda.createLambda,
		deliver: lambda.deliverLambda,
		orders: lambda.LAMBDA_ORDERS,
		validate: lambda.validateLambda,
		apply: lambda.applyLambda,
	}),
	containers: subsystem({
		parameters: containers.CONTAINERS_PARAMETERS,
		charts: containers.CONTAINERS_CHARTS,
		create: containers.createContainers,
		deliver: containers.deliverContainers,
		orders: containers.CONTAINERS_ORDERS,
		validate: containers.validateContainers,
		apply: containers.applyContainers,
	}),
	connect: subsystem({
		parameters: connect.CONNECT_PARAMETERS,
		charts: connect.CONNECT_CHARTS,
		create: connect.createConnect,
		deliver: connect.deliverConnect,
	}),
	redshift: subsystem({
		parameters: redshift.REDSHIFT_PARAMETERS,
		charts: redshift.REDSHIFT_CHARTS,
		create: redshift.createRedshift,
		deliver: redshift.deliverRedshift,
		orders: redshift.REDSHIFT_ORDERS,
		validate: redshift.validateRedshift,
		apply: redshift.applyRedshift,
	}),
	support: subsystem({
		parameters: support.SUPPORT_PARAMETERS,
		charts: support.SUPPORT_CHARTS,
		create: support.createSupport,
		deliver: support.deliverSupport,
		orders: support.SUPPORT_ORDERS,
		validate: support.validateSupport,
		apply: support.applySupport,
	}),
	telemetry: subsystem({
		parameters: telemetry.TELEMETRY_PARAMETERS,
		charts: telemetry.TELEMETRY_CHARTS,
		create: telemetry.createTelemetry,
		deliver: telemetry.deliverTelemetry,
	}),
	dependents: subsystem({
		parameters: dependents.DEPENDENTS_PARAMETERS,
		charts: dependents.DEPENDENTS_CHARTS,
		create: dependents.createDependents,
		deliver: dependents.deliverDependents,
	}),
	incidentCall: subsystem({
		parameters: incidentCall.INCIDENT_CALL_PARAMETERS,
		charts: incidentCall.INCIDENT_CALL_CHARTS,
		create: incidentCall.createIncidentCall,
		deliver: incidentCall.deliverIncidentCall,
		orders: incidentCall.INCIDENT_CALL_ORDERS,
		validate: incidentCall.validateIncidentCall,
		apply: incidentCall.applyIncidentCall,
	}),
};
