import {expect} from 'vitest';
import type {Tab} from './tab.ts';

export const OCTOBER = 'october-20';
/** When that night begins. */
const STARTS_AT = seconds('23:20:00');
const DAY_SECONDS = 86_400;

/** An order of a journal: when it was given, and what it says. */
export type Given = {readonly at: number; readonly what: string};

/** The orders of a journal that its player gave. */
export function givenIn(journal: string): readonly Given[] {
	return journal
		.trim()
		.split('\n')
		.map(line => JSON.parse(line) as Given & {readonly kind: string; readonly by?: string})
		.filter(({kind, by}) => kind === 'do' && by !== 'facilitator')
		.map(({at, what}) => ({at, what}));
}

/** The hash of a run that came to its end. */
export function endHashIn(journal: string): string {
	const {kind, hash = ''} = JSON.parse(journal.trim().split('\n').at(-1) ?? '{}') as {
		kind?: string;
		hash?: string;
	};
	expect(kind).toBe('end');
	return hash;
}

/** Types an order; one that is dangerous is then given by its capital Y. */
export async function giveByKeys(tab: Tab, order: string): Promise<void> {
	await tab.type(':');
	await tab.type(order);
	await tab.press('Enter');
	const asked = new RegExp(`DANGEROUS|(?:WAITS|RUNNING|DONE|REFUSED) .*${escaped(order)}`, 'u');
	await tab.shows(asked);
	if ((await tab.text()).includes('DANGEROUS')) await tab.type('Y');
	await tab.press('Escape');
}

/** Lets time run until the clock says so, by keys. */
export async function untilByKeys(tab: Tab, clock: string): Promise<void> {
	await tab.type(`:until ${clock}`);
	await tab.press('Enter');
	await tab.shows(`  ${clock} PDT`);
	await tab.shows('‖');
}

/** Gives an order by clicks and the wheel alone: its form in the palette, then each value. */
export async function giveByMouse(tab: Tab, form: string, ...values: string[]): Promise<void> {
	await tab.click(' act ');
	await tab.shows('find:');
	for (const choice of [form, ...values]) await tab.wheelToRow(choice);
	// What only looks is given at once.
	if (/^(?:show|dig)/u.test(form)) return;
	await tab.shows(/ run |DANGEROUS/u);
	if ((await tab.text()).includes('to go on: ')) {
		await tab.click(targetIn(await tab.text()));
		await tab.shows(' run ');
	}
	await tab.click(' run ');
}

function targetIn(text: string): string {
	return /type (.+?) to go on: /u.exec(text)?.[1] ?? '';
}

function escaped(text: string): string {
	return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

function seconds(clock: string): number {
	return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** What a clock of that night says, in seconds since it began. */
export function sinceStart(clock: string): number {
	return (seconds(clock) - STARTS_AT + DAY_SECONDS) % DAY_SECONDS;
}

/** What the clock says so many seconds after that night began, `HH:MM:SS`. */
export function clockAt(at: number): string {
	const of = (STARTS_AT + at) % DAY_SECONDS;
	return [Math.floor(of / 3_600), Math.floor(of / 60) % 60, of % 60]
		.map(part => String(part).padStart(2, '0'))
		.join(':');
}

/** The same orders at the same seconds, as lines for the terminal's plain mode. */
export function plainLines(given: readonly Given[]): readonly string[] {
	return given.flatMap(({at, what}, index) => {
		const isLater = at !== given[index - 1]?.at;
		// What is ordered is tried in the second after.
		return isLater ? [`until ${clockAt(at - 1)}`, what] : [what];
	});
}

/** Gives orders by keys while time stands still, each in its second. */
export async function giveAllByKeys(tab: Tab, given: readonly Given[]): Promise<void> {
	let now = -1;
	for (const {at, what} of given) {
		// What is ordered is tried in the second after.
		if (at !== now) await untilByKeys(tab, clockAt(at - 1));
		now = at;
		await giveByKeys(tab, what);
	}
}
