import {en} from 'zod/locales';
import * as z from 'zod/mini';
import {secondsOfDay} from './dials/time-of-day.ts';

// The messages of zod's smaller build are a bare "Invalid input" until a language is chosen.
z.config(en());

/** A time of day as levels write it. */
export const time = z.string().check(
	z.refine(
		text => secondsOfDay(text) !== undefined,
		'expected a time such as "23:48" or "23:48:05"',
	),
	z.describe('PDT, HH:MM or HH:MM:SS; a time before `start` is on the next day'),
);
