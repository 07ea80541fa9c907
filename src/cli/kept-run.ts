import {endOnSignal} from './end-on-signal.ts';
import {EXIT} from './exit-codes.ts';
import {explainFault} from './explain-fault.ts';
import type {Started} from './started.ts';
import {complain} from './terminal-text.ts';

/** Keeps a run safe on disk, however the program ends. */
export type KeptRun = {
	/** Closes the journal, once. Where part of it is lost, a sentence says what became of it. */
	close(isSound?: boolean): string | undefined;
};

/** `makeRoom` gives the screen back before a fault of ours is told. */
export function keepRun(
	{session, file}: Started,
	makeRoom: () => Promise<void> = () => Promise.resolve(),
): KeptRun {
	const crash = (error: unknown) => {
		void makeRoom().finally(() => {
			explainFault(error, session, file);
			process.exit(EXIT.ownFault);
		});
	};
	let open = true;
	const close = (isSound = true) => {
		if (!open) return undefined;
		open = false;
		process.off('uncaughtException', crash);
		process.off('exit', fall);
		stopHeeding();
		if (isSound) session.noteReached();
		return file.close();
	};
	const fall = () => {
		const lost = close();
		if (lost !== undefined) complain(lost);
	};
	process.once('uncaughtException', crash);
	// A reader that leaves ends the program at once, and so does a signal.
	process.once('exit', fall);
	const stopHeeding = endOnSignal();
	return {close};
}
