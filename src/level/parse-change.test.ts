import {describe, expect, test} from 'vitest';
import {parametersWith, parseParameterChange} from './parse-change.ts';

describe('a change of a number', () => {
	test.each([
		['dwfm.hosts=50', {part: 'dwfm', name: 'hosts', value: 50}],
		['droplets.hosts=50', {part: 'dwfm', name: 'hosts', value: 50}],
		[' dns.planSeconds = 0.6 ', {part: 'dns', name: 'planSeconds', value: 0.6}],
		['dwfm.breaksPerSecond=3e-6', {part: 'dwfm', name: 'breaksPerSecond', value: 3e-6}],
	])('%s is read', (typed, change) => {
		expect(parseParameterChange(typed)).toEqual({ok: true, change});
	});

	test.each([
		['dwfm.hosts', '“dwfm.hosts” is not a change: expected part.name=number.', []],
		['dwmf.hosts=5', 'The model has no part “dwmf”.', ['dwfm']],
		['dwfm.host=5', 'dwfm has no number “host”.', ['hosts']],
		['dwfm.__proto__=5', 'dwfm has no number “__proto__”.', []],
		['dwfm.hosts=-5', 'dwfm.hosts is a number from 0 to 10000 (hosts), not “-5”.', []],
		['dns.planSeconds=0', 'dns.planSeconds is a number from 0.6 to 6000 (s), not “0”.', []],
		['dwfm.hosts=many', 'dwfm.hosts is a number from 0 to 10000 (hosts), not “many”.', []],
	])('%s is refused', (typed, message, suggestions) => {
		expect(parseParameterChange(typed)).toMatchObject({ok: false, message, suggestions});
	});

	test('the later of two counts', () => {
		const read = ['dwfm.hosts=50', 'dns.planSeconds=30', 'droplets.hosts=60'].map(typed => {
			const parsed = parseParameterChange(typed);
			if (!parsed.ok) throw new Error(parsed.message);
			return parsed.change;
		});
		expect(parametersWith(read)).toEqual({dwfm: {hosts: 60}, dns: {planSeconds: 30}});
	});
});
