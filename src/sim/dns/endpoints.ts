/** One name of DynamoDB in the Region, with its own hosted zone, record tree and lock (canon 2.1). */
export type Endpoint = {
	readonly id: string;
	/** The name clients look up; account endpoints share a suffix. */
	readonly host: string;
	/** Cells carry no customer traffic. */
	readonly public: boolean;
	/** The endpoint whose answers this one gives, because its name is a CNAME to that one. */
	readonly follows: number | null;
};

const CELLS = 20;

export const REGIONAL = 0;
export const FIRST_CELL = 4;

/** The 24 endpoints one plan feeds, in the order of every array indexed by endpoint. */
export const ENDPOINTS: readonly Endpoint[] = [
	publicEndpoint('regional', 'dynamodb.us-east-1.amazonaws.com', null),
	publicEndpoint('dual-stack', 'dynamodb.us-east-1.api.aws', null),
	publicEndpoint('fips', 'dynamodb-fips.us-east-1.amazonaws.com', null),
	publicEndpoint('account', '*.ddb.us-east-1.api.aws', REGIONAL),
	...Array.from({length: CELLS}, (_, cell) => cellEndpoint(cell + 1)),
];

export const ENDPOINT_IDS: readonly string[] = ENDPOINTS.map(endpoint => endpoint.id);

/** The index of an endpoint by its id, or -1. */
export function endpointIndex(id: string): number {
	return ENDPOINT_IDS.indexOf(id);
}

function publicEndpoint(id: string, host: string, follows: number | null): Endpoint {
	return {id, host, public: true, follows};
}

function cellEndpoint(number: number): Endpoint {
	const id = `cell-${String(number).padStart(2, '0')}`;
	return {id, host: `${id}.ddb.us-east-1.internal`, public: false, follows: null};
}
