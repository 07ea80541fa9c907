import {lastingFault} from '../kernel/index.ts';

export const API_ERRORS = 'launch-api-errors';
export const PLACES_LOST = 'lose-places';
export const DEMAND_SURGE = 'launch-surge';

export const LAUNCHES_FAULTS = {
	...lastingFault(API_ERRORS, {
		what: 'that share of admitted requests to the launch API fails',
		ends: 'the launch API answers as usual',
	}),
	...lastingFault(PLACES_LOST, {
		what: 'that share of the places for instances is gone, as when a zone’s capacity is lost (a sixth each)',
		ends: 'every place for instances can be used',
	}),
	...lastingFault(DEMAND_SURGE, {
		what: 'customers want so many times as many launches more',
		ends: 'customers want what the hour usually sees',
		amount: ['factor', {kind: 'decimal', min: 0.01, max: 20, unit: 'times'}],
	}),
};
