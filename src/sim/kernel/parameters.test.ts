import {describe, expect, test} from 'vitest';
import {valuesOf, type ParameterTable} from './parameters.ts';

const TABLE = {
	leaseSeconds: {value: 300, unit: 's', source: 'assumed', section: 'model 4.3', what: 'a lease'},
	hosts: {value: 100, unit: 'hosts', source: 'inferred', section: 'model 4.3', what: 'hosts'},
} satisfies ParameterTable;

describe('a table of parameters', () => {
	test('gives its declared values', () => {
		expect(valuesOf(TABLE)).toEqual({leaseSeconds: 300, hosts: 100});
	});

	test('takes the values of an experiment in place of some, and stays as declared', () => {
		expect(valuesOf(TABLE, {hosts: 80})).toEqual({leaseSeconds: 300, hosts: 80});
		expect(TABLE.hosts.value).toBe(100);
	});

	test('refuses a name it does not declare', () => {
		expect(() => valuesOf(TABLE, {leaseSecond: 1})).toThrow('leaseSecond is a declared parameter');
	});
});
