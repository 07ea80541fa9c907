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
	...{other: '“gate dwfm 4” at 02:03', close: false, harm: [], whole: false, alone: []},
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

/** Every sum that is written with its parts in brackets, as numbers: less harm counts up, more counts down. */
function sumsIn(text: string): readonly {readonly whole: number; readonly parts: number}[] {
	const listed =
		/(\d+) (?:min|minutes)( less| more)? ?(?:harm|of total outage)?[^(.]*\(([a-z][a-z0-9-]* \d+[^)]*)\)/gu;
	return [...joined(text).matchAll(listed)].map(([, whole = '', , list = '']) => ({
		whole: Number(whole),
		parts: list
			.split(', ')
			.map(part => / (\d+)( more| less)?$/u.exec(part))
			.reduce(
				(sum, match) => sum + Number(match?.[1] ?? NaN) * (match?.[2] === undefined ? 1 : -1),
				0,
			),
	}));
}

describe('every shown sum is the sum of its shown parts', () => {
	let real: Debrief;
	beforeAll(() => {
		real = aDebrief();
	}, 60_000);

	test('in a debrief as text and as a page, and between its two cards', () => {
		const seen = [0, 0];
		fc.assert(
			fc.property(HARM, HARM, (was, is) => {
				const debrief = told(real, was, is);
				for (const [face, text] of [debriefText(debrief), debriefPage(debrief)].entries()) {
					const sums = sumsIn(text);
					seen[face]! += sums.length;
					for (const {whole, parts} of sums) expect(parts).toBe(whole);
				}
				const page = joined(debriefPage(debrief));
				const [, whole = ''] = /harm, minutes of total outage (\d+)/u.exec(page) ?? [];
				const parts = [...page.matchAll(/of it (?:all others|[a-z][a-z0-9-]*) (\d+)/gu)].map(
					match => Number(match[1]),
				);
				expect(parts.reduce((sum, each) => sum + each, 0)).toBe(Number(whole));
				const text = joined(debriefText(debrief));
				const [, own = ''] = /Harm: (\d+) minutes/u.exec(text) ?? [];
				const [, by = '', way = ''] = /: (\d+) min (less|more) harm, in this/u.exec(text) ?? [];
				const [, then = ''] = /with (\d+) minutes/u.exec(text) ?? [];
				expect(Number(own) - (way === 'less' ? 1 : -1) * Number(by)).toBe(Number(then));
			}),
			{numRuns: 60},
		);
		expect(Math.min(...seen)).toBeGreaterThan(30);
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
