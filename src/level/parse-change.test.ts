import {describe, expect, test} from 'vitest';
import {parametersWith, parseParameterChange} from './parse-change.ts';

describe('a change of a number', () => {
	test.each([
		['droplets.hosts=50', {part: 'droplets', name: 'hosts', value: 50}],
		[' dns.planSeconds = 0.6 ', {part: 'dns', name: 'planSeconds', value: 0.6}],
		['droplets.breaksPerSecond=3e-6', {part: 'droplets', name: 'breaksPerSecond', value: 3e-6}],
	])('%s is read', (typed, change) => {
		expect(parseParameterChange(typed)).toEqual({ok: true, change});
	});

	test.each([
		['droplets.hosts', '“droplets.hosts” is not a change: expected part.name=number.', []],
		['droplet.hosts=5', 'The model has no part “droplet”.', ['droplets']],
		['droplets.host=5', 'droplets has no number “host”.', ['hosts']],
		['droplets.__proto__=5', 'droplets has no number “__proto__”.', []],
		['droplets.hosts=-5', 'droplets.hosts is a number from 0 to 10000 (hosts), not “-5”.', []],
		['dns.planSeconds=0', 'dns.planSeconds is a number from 0.6 to 6000 (s), not “0”.', []],
		['droplets.hosts=many', 'droplets.hosts is a number from 0 to 10000 (hosts), not “many”.', []],
	])('%s is refused', (typed, message, suggestions) => {
		expect(parseParameterChange(typed)).toMatchObject({ok: false, message, suggestions});
	});

	test('the later of two counts', () => {
		const read = ['droplets.hosts=50', 'dns.planSeconds=30', 'droplets.hosts=60'].map(typed => {
			const parsed = parseParameterChange(typed);
			if (!parsed.ok) throw new Error(parsed.message);
			return parsed.change;
		});
		expect(parametersWith(read)).toEqual({droplets: {hosts: 60}, dns: {planSeconds: 30}});
	});
});
