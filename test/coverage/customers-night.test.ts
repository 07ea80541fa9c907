import {describe, expect, test} from 'vitest';
import {
	isAsTold,
	liveCustomersNight,
	REPORTS,
	SOURCES,
	type CustomersNight,
} from './customers-night.ts';
import {keptMeasures} from './measured.ts';

const night = liveCustomersNight();

test('a company’s night is the one that the certification page tells of', () => {
	expect(night).toEqual(keptMeasures().customersNight);
});

test.each(REPORTS)('$by: $tells, $told', report => {
	expect(isAsTold(report, night), String(night[report.moment])).toBe(true);
	expect(SOURCES).toHaveProperty([report.by]);
});

describe('a night is not as told', () => {
	test.each<[string, Partial<CustomersNight>]>([
		['that begins five minutes late', {'calls-fail': '23:53'}],
		['that can scale until seven', {'we-cannot-scale': '07:00'}],
		['in which nothing ever collapses', {'our-own-collapse': null}],
		['whose second collapse comes in the morning', {'our-own-collapse': '09:00'}],
		['that is over by noon', {served: '12:00'}],
		['whose jobs wait into the evening', {'no-job-waits': '16:20'}],
	])('%s', (_, other) => {
		expect(REPORTS.filter(report => !isAsTold(report, {...night, ...other}))).not.toEqual([]);
	});
});
