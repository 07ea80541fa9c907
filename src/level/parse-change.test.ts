import {SUBSYSTEM_NAMES} from '../sim/index.ts';
import {parametersOf} from './parameter-range.ts';
import {describe, expect, test} from 'vitest';
import {parametersWith, parseParameterChange} from './parse-change.ts';

const EVERY = SUBSYSTEM_NAMES.flatMap(part =>
	Object.entries(parametersOf(part)).map(
		([name, {bounds}]) => [`${part}.${name}`, bounds] as const,
	),
);

describe('a change of a number', () => {
	test.each([
		['dwfm.hosts=50', {part: 'dwfm', name: 'hosts', value: 50}],
		['droplets.hosts=50', {part: 'dwfm', name: 'hosts', value: 50}],
		[' dns.planSeconds = 1.6 ', {part: 'dns', name: 'planSeconds', value: 1.6}],
		['dwfm.breaksPerSecond=3e-6', {part: 'dwfm', name: 'breaksPerSecond', value: 3e-6}],
	])('%s is read', (typed, change) => {
		expect(parseParameterChange(typed)).toEqual({ok: true, change});
	});

	test.each([
		['dwfm.hosts', '“dwfm.hosts” is not a change: expected part.name=number.', []],
		['dwfm=5', '“dwfm=5” is not a change: expected part.name=number.', []],
		['dwfm.hosts.more=5', 'dwfm has no number “hosts.more”.', []],
		['__proto__.hosts=5', 'The model has no part “__proto__”.', []],
		['dwmf.hosts=5', 'The model has no part “dwmf”.', ['dwfm']],
		['dwfm.host=5', 'dwfm has no number “host”.', ['hosts']],
		['dwfm.__proto__=5', 'dwfm has no number “__proto__”.', []],
		['dwfm.hosts=-5', 'dwfm.hosts is a whole number from 1 to 10000 (hosts), not “-5”.', []],
		['dns.planSeconds=0', 'dns.planSeconds is a number from 1 to 6000 (s), not “0”.', []],
		['dwfm.hosts=3.5', 'dwfm.hosts is a whole number from 1 to 10000 (hosts), not “3.5”.', []],
		['dwfm.hosts=many', 'dwfm.hosts is a whole number from 1 to 10000 (hosts), not “many”.', []],
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

	test.each(EVERY)('%s is held to its bounds', (path, {kind, min, max}) => {
		const outside = [below(min), above(max), '-1', 'NaN', 'Infinity', '1e309', '1e99'];
		for (const value of kind === 'whole' ? [...outside, String(min + 0.5)] : outside) {
			expect(parseParameterChange(`${path}=${value}`), value).toMatchObject({ok: false});
		}
	});
});

/** A number just outside a bound, as it is typed. */
function below(min: number): string {
	return min === 0 ? '-0.000001' : String(min * 0.999);
}

function above(max: number): string {
	return String(max * 1.001);
}
