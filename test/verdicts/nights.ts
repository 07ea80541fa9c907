import fs from 'node:fs';
import {join} from 'node:path';
import {SWITCH_NAMES, type Switch} from '../../src/sim/index.ts';
import {ROOT} from '../support/tree.ts';
import {ordersIn, ordersOf, timeOf, type Given, type Night} from './october.ts';

// Which nights the statements about verdicts are made of. A night's key says what it is.

export type Job = {readonly key: string; readonly night: Night};

export const PLAYERS = ['textbook', 'as-it-happened', 'all-but-the-lesson', 'silent'] as const;
/** The sweeps cost as much as thirty nights each: they take one sample in ten. */
const SWEPT = 10;

/** The time of day so many minutes after midnight. */
const clock = (minutes: number) => {
	const whole = (minutes + 1440) % 1440;
	const hour = String(Math.floor(whole / 60)).padStart(2, '0');
	return `${hour}:${String(whole % 60).padStart(2, '0')}:00`;
};
const steps = (from: number, to: number, by: number) =>
	Array.from({length: Math.floor((to - from) / by) + 1}, (_, index) => from + index * by);

/** Seeds of the level: each empties the regional name by the race, in the minutes that the story asks for. */
const seeds = JSON.parse(
	fs.readFileSync(join(ROOT, 'test/verdicts/story-seeds.json'), 'utf8'),
) as readonly string[];

/** Minutes after midnight at which the name is begun to be repaired. */
export const REPAIRED = steps(-5, 240, 15);
/** Minutes by which the day's orders are shifted. */
export const SHIFTS = steps(-90, 90, 15);
/** Nights that each fix is tried in, alone. */
export const FIX_NIGHTS = ['dns-only', 'all-but-the-lesson', 'as-it-happened'] as const;

/**
 * The name repaired and nothing else, begun at so many minutes after midnight. Access is asked for ten minutes before the
 * first repair, so that no repair is refused for want of it: one that is, is none.
 */
export function repairedAlone(minutes: number): readonly Given[] {
	const pause = Math.max(-9, minutes - 3);
	return ordersIn(
		[
			'23:21:00 page dynamodb',
			'23:45:00 break glass access',
			`${clock(pause)} pause dns-automation`,
			`${clock(minutes)} repoint all rollback`,
		].join('\n'),
	);
}

/**
 * The day's orders from the first repair on, so much earlier or later. People are paged as the errors begin,
 * and nothing is asked of them before they can have come.
 */
export function shiftedDay(minutes: number): readonly Given[] {
	const [paged, present, repair] = [timeOf('23:51:00'), timeOf('00:14:30'), timeOf('01:00:00')];
	return ordersOf('as-it-happened').map(({at, words}) => {
		if (words.startsWith('page ')) return {at: Math.min(at, paged), words};
		if (at < repair) return {at, words};
		return {at: Math.max(present, at + 60 * minutes), words};
	});
}

export function seedOf(sample: number): string {
	return seeds[sample % seeds.length]!;
}

/** Everything that `samples` samples ask for, the dear nights spread between the cheap. */
export function jobsOf(samples: number): readonly Job[] {
	const jobs: Job[] = [];
	const add = (key: string, sample: number, orders: readonly Given[], switches?: Switch[]) => {
		const night = {seed: seedOf(sample), sample, orders};
		jobs.push({key, night: switches === undefined ? night : {...night, switches}});
	};
	for (let sample = 0; sample < samples; sample++) {
		for (const player of PLAYERS) add(`${String(sample)} ${player}`, sample, ordersOf(player));
		if (sample % SWEPT !== 0) continue;
		for (const minutes of REPAIRED) {
			add(`${String(sample)} repaired ${String(minutes)}`, sample, repairedAlone(minutes));
		}
		for (const minutes of SHIFTS) {
			add(`${String(sample)} shifted ${String(minutes)}`, sample, shiftedDay(minutes));
		}
	}
	for (const name of FIX_NIGHTS) {
		const orders = name === 'dns-only' ? repairedAlone(145 - 80) : ordersOf(name);
		add(`none ${name}`, 0, orders);
		for (const fix of SWITCH_NAMES) add(`${fix} ${name}`, 0, orders, [fix]);
	}
	return jobs;
}
