import type {Level, PlannedOrder} from '../../src/level/index.ts';
import {parseOrder} from '../../src/session/command.ts';
import {relive} from '../../src/session/relive/relive.ts';
import {NO_ORDERS, scriptSource, type PlayerScript} from '../../src/session/relive/source.ts';
import {endOf, startRun} from '../../src/session/run.ts';
import {harmOf, ORDERS, type Blank} from '../../src/sim/index.ts';
import {levelNamed, scriptsOf} from '../levels/own-levels.ts';

export type Asked = {readonly level: string; readonly seed: string | null};

export type Found = {
	readonly lines: readonly string[];
	/** Orders that were carried out, and those of them that moved the harm or the end of the night. */
	readonly tried: readonly string[];
	readonly moving: readonly string[];
	readonly dominant: number;
};

const MINUTES_AFTER = [5, 35, 75];
/** Of the words that a blank takes, the first so many are tried. */
const WORDS_MAX = 4;
/** A hundredth more than the textbook counts as the same. */
const AS_GOOD = 1.01;

/** Each order that is worth more than the lesson of a level. */
export function dominantIn({level: id, seed}: Asked): Found {
	const level = levelNamed(id);
	const [lines, tried, moving]: [string[], Set<string>, Set<string>] = [[], new Set(), new Set()];
	const scripts = scriptsOf(level);
	const textbook = lived(level, seed ?? level.seed, scripts['textbook'] ?? NO_ORDERS)!;
	const bare = scripts['all-but-the-lesson'] ?? NO_ORDERS;
	const without = lived(level, seed ?? level.seed, bare)!;
	lines.push(`${level.id}: textbook ${words(textbook)}, all but the lesson ${words(without)}`);
	let dominant = 0;
	for (const {form, words: order} of orders()) {
		for (const minutes of MINUTES_AFTER) {
			const at = level.takeover + 60 * minutes;
			if (at >= level.limit) continue;
			const more = [...bare.orders, {at, words: order}].sort((a, b) => a.at - b.at);
			const one = lived(level, seed ?? level.seed, {...bare, orders: more}, {at, words: order});
			if (one === null) continue;
			tried.add(form);
			if (one.won !== without.won || one.harm !== without.harm) moving.add(form);
			if (!one.won || (without.won && one.harm >= without.harm)) continue;
			if (one.harm > AS_GOOD * textbook.harm || isOfTheLesson(scripts['textbook'], order)) continue;
			lines.push(`  DOMINANT “${order}” after ${String(minutes)} min: ${words(one)}`);
			dominant += 1;
		}
	}
	return {lines, tried: [...tried], moving: [...moving], dominant};
}

/** What the textbook itself does, whatever its numbers, is the lesson or a part of it. */
function isOfTheLesson(textbook: PlayerScript | undefined, order: string): boolean {
	return (textbook?.orders ?? []).some(({words: typed}) => unnumbered(typed) === unnumbered(order));
}

function unnumbered(order: string): string {
	return order.replace(/\d.*/u, '');
}

type Lived = {readonly won: boolean; readonly harm: number};

/** A night to its limit; null where an order is refused, which leaves the night as it was. */
function lived(
	level: Level,
	seed: string,
	script: PlayerScript,
	asked?: PlannedOrder,
): Lived | null {
	const setup = {seed, switches: [], parameters: {}};
	const run = startRun(level, {...setup, observed: script.rules.length > 0, afterEnd: 'live on'});
	const source = scriptSource('player', script);
	if (asked !== undefined) {
		relive(run, source, {until: asked.at + 1});
		const {orders: given, now} = run.world;
		if (!given.some(({at, state}) => at >= now - 2 && state !== 'refused')) return null;
	}
	relive(run, source, {until: level.limit});
	return {won: endOf(run)?.won === true, harm: harmOf(run.world).total};
}

/** Every order that changes something, with what an operator would first put in its blanks. */
function orders(): readonly {readonly form: string; readonly words: string}[] {
	return Object.values(ORDERS)
		.filter(({kind}) => kind === 'do')
		.flatMap(({forms: [form = ''], blanks}) =>
			[...new Set(filled(form, blanks))].map(typed => ({form, words: typed})),
		)
		.filter(({words: typed}) => parseOrder(typed).ok);
}

function filled(form: string, blanks: Readonly<Record<string, Blank>>): readonly string[] {
	return Object.entries(blanks).reduce<readonly string[]>(
		(forms, [name, blank]) =>
			forms.flatMap(each => samplesOf(blank).map(value => each.replace(`<${name}>`, value))),
		[form],
	);
}

function samplesOf(blank: Blank): readonly string[] {
	switch (blank.kind) {
		case 'word':
			return blank.words.slice(0, WORDS_MAX);
		case 'whole':
		case 'decimal':
			return [0.01, 0.1, 0.5].map(share =>
				String(Math.round(blank.min + share * Math.min(400, blank.max - blank.min))),
			);
		case 'text':
			return ['look'];
	}
}

function words({won, harm}: Lived): string {
	return `${won ? 'won' : 'lost'}, ${harm.toFixed(1)} min`;
}
