import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {HARM_PARTS, type Debrief, type Finding} from '../../src/session/index.ts';
import {debriefPage, debriefText, cardText} from '../../src/view/index.ts';
import {aCard, LOST_RESULT} from '../support/card.builder.ts';
import {aDebrief} from '../support/debrief.builder.ts';

const MINUTES = fc.double({min: 0, max: 900, noNaN: true});
const HARM = fc.array(MINUTES, {
	minLength: HARM_PARTS.length,
	maxLength: HARM_PARTS.length,
});

function harmOf(minutes: readonly number[]) {
	const parts = Object.fromEntries(HARM_PARTS.map(({id}, index) => [id, minutes[index]!]));
	return {total: minutes.reduce((sum, each) => sum + each, 0), parts};
}

const FINDING: Omit<Finding, 'saves' | 'told' | 'then' | 'parts'> = {
	...{id: 'one', act: 'the name and DynamoDB', at: 0, did: '“show leases” at 02:01'},
	...{other: '“gate dwfm 4” at 02:03', close: false, harm: [], whole: false, asked: [], alone: []},
	...{turns: null, atLeast: false, horizon: 'own ends', why: [], file: null},
	seen: {before: [], after: null},
};

/** A debrief of these numbers in the words of a real one. */
function told(real: Debrief, was: readonly number[], is: readonly number[]): Debrief {
	const [before, after] = [harmOf(was), harmOf(is)];
	const finding: Finding = {
		...FINDING,
		saves: before.total - after.total,
		told: Math.round(before.total) - Math.round(after.total),
		then: {harm: after.total, ended: {at: '14:00:00', won: false, why: ''}},
		parts: HARM_PARTS.map(({id}, index) => ({id, saves: was[index]! - is[index]!})),
	};
	return {...real, result: {...real.result, harm: before}, decisions: [finding], better: []};
}

/** `EC2 launches 353 (706 at weight 0.5)`: what counts is before the brackets. */
const PART = /(\d+)(?: \(\d+ at weight [\d.]+\))?(?= \+ | +(?:Missed|Unsafe|harm avoided))/gu;

const joined = (text: string) => text.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

/** Parts of a sum as they are listed: those that go the other way count down. */
function sumOf(list: string): number {
	return list
		.split(', ')
		.map(part => / (\d+)( more| less)?$/u.exec(part.trim()))
		.reduce(
			(sum, match) => sum + Number(match?.[1] ?? NaN) * (match?.[2] === undefined ? 1 : -1),
			0,
		);
}

/** Every sum that is written with its parts in brackets. */
function sumsIn(text: string): readonly {readonly whole: number; readonly parts: number}[] {
	const listed = /(\d+) min(?: less| more) impact[^(.]*\(([A-Za-z][\w -]* \d+[^)]*)\)/gu;
	return [...joined(text).matchAll(listed)].map(([, whole = '', list = '']) => ({
		whole: Number(whole),
		parts: sumOf(list),
	}));
}

describe('every shown sum is the sum of its shown parts', () => {
	let real: Debrief;
	beforeAll(() => {
		real = aDebrief();
	}, 60_000);

	test('in a debrief as text and as a page, and between its two cards', () => {
		const seen = {page: 0, text: 0};
		fc.assert(
			fc.property(HARM, HARM, (was, is) => {
				const debrief = told(real, was, is);
				const page = joined(debriefPage(debrief));
				const sums = sumsIn(page);
				seen.page += sums.length;
				for (const {whole, parts} of sums) expect(parts).toBe(whole);
				const [, whole = ''] = /impact, minutes of full outage (\d+)/u.exec(page) ?? [];
				const cards = [...page.matchAll(/of which (?:all others|[A-Za-z][\w -]*?) (\d+) /gu)];
				expect(cards.reduce((sum, [, part]) => sum + Number(part), 0)).toBe(Number(whole));

				const text = joined(debriefText(debrief));
				const [, own = '', of = ''] =
					/Yours: (\d+) = (.*?) (?:A lost run|Each run)/u.exec(text) ?? [];
				const parts = [...`${of} Missed`.matchAll(PART)].map(([, part]) => Number(part));
				expect(parts.reduce((sum, each) => sum + each, 0)).toBe(Number(own));
				const [, saved = ''] = /1 The name and DynamoDB (-?\d+) /u.exec(text) ?? [];
				const [, then = ''] = /with (\d+) minutes/u.exec(text) ?? [];
				expect(Number(own) - Number(saved)).toBe(Number(then));
				const [, list = ''] = / Of it (.*?) (?:Apart|Why|Seen) /u.exec(text) ?? [];
				if (list === '') return;
				seen.text++;
				expect(sumOf(list)).toBe(Math.abs(Number(saved)));
			}),
			{numRuns: 60},
		);
		expect(Math.min(seen.page, seen.text)).toBeGreaterThan(30);
	});

	test('on a card', () => {
		fc.assert(
			fc.property(HARM, minutes => {
				const card = aCard({result: {...LOST_RESULT, harm: harmOf(minutes)}, soFar: null});
				const [, whole = ''] = /Impact +(\d+) min/u.exec(cardText(card, 'braille')) ?? [];
				const parts = [...joined(cardText(card, 'braille')).matchAll(PART)].map(([, part]) =>
					Number(part),
				);
				expect(parts.reduce((sum, each) => sum + each, 0)).toBeCloseTo(Number(whole), 6);
			}),
			{numRuns: 60},
		);
	});
});
