import type {Desk} from './desk.ts';
import {keepRun, type KeptRun} from './kept-run.ts';
import type {LevelFolder} from './level-folder.ts';
import {branchOff, type Started} from './started.ts';
import {complain} from './terminal-text.ts';

/** A run that is played by lines, and kept. */
export type LinesRun = Started & KeptRun;

/** Keeps a run on disk; a sentence where it cannot be kept. */
export function heldRun(started: Started | string): LinesRun | string {
	if (typeof started === 'string') return started;
	return {...started, ...keepRun(started)};
}

/** Leaves a run for one of its own that goes on from an earlier second; a sentence where that cannot be. */
export function leaveFor(
	run: LinesRun,
	at: number,
	{loaded: {level}, desk: {folder}}: {loaded: LevelFolder; desk: Desk},
): LinesRun | string {
	run.session.noteReached();
	const branched = heldRun(branchOff(run.file.path, at, {level, folder, onTrouble: complain}));
	if (typeof branched !== 'string') closeRun(run);
	return branched;
}

/** Closes a run's journal and says where it is wanting. False where part of it is lost. */
export function closeRun(run: KeptRun): boolean {
	const lost = run.close();
	if (lost !== undefined) complain(lost);
	return lost === undefined;
}
