import path from 'node:path';
import {dayOf, noteCommitment, noteDrills, readJournal, takeUpRun} from '../saves/index.ts';
import {linesAfter, type Journal, type Note} from '../session/index.ts';
import type {Left, Terminal} from '../tui/index.ts';
import {createDebrief, type Telling} from '../view/index.ts';
import {debriefingOf} from './debrief-of.ts';
import type {Desk} from './desk.ts';
import {isFirstLoss} from './first-loss.ts';
import type {LevelFolder} from './level-folder.ts';
import {ownKeymap} from './own-keymap.ts';

/** How a debrief was left, and what went wrong with keeping what was said in it. */
export type DebriefEnd = {readonly left: Left; readonly trouble: string | undefined};

/** The debrief of a journal on the screen; a sentence where there can be none. */
export async function debriefOnScreen(
	file: string,
	loaded: LevelFolder,
	{terminal, desk}: {readonly terminal: Terminal; readonly desk: Desk},
): Promise<DebriefEnd | string> {
	const read = readJournal(file);
	if (!read.ok) return read.message;
	const withheld = endedInFirstLoss(file, read.journal, desk);
	const working = debriefingOf(loaded, read.journal, {file, state: desk.state, withheld});
	if ('problem' in working) return working.problem.message;
	const said: Note[] = [];
	let seen = -1;
	let telling: Telling = {debrief: null, progress: working.progress};
	const fault = working.finished.catch((error: unknown) => error);
	const program = createDebrief({
		title: loaded.level.title,
		graphs: desk.looks.graphs,
		keymap: ownKeymap(desk),
		telling: () => {
			// Making a debrief of what is known costs more than a frame: it is made when more is.
			if (working.news !== seen) {
				seen = working.news;
				telling = {debrief: working.debrief, progress: working.progress};
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
	const left = await terminal.show(program);
	const drills = working.drills(path.basename(file));
	working.cancel();
	const broken = await fault;
	if (broken instanceof Error) throw broken;
	const trouble = keep(file, said, desk);
	const now = new Date();
	const unkept = noteDrills(desk.state, drills, dayOf(now), now);
	return {left, trouble: trouble ?? unkept};
}

function endedInFirstLoss(file: string, {lines, begin}: Journal, {folder}: Desk): boolean {
	const end = lines.findLast(({line}) => line.kind === 'end')?.line;
	return end?.kind === 'end' && isFirstLoss({file, level: begin.level, won: end.won}, folder);
}

/** Puts what was said into the journal, and the last commitment where the next run begins. */
function keep(file: string, said: readonly Note[], {state}: Desk): string | undefined {
	if (said.length === 0) return undefined;
	const trouble = append(file, said);
	const last = said.findLast(({about}) => about === 'commitment');
	const words = last !== undefined && 'text' in last ? last.text : '';
	const unkept = words === '' ? undefined : noteCommitment(state, words, new Date());
	return trouble ?? unkept;
}

function append(file: string, said: readonly Note[]): string | undefined {
	const troubles: string[] = [];
	const taken = takeUpRun(
		file,
		({journal}, onLine) => {
			// A run that goes on keeps its journal to itself.
			if (journal.ended) linesAfter(journal, 'you', said).forEach(onLine);
			return {ok: true, session: undefined};
		},
		{onTrouble: sentence => troubles.push(sentence)},
	);
	if (!taken.ok) return `What you said could not be kept. ${taken.message}`;
	return taken.file.close() ?? troubles.at(-1);
}
