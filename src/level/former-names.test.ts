import {expect, test} from 'vitest';
import {withCurrentNames, withFormerNames} from './former-names.ts';

// A thing of before, and the same as it is called today.
test.each([
	[
		'a system',
		{metric: 'store.customerErrors', above: 0.1},
		{metric: 'dynamodb.customerErrors', above: 0.1},
	],
	['a panel', {panel: 'balancers'}, {panel: 'nlb'}],
	['several panels', {panels: ['dns', 'balancers']}, {panels: ['dns', 'nlb']}],
	['a subsystem with a fault', [{to: 'balancers', type: 'x'}], [{to: 'nlb', type: 'x'}]],
	[
		'a subsystem with numbers',
		{parameters: {droplets: {hosts: 3}}},
		{parameters: {dwfm: {hosts: 3}}},
	],
	['a note', {about: 'opened', panel: 'balancers'}, {about: 'opened', panel: 'nlb'}],
])('%s is read by the name it has today, and hashed by the one it had', (_, former, current) => {
	expect(withCurrentNames<unknown>(former)).toEqual(current);
	expect(withCurrentNames<unknown>(current)).toEqual(current);
	expect(withFormerNames(current)).toEqual(former);
});

test.each([
	{metric: 'dwfm.queued', below: 1},
	{done: 'show balancers'},
	{words: ['balancers']},
	{metric: 'store'},
])('%j had no other name', value => {
	expect(withCurrentNames<unknown>(value)).toEqual(value);
	expect(withFormerNames(value)).toEqual(value);
});
