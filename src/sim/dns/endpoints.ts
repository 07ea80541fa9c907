import {
	CELL_IDS,
	ENDPOINT_IDS,
	PUBLIC_NAMES,
	type Cell,
	type EndpointId,
	type PublicEndpoint,
} from '../kernel/index.ts';

/** One name of DynamoDB in the Region, with its own hosted zone, record tree and lock (canon 2.1). */
export type Endpoint = {
	readonly id: EndpointId;
	/** The name clients look up; account endpoints share a suffix. */
	readonly host: string;
	/** Cells carry no customer traffic. */
	readonly public: boolean;
	/** The endpoint whose answers this one gives, because its name is a CNAME to that one. */
	readonly follows: number | null;
};

export const REGIONAL = 0;
export const FIRST_CELL = 4;

/** In the order of ENDPOINT_IDS. */
export const ENDPOINTS: readonly Endpoint[] = [
	publicEndpoint('regional', PUBLIC_NAMES.regional, null),
	publicEndpoint('dual-stack', PUBLIC_NAMES['dual-stack'], null),
	publicEndpoint('fips', PUBLIC_NAMES.fips, null),
	publicEndpoint('account', '*.ddb.us-east-1.api.aws', REGIONAL),
	...CELL_IDS.map(cellEndpoint),
];

/** The index of an endpoint by its id, or -1. */
export function endpointIndex(id: string): number {
	return ENDPOINT_IDS.findIndex(known => known === id);
}

function publicEndpoint(id: PublicEndpoint, host: string, follows: number | null): Endpoint {
	return {id, host, public: true, follows};
}

function cellEndpoint(id: Cell): Endpoint {
	return {id, host: `${id}.ddb.us-east-1.internal`, public: false, follows: null};
}
