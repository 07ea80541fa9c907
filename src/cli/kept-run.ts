import type {KeptRun, Started} from '../play/index.ts';
import {endOnSignal} from './end-on-signal.ts';
import {EXIT} from './exit-codes.ts';
import {explainFault} from './explain-fault.ts';
import {complain} from './terminal-text.ts';

/** Keeps a run safe on disk, however the program ends. `makeRoom` gives the screen back before a fault of ours is told. */
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
		if (typeof lost === 'string') complain(lost);
	};
	process.once('uncaughtException', crash);
	// A reader that leaves ends the program at once, and so does a signal.
	process.once('exit', fall);
	const stopHeeding = endOnSignal();
	return {close};
}
