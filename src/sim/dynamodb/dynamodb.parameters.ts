import type {Parameter, ParameterTable, Source, Values} from '../kernel/index.ts';

const row = (
	value: number,
	unit: string,
	source: Source,
	section: string,
	what: string,
): Parameter => ({value, unit, source, section, what});

export const DYNAMODB_PARAMETERS = {
	customerPoolSeconds: row(
		600,
		's',
		'assumed',
		'model 4.2',
		'life of a customer’s pooled connection',
	),
	customerReconnectSeconds: row(
		20,
		's',
		'assumed',
		'model 4.2',
		'a customer reconnects within this',
	),
	prodPoolSeconds: row(
		100,
		's',
		'inferred',
		'canon 1.1',
		'pooled connection of an internal service (STS fails at 23:51)',
	),
	prodReconnectSeconds: row(
		40,
		's',
		'inferred',
		'canon 1.1',
		'an internal service reconnects within this (STS back 01:19)',
	),
	replicaPoolSeconds: row(
		120,
		's',
		'assumed',
		'canon 2.1',
		'connection of a global-table replicator',
	),
	replicaCatchUpFactor: row(
		110,
		'x',
		'inferred',
		'canon 1.1',
		'replication speed with all replicators back (02:32)',
	),
	requestsPerSecond: row(
		5e8,
		'1/s',
		'inferred',
		'canon 2.1',
		'requests in the Region ("hundreds of tables" at 500,000/s)',
	),
	connections: row(2e7, 'count', 'assumed', 'model 4.2', 'pooled connections of all clients'),
	utilisation: row(0.45, 'share', 'assumed', 'model 4.2', 'of the front-end fleet at usual load'),
	hardRetryRatio: row(
		1.6,
		'multiple',
		'assumed',
		'canon 5.2',
		'load of clients that were told to retry hard, over the usual',
	),
	surgeShare: row(
		0.03,
		'1/s',
		'assumed',
		'canon 5.2',
		'new connections the whole fleet can take, of all clients',
	),
	balancerWeight: row(
		0.25,
		'share',
		'assumed',
		'canon 2.9',
		'of internal balancer errors that reach a request',
	),
} as const satisfies ParameterTable;

export type DynamoDbParameters = Values<typeof DYNAMODB_PARAMETERS>;
