import {describe, expect, test} from 'vitest';
import {HISTORY_MINUTES, METRICS, METRICS_OF} from '../../src/observe/index.ts';
import {aNight, EMPTIED_AT, pass, seen, stare, valueOf} from './a-night.ts';

/** What a company measures by itself, which no night of the Region has. */
function ofCompany(metric: string): boolean {
	return METRICS_OF.company.some(part => metric.startsWith(`${part}.`));
}

describe('the monitoring pipeline', () => {
	test('has an id for every metric, once', () => {
		const ids = METRICS.map(({id}) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('shows nothing before the first sample has come through', () => {
		const night = aNight();
		pass(night, 20);
		expect(valueOf(seen(night), 'dynamodb.customerErrors')).toBe(null);
	});

	test.each([0, 45, 300])('is late by its delay: %i s', delaySeconds => {
		const night = aNight();
		const {telemetry, network} = night.world;
		pass(night, 60);
		telemetry.output.metricDelaySeconds = delaySeconds;
		stare(night, 600);
		network.output.backlog = 777;
		const changedAt = night.world.now;
		while (valueOf(seen(night), 'network.backlog') !== 777) stare(night, 1);
		expect(night.world.now - changedAt).toBeGreaterThanOrEqual(delaySeconds);
		expect(night.world.now - changedAt).toBeLessThanOrEqual(delaySeconds + 10);
		expect(seen(night).metrics['network.backlog']?.sampledAt).toBe(night.world.now - delaySeconds);
	});

	test('freezes while its delay grows, and catches up when it shrinks', () => {
		const night = aNight();
		const {output} = night.world.telemetry;
		pass(night, 300);
		output.metricDelaySeconds = 1_800;
		const before = seen(night).metrics['dynamodb.requests']?.sampledAt;
		stare(night, 1_200);
		expect(seen(night).metrics['dynamodb.requests']?.sampledAt).toBe(before);
		output.metricDelaySeconds = 30;
		stare(night, 5);
		const after = seen(night).metrics['dynamodb.requests'];
		expect(after?.sampledAt).toBeGreaterThan(night.world.now - 40);
		expect(after?.history).toHaveLength(Math.floor((after?.sampledAt ?? 0) / 60) + 1);
		expect(after?.history.some(Number.isNaN)).toBe(false);
	});

	test('loses the share it loses, evenly, and the same way each time', () => {
		const lostOf = () => {
			const night = aNight();
			pass(night, 60);
			night.world.telemetry.output.metricLossShare = 0.3;
			night.world.telemetry.output.metricDelaySeconds = 0;
			let lost = 0;
			for (let round = 0; round < 200; round++) {
				stare(night, 5);
				for (const {sampledAt} of Object.values(seen(night).metrics)) {
					if (sampledAt < night.world.now - 4) lost += 1;
				}
			}
			return lost / (200 * METRICS.filter(({id}) => !ofCompany(id)).length);
		};
		const lost = lostOf();
		expect(lost).toBeGreaterThan(0.28);
		expect(lost).toBeLessThan(0.32);
		expect(lostOf()).toBe(lost);
	});

	test('marks a minute of which nothing arrived', () => {
		const night = aNight();
		const {output} = night.world.telemetry;
		pass(night, 120);
		output.metricDelaySeconds = 0;
		stare(night, 120);
		output.metricLossShare = 1;
		stare(night, 120);
		output.metricLossShare = 0;
		stare(night, 120);
		const history = seen(night).metrics['dynamodb.requests']?.history ?? [];
		expect(history.map(Number.isNaN)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0].map(Boolean));
	});

	test('remembers three hours and no more', () => {
		const night = aNight();
		pass(night, 30);
		stare(night, (HISTORY_MINUTES + 60) * 60);
		const history = seen(night).metrics['dynamodb.requests']?.history ?? [];
		expect(history).toHaveLength(HISTORY_MINUTES);
		expect(history.some(Number.isNaN)).toBe(false);
	});
});

describe('a lost session', () => {
	test('keeps internal tools as they were, while the dashboard and the alarms go on', () => {
		const night = aNight({emptied: true});
		pass(night, EMPTIED_AT + 120);
		night.world.identity.output.operator = 'failing';
		stare(night, 1);
		const before = seen(night);
		stare(night, 2_400);
		const after = seen(night);
		expect(after.access).toBe('failing');
		expect(after.metrics['dynamodb.customerErrors']).toEqual(
			before.metrics['dynamodb.customerErrors'],
		);
		expect(after.metrics['border.loss']?.sampledAt).toBeGreaterThan(before.now);
		expect(after.log).toEqual(before.log);
		expect(after.alerts.length).toBeGreaterThan(before.alerts.length);
		night.world.identity.output.operator = 'break-glass';
		stare(night, 5);
		const back = seen(night).metrics['dynamodb.customerErrors'];
		expect(back?.sampledAt).toBeGreaterThan(night.world.now - 400);
	});
});
