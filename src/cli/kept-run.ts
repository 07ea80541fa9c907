import {lockRun, rescueJournal} from '../saves/index.ts';
import {EXIT} from './exit-codes.ts';
import {explainFault} from './explain-fault.ts';
import type {Started} from './started.ts';
import {complain} from './terminal-text.ts';

/** Keeps a run that is played by lines safe on disk, however the program ends. */
export type KeptRun = {
	/** Closes the journal and says where it is wanting. False where part of it is lost. */
	close(): boolean;
};

/** Takes the lock of a run; a sentence where another program is playing it. */
export function keepRun({session, file}: Started): KeptRun | string {
	const lock = lockRun(file.path);
	if (lock === undefined) return `${file.path}: another program is playing this run.`;
	const crash = (error: unknown) => {
		explainFault(error, session, file);
		process.exit(EXIT.ownFault);
	};
	let open = true;
	const close = () => {
		if (!open) return true;
		open = false;
		process.off('uncaughtException', crash);
		process.off('exit', close);
		session.noteReached();
		const unwritten = file.close();
		lock.release();
		if (unwritten.length > 0) complain(rescueJournal(file.path, unwritten));
		return unwritten.length === 0;
	};
	process.once('uncaughtException', crash);
	// A reader that leaves ends the program at once.
	process.once('exit', close);
	return {close};
}
