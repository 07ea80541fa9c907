import {withKeys} from '../../input/keys/index.ts';
import type {MenuData, RunCard} from './menu.types.ts';
import {nextOnLadder} from './next-on-ladder.ts';
import type {Deed, Item, ListPage} from './page.types.ts';

/** Every run there is on disk, latest first. */
export function runsPage({runs, inPage}: MenuData): ListPage {
	const items = runs.map((run, index): Item => ({
		label: run.level,
		note: `${run.played}  ${outcomeWords(run)}`,
		about: `Seed ${run.seed}, ${reachedWords(run)}.`,
		does: {open: {at: 'run', run: index}},
	}));
	return {
		kind: 'list',
		title: 'Runs',
		items: inPage ? [...items, TAKE] : items,
		empty: 'No runs yet: play a level, and it is listed here.',
	};
}

const TAKE: Item = {
	label: 'Import a file…',
	note: '',
	about:
		'The journal of a run that was saved as a file, here or by the program in a terminal. Dropping it anywhere on the page does the same.',
	does: {choose: {do: 'take'}},
};

/** What can be done with one run, the likely next step first. What cannot be done is not there. */
export function runPage(index: number, data: MenuData): ListPage {
	const run = data.runs[index];
	if (run === undefined) return {kind: 'list', title: 'Run', items: [], empty: 'It is gone.'};
	const items = [
		...stepsOf(index, run, data),
		...(data.inPage ? inPage(index, run) : []),
		...(data.texts.length === 0
			? []
			: [item('Docs', 'runbooks, and what happened then', {open: {at: 'read'}})]),
	];
	return {
		kind: 'list',
		title: `${run.level}, seed ${run.seed}`,
		items,
		empty: '',
		beside: {
			head: [headOf(run), standingOf(run)],
			foot: commitmentWords(data),
			run: index,
		},
	};
}

function item(label: string, note: string, does: Deed): Item {
	return {label, note, about: '', does};
}

/** After a loss one tries again, after a win one goes on to the next level, and a run that was left is resumed. */
function stepsOf(index: number, run: RunCard, data: MenuData): readonly Item[] {
	const {levelId, reached, outcome} = run;
	if (levelId === null) return [];
	const otherSeed = item('Other seed…', 'the same level, another night', {
		open: {at: 'seed', level: levelId},
	});
	if (outcome === 'unreadable') return [otherSeed];
	const resume = item('Resume', `from ${reached}, where you left`, {
		choose: {do: 'go-on', run: index},
	});
	const next = nextLevel(levelId, data);
	const share = item('Share card', 'five lines that give nothing away', {
		choose: {do: 'share', run: index},
	});
	return [
		...(outcome === 'left' ? [resume] : []),
		...(outcome === 'won' ? next : []),
		item('Retry', 'the same seed, from the start', {choose: {do: 'retry', run: index}}),
		item('Retry from…', 'a moment of this run', {
			open: {at: 'from', run: index},
		}),
		item('Debrief', 'your most costly decisions', {choose: {do: 'debrief', run: index}}),
		item('Replay', 'at any speed; take over anywhere', {choose: {do: 'watch', run: index}}),
		item('Score', 'seven axes and their moments', {
			choose: {do: 'score', run: index},
		}),
		...compare(index, run, data),
		...(outcome === 'won' ? [] : next),
		otherSeed,
		...(outcome === 'open elsewhere' ? [] : [share]),
	];
}

/** Where another run of the same night is kept. */
function compare(index: number, {levelId, seed}: RunCard, {runs}: MenuData): readonly Item[] {
	const isOther = (run: RunCard, at: number) =>
		at !== index && run.levelId === levelId && run.seed === seed && run.outcome !== 'unreadable';
	if (!runs.some(isOther)) return [];
	return [
		item('Compare', 'beside the other runs of this night', {choose: {do: 'compare', run: index}}),
	];
}

/** The next rung of the ladder, where there is one. */
function nextLevel(id: string, {levels}: MenuData): readonly Item[] {
	const next = nextOnLadder(id, levels);
	if (next === undefined) return [];
	const note = `L${String(next.ladder)}, ${next.title}`;
	return [item('Next level', note, {choose: {do: 'play', level: next.id}})];
}

/** A journal in a page leaves it by hand. */
function inPage(index: number, {levelId, outcome}: RunCard): readonly Item[] {
	return [
		item('Save as a file', 'its journal, for the program in a terminal too', {
			choose: {do: 'save', run: index},
		}),
		...(levelId === null || outcome === 'unreadable'
			? []
			: [
					item('Link', 'an address that holds the run, and proves it', {
						choose: {do: 'link', run: index},
					}),
				]),
	];
}

function headOf({level, levelId, ladder, seed, outcome}: RunCard): string {
	const rung = ladder === null ? '' : `, L${String(ladder)}`;
	const away =
		outcome === 'unreadable'
			? ': its journal cannot be read'
			: levelId === null
				? ': a level of your own, played from its folder'
				: '';
	return `${level}${rung}${seed === '' ? '' : `, seed ${seed}`}${away}`;
}

/** `LOST 16:00   516 min`: how it stands, as the card says it. */
function standingOf(run: RunCard): string {
	const {outcome, reached, harm, proven} = run;
	if (outcome !== 'won' && outcome !== 'lost') return outcome === 'left' ? `left ${reached}` : '';
	const claimed = proven ? '' : ' (claimed)';
	const minutes = harm === null ? '' : `   ${harm.toFixed(0)} min`;
	return `${outcome.toUpperCase()} ${reached}${claimed}${minutes}`;
}

function commitmentWords({commitment, keymap}: MenuData): string {
	return commitment === ''
		? withKeys('No commitment yet; {menuWrite} writes one.', keymap)
		: withKeys(`You wrote: “${commitment}”. {menuWrite} writes another.`, keymap);
}

function outcomeWords({outcome, proven}: RunCard): string {
	if (outcome !== 'won' && outcome !== 'lost') return outcome;
	return `${outcome === 'won' ? '✔ won' : '✗ lost'}${proven ? '' : ' (claimed)'}`;
}

/** `stopped at 02:14 PDT`, or where it ended. */
export function reachedWords({outcome, reached}: RunCard): string {
	return `${outcome === 'won' || outcome === 'lost' ? 'ended' : 'stopped'} at ${reached} PDT`;
}
