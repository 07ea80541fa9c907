import {tick, type Order, type Tick} from '../../src/sim/kernel/index.ts';

/** Tick of a time of day, PDT, from 23:20 on 19 October. */
export function at(clock: string): Tick {
	const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
	const start = 23 * 3600 + 20 * 60;
	const day = hours * 3600 + minutes * 60 + seconds;
	return tick(day >= start ? day - start : day + 86_400 - start);
}

/** `HH:MM` of a tick; `-` where it never came. */
export function clockOf(now: number | null): string {
	if (now === null) return '-';
	const minutes = Math.floor((now + 23 * 3600 + 20 * 60) / 60) % 1440;
	const hour = String(Math.floor(minutes / 60)).padStart(2, '0');
	return `${hour}:${String(minutes % 60).padStart(2, '0')}`;
}

export type TimedOrder = {readonly clock: string; readonly order: Order};

/** An order that takes effect at a time of day. */
export function timed(clock: string, id: string, args: Order['args'] = {}): TimedOrder {
	return {clock, order: {id, args}};
}

/** The same orders, earliest first. */
export function inOrder(orders: readonly TimedOrder[]): readonly TimedOrder[] {
	return [...orders].sort((a, b) => at(a.clock) - at(b.clock));
}

/** The recovery as it happened: times from the record, rates ours (canon 2.7). Times are of the effect. */
export const AS_IT_HAPPENED: readonly TimedOrder[] = [
	timed('04:14', 'throttle-launches-percent', {share: 5}),
	timed('04:14', 'throttle-terminations-percent', {share: 5}),
	timed('05:28', 'throttle-launches-percent', {share: 200}),
	timed('05:28', 'throttle-terminations-percent', {share: 190}),
	timed('06:09', 'throttle-terminations-percent', {share: 380}),
	timed('06:34', 'throttle-terminations-percent', {share: 135}),
	timed('06:47', 'throttle-launches-percent', {share: 72}),
	timed('06:47', 'throttle-terminations-percent', {share: 167}),
	timed('07:29', 'throttle-launches-percent', {share: 116}),
	timed('07:29', 'throttle-terminations-percent', {share: 165}),
	timed('09:36', 'pause-nlb-failover', {automation: 'nlb-failover'}),
	timed('09:53', 'boost-network', {setting: 'on'}),
	timed('10:31', 'throttle-launches-percent', {share: 60}),
	timed('11:23', 'throttle-launches-percent', {share: 75}),
	timed('11:23', 'throttle-terminations-percent', {share: 210}),
	timed('12:15', 'throttle-launches-percent', {share: 95}),
	timed('12:15', 'throttle-terminations-percent', {share: 250}),
	timed('13:03', 'throttle-launches-percent', {share: 200}),
	timed('13:03', 'throttle-terminations-percent', {share: 250}),
	timed('13:50', 'throttle-launches-off'),
	timed('13:50', 'throttle-terminations-off'),
	timed('14:09', 'resume-nlb-failover', {automation: 'nlb-failover'}),
];
