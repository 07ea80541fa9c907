import {linesAfter, type Journal, type Note} from '../../session/index.ts';
import {createDebrief, type Telling} from '../../view/index.ts';
import {isFirstLoss} from '../first-loss.ts';
import type {Desk, House, LevelTexts} from '../house.types.ts';
import {dayOf, type Entry} from '../kept/index.ts';
import {unlessLeft} from '../meanwhile.ts';
import {ownKeymap} from '../own-keymap.ts';
import {rolesOfRun} from './roles-of-run.ts';
import type {Left, Showing} from '../stage/index.ts';

/** How a debrief was left, and what went wrong with keeping what was said in it. */
export type DebriefEnd = {readonly left: Left; readonly trouble: string | undefined};

const LIVED_AGAIN = 'One moment: the run is re-simulated, and held to its marks.';

/** The debrief of a journal on the screen; a sentence where there can be none. */
export async function debriefOnScreen(
	file: string,
	loaded: LevelTexts,
	{stage, desk, house}: {readonly stage: Showing; readonly desk: Desk; readonly house: House},
): Promise<DebriefEnd | string> {
	const read = await house.journals.read(file);
	if (!read.ok) return read.message;
	const withheld = await endedInFirstLoss(file, read.journal, house);
	const roles = await rolesOfRun(read.journal, loaded.level, house);
	if (roles !== undefined && 'sentences' in roles) return roles.sentences.join(' ');
	const team = roles === undefined ? undefined : {journal: read.journal, roles};
	const begun = await unlessLeft({stage, desk}, LIVED_AGAIN, {
		work: () => house.debriefing(loaded, read.journal, {file, withheld, team}),
		drop(unread) {
			if (!('problem' in unread)) unread.cancel();
		},
	});
	if ('left' in begun) return {left: begun.left, trouble: undefined};
	const working = begun.result;
	if ('problem' in working) return working.problem.message;
	const said: Note[] = [];
	let seen = -1;
	let telling: Telling = {debrief: null, progress: working.progress, team: working.team};
	const fault = working.finished.catch((error: unknown) => error);
	const program = createDebrief({
		title: loaded.level.title,
		graphs: desk.looks.graphs,
		keymap: ownKeymap(desk),
		telling: () => {
			// Making a debrief of what is known costs more than a frame: it is made when more is.
			if (working.news !== seen) {
				seen = working.news;
				const {debrief, progress, team: told} = working;
				telling = {debrief, progress, team: told};
			}
			return telling;
		},
		keep: (about, text) => {
			said.push({about, text});
		},
		reveal: () => {
			working.reveal();
		},
	});
	const left = await stage.show(program);
	const drills = working.drills(house.journals.nameOf(file));
	working.cancel();
	const broken = await fault;
	if (broken instanceof Error) throw broken;
	const unsaid = said.length === 0 ? undefined : await keep(file, said, house);
	const entries: readonly Entry[] = [
		...commitmentIn(said),
		...(drills.length === 0 ? [] : [{kind: 'drills', drills, day: dayOf(new Date())} as const]),
	];
	const unnoted = entries.length === 0 ? undefined : await house.note(entries);
	return {left, trouble: unsaid ?? unnoted};
}

async function endedInFirstLoss(
	file: string,
	{lines, begin}: Journal,
	house: House,
): Promise<boolean> {
	const end = lines.findLast(({line}) => line.kind === 'end')?.line;
	if (end?.kind !== 'end') return false;
	const run = {journal: house.journals.nameOf(file), level: begin.level, won: end.won};
	return isFirstLoss(run, await house.endedRuns());
}

/** The last commitment stands where the next run begins. */
function commitmentIn(said: readonly Note[]): readonly Entry[] {
	const last = said.findLast(({about}) => about === 'commitment');
	const text = last !== undefined && 'text' in last ? last.text : '';
	return text === '' ? [] : [{kind: 'commitment', text}];
}

/** Puts what was said into the journal; a sentence where that cannot be. */
async function keep(
	file: string,
	said: readonly Note[],
	{journals}: House,
): Promise<string | undefined> {
	const troubles: string[] = [];
	const taken = await journals.takeUp(
		file,
		({journal}, onLine) => {
			// A run that goes on keeps its journal to itself.
			if (journal.ended) linesAfter(journal, 'you', said).forEach(onLine);
			return {ok: true, session: undefined};
		},
		sentence => troubles.push(sentence),
	);
	if (!taken.ok) return `What you said could not be kept. ${taken.message}`;
	return (await taken.file.close()) ?? troubles.at(-1);
}
