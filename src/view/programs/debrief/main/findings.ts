import type {Debrief, Finding} from '../../../../session/index.ts';
import {
	aloneWords,
	clockOf,
	askedWords,
	closeWords,
	horizonWords,
	minutes,
	nothingWords,
	partWords,
	seenWords,
	sentence,
	whyOf,
	whyWords,
	worthWords,
} from '../words.ts';

/** A part of the main page: findings of one kind under their title. */
export type Block = {
	readonly id: 'why' | 'costly' | 'best' | 'unsafe' | 'words';
	readonly title: string;
	/** What the worth of its findings is counted in; empty where they have none. */
	readonly unit: string;
	readonly findings: readonly Told[];
};

/** Something that one can stand on: what was so, what else could have been, and what more there is to know of it. */
export type Told = {
	readonly id: string;
	/** The second that it is about; null where there is none to go to. */
	readonly at: number | null;
	readonly head: string;
	/** In the unit of its block; empty where it has none. */
	readonly worth: string;
	readonly parts: readonly Part[];
	/** Said of the one that is chosen, and wherever there is room for all. */
	readonly more: readonly Part[];
};

export type Part = {readonly label: string; readonly text: string};

/** What the main page tells, in its order: every face of it draws or reads out these. */
export function mainBlocks(debrief: Debrief): readonly Block[] {
	return [
		whyBlock(debrief),
		costlyBlock(debrief),
		bestBlock(debrief),
		unsafeBlock(debrief),
		wordsBlock(debrief),
	].filter(({findings}) => findings.length > 0);
}

/** How long before its end a run is shown where nothing else tells where to look. */
const END_SECONDS = 600;

function whyBlock(debrief: Debrief): Block {
	const {result, mending, atEnd, from} = debrief;
	const {ended, ticks} = result;
	const title = ended === null ? 'Where it stands' : `Why it was ${ended.won ? 'won' : 'lost'}`;
	const open = atEnd.open.find(({id}) => ended?.open.some(each => each.id === id) === true);
	const at = mending?.at ?? open?.since ?? Math.max(from, ticks - END_SECONDS);
	const parts = mending === null ? [] : [{label: 'With', text: mendedWords(mending)}];
	const why = {id: 'why', at, head: whyOf(debrief), worth: '', parts, more: []};
	return {id: 'why', title, unit: '', findings: [why]};
}

/** The commands that would have won it, and what it came to when they were tried. */
function mendedWords({other, then: {ended, harm}}: Finding): string {
	const at = ended === null ? '' : ` at ${ended.at.slice(0, 5)}`;
	return `${other}: won${at}, with ${minutes(harm)} min.`;
}

const KEPT_BACK =
	'Held back: after a loss, try again before you see the answer. The next debrief of this level shows it.';

function costlyBlock(debrief: Debrief): Block {
	const {decisions, withheld, runs} = debrief;
	const note = withheld ? KEPT_BACK : decisions.length === 0 ? nothingWords(runs) : null;
	return {
		id: 'costly',
		title: 'Your most costly decisions',
		unit: note === null ? 'min of full outage' : '',
		findings: note === null ? decisions.map(costly(debrief)) : [noteOf('costly', note)],
	};
}

function noteOf(id: string, head: string): Told {
	return {id, at: null, head, worth: '', parts: [], more: []};
}

function costly(debrief: Debrief): (finding: Finding, index: number) => Told {
	return (finding, index) => ({
		id: finding.id,
		at: finding.at,
		head: `${String(index + 1)} ${sentence(finding.act).slice(0, -1)}`,
		worth: worthIn(finding, 'a win'),
		parts: told([
			['You', sentence(finding.did)],
			['With', `${finding.other}.`],
			['Then', joined(horizonWords(finding), closeWords(finding), askedWords(finding))],
		]),
		more: told([
			['Of it', partWords(finding)],
			['Alone', aloneWords(finding)],
			['Why', whyWords(debrief, finding)],
			['Seen', finding.whole ? '' : seenWords(finding)],
		]),
	});
}

function bestBlock({better}: Debrief): Block {
	return {
		id: 'best',
		title: 'Your best decisions',
		unit: 'min they saved',
		findings: better.map(finding => ({
			id: finding.id,
			at: finding.at,
			head: sentence(finding.did).slice(0, -1),
			worth: worthIn({...finding, told: -finding.told}, 'the win'),
			parts: [],
			more: told([
				['If not', joined(`${worthWords(finding)}.`, horizonWords(finding))],
				['Of it', partWords(finding)],
			]),
		})),
	};
}

function unsafeBlock(debrief: Debrief): Block {
	const {unsafe} = debrief.result;
	return {
		id: 'unsafe',
		title: 'Unsafe, whatever the outcome',
		unit: '',
		findings: unsafe.map(({id, what, tick}) => ({
			id: `unsafe ${id} ${String(tick)}`,
			at: tick,
			head: `${clockOf(debrief, tick)} ${what}`,
			...{worth: '', parts: [], more: []},
		})),
	};
}

function wordsBlock({felt, story, commitment}: Debrief): Block {
	const lines = [
		...(felt === '' ? [] : [`It felt ${felt}.`]),
		...(story === '' ? [] : [`“${story}”`]),
		commitment === '' ? 'No commitment yet.' : `Next time: “${commitment}”`,
	];
	return {
		id: 'words',
		title: 'Your words',
		unit: '',
		findings: lines.map((line, index) => noteOf(`words ${String(index)}`, line)),
	};
}

/** `184, and a win`; `a win` where the minutes say nothing. */
function worthIn({told: saved, saves, turns, atLeast}: Finding, turn: string): string {
	const least = atLeast ? 'at least ' : '';
	if (turns === null) return `${least}${String(saved)}`;
	return Math.abs(saves) < 1 || saved <= 0 ? turn : `${least}${String(saved)}, and ${turn}`;
}

function told(parts: readonly (readonly [label: string, text: string])[]): readonly Part[] {
	return parts.flatMap(([label, text]) => (text === '' ? [] : [{label, text}]));
}

function joined(...sentences: readonly string[]): string {
	return sentences.filter(each => each !== '').join(' ');
}
