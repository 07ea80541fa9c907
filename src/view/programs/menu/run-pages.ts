import type {MenuData, RunCard} from './menu.types.ts';
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
		empty: 'No run yet: play a level, and it stands here.',
	};
}

const TAKE: Item = {
	label: 'Take in a file…',
	note: '',
	about:
		'The journal of a run that was saved as a file, here or by the program in a terminal. Dropping it anywhere on the page does the same.',
	does: {choose: {do: 'take'}},
};

/** What can be done with one run. What cannot stays in sight, with its reason. */
export function runPage(index: number, {runs, inPage}: MenuData): ListPage {
	const run = runs[index];
	if (run === undefined) return {kind: 'list', title: 'Run', items: [], empty: 'It is gone.'};
	const item = (label: string, about: string, does: Deed): Item => ({label, note: '', about, does});
	return {
		kind: 'list',
		title: `${run.level}, seed ${run.seed}, ${outcomeWords(run)}`,
		items: [
			item(
				'Go on',
				'From the second in which you left.',
				run.outcome === 'left'
					? {choose: {do: 'go-on', run: index}}
					: {not: WHY_NOT_ON[run.outcome]},
			),
			item(
				'Debrief',
				'What mattered in it, and what would have been otherwise.',
				readable(run, {choose: {do: 'debrief', run: index}}),
			),
			item(
				'How it stands',
				'Harm, tasks, safety and the rest, each with the moments that made it.',
				readable(run, {choose: {do: 'score', run: index}}),
			),
			item(
				'Watch it',
				'The run as it was played, at any speed. You may take over where you like.',
				readable(run, {choose: {do: 'watch', run: index}}),
			),
			item(
				'Play again',
				'The same level and the same seed, from the beginning.',
				run.levelId === null
					? {not: NOT_OURS}
					: {choose: {do: 'seed', level: run.levelId, seed: run.seed}},
			),
			item(
				'Another seed…',
				'The same level with other luck.',
				run.levelId === null ? {not: NOT_OURS} : {open: {at: 'seed', level: run.levelId}},
			),
			...(inPage
				? [
						item(
							'Save as a file',
							'Its journal, which the program in a terminal goes on with, watches and debriefs as well.',
							{choose: {do: 'save', run: index}},
						),
						item(
							'A link to it',
							'An address that holds the run: whoever opens it sees it, and that it comes out as it says.',
							readable(run, {choose: {do: 'link', run: index}}),
						),
					]
				: []),
		],
		empty: '',
	};
}

// A menu may stand where nothing can be typed: it names no command.
const NOT_OURS =
	"Its level is not one of the game's: a terminal with the folder of that level plays it.";

/** What lives a run again needs its level and a whole journal. */
function readable({levelId, outcome}: RunCard, deed: Deed): Deed {
	if (outcome === 'unreadable') return {not: WHY_NOT_ON.unreadable};
	return levelId === null ? {not: NOT_OURS_TO_TELL} : deed;
}

const NOT_OURS_TO_TELL =
	"Its level is not one of the game's: a terminal with the folder of that level tells what came of it.";

const WHY_NOT_ON = {
	won: 'It has ended: there is nothing to go on with.',
	lost: 'It has ended: there is nothing to go on with.',
	'open elsewhere': 'Another program is playing it.',
	unreadable: 'Its journal cannot be read: it is damaged, or no journal.',
} as const;

function outcomeWords({outcome, proven}: RunCard): string {
	if (outcome !== 'won' && outcome !== 'lost') return outcome;
	return `${outcome === 'won' ? '✔ won' : '✗ lost'}${proven ? '' : ' (claimed)'}`;
}

/** `stopped at 02:14 PDT`, or where it ended. */
export function reachedWords({outcome, reached}: RunCard): string {
	return `${outcome === 'won' || outcome === 'lost' ? 'ended' : 'stopped'} at ${reached} PDT`;
}
