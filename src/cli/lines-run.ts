import type {KeptRun, LevelTexts, Started} from '../play/index.ts';
import {branchOff} from '../play/runs/index.ts';
import type {Desk} from './desk.ts';
import {houseOf} from './house.ts';
import {keepRun} from './kept-run.ts';
import {complain} from './terminal-text.ts';

/** A run that is played by lines, and kept. */
export type LinesRun = Started & KeptRun;

/** Keeps a run on disk; a sentence where it cannot be kept. */
export function heldRun(started: Started | string): LinesRun | string {
	if (typeof started === 'string') return started;
	return {...started, ...keepRun(started)};
}

/** Leaves a run for one of its own that goes on from an earlier second; a sentence where that cannot be. */
export async function leaveFor(
	run: LinesRun,
	at: number,
	{loaded: {level}, desk}: {loaded: LevelTexts; desk: Desk},
): Promise<LinesRun | string> {
	run.session.noteReached();
	const branched = heldRun(await branchOff(run.file.path, at, level, houseOf(desk), complain));
	if (typeof branched !== 'string') await closeRun(run);
	return branched;
}

/** Closes a run's journal and says where it is wanting. False where part of it is lost. */
export async function closeRun(run: KeptRun): Promise<boolean> {
	const lost = await run.close();
	if (lost !== undefined) complain(lost);
	return lost === undefined;
}
