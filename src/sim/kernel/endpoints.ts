/** The names customers ask for, by the short name operators use. */
export const PUBLIC_NAMES = {
	regional: 'dynamodb.us-east-1.amazonaws.com',
	'dual-stack': 'dynamodb.us-east-1.api.aws',
	fips: 'dynamodb-fips.us-east-1.amazonaws.com',
	account: '111122223333.ddb.us-east-1.api.aws',
} as const;
export type PublicEndpoint = keyof typeof PUBLIC_NAMES;

export const PUBLIC_ENDPOINTS = ['regional', 'dual-stack', 'fips', 'account'] as const;

/** A cell of the service's own, which carries no customer traffic. */
export type Cell = `cell-${string}`;
export type EndpointId = PublicEndpoint | Cell;

const CELLS = 20;

export const CELL_IDS = Array.from(
	{length: CELLS},
	(_, index): Cell => `cell-${String(index + 1).padStart(2, '0')}`,
);

/** The 24 endpoints one plan feeds, in the order of every array indexed by endpoint. */
export const ENDPOINT_IDS: readonly EndpointId[] = [...PUBLIC_ENDPOINTS, ...CELL_IDS];
