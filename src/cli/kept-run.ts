import {EXIT} from './exit-codes.ts';
import {explainFault} from './explain-fault.ts';
import type {Started} from './started.ts';
import {complain} from './terminal-text.ts';

/** Keeps a run that is played by lines safe on disk, however the program ends. */
export type KeptRun = {
	/** Closes the journal and says where it is wanting. False where part of it is lost. */
	close(): boolean;
};

export function keepRun({session, file}: Started): KeptRun {
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
		const lost = file.close();
		if (lost !== undefined) complain(lost);
		return lost === undefined;
	};
	process.once('uncaughtException', crash);
	// A reader that leaves ends the program at once.
	process.once('exit', close);
	return {close};
}
