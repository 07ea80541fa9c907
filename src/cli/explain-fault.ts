import {shownPath} from '../saves/index.ts';
import {BrokenInvariant, type JournalledSession} from '../session/index.ts';
import {complain} from './terminal-text.ts';

/** Our own fault: where it happened, what repeats it, and that the run is safe. */
export function explainFault(
	error: unknown,
	session: JournalledSession,
	file: {readonly path: string},
): void {
	const what = error instanceof Error ? error.message : String(error);
	complain(`This is a bug in the game, not a mistake of yours: ${what}`);
	complain(
		`Level ${session.level}, seed ${session.seed}, tick ${String(session.now)}. The journal up to there: ${shownPath(file.path)}`,
	);
	if (error instanceof Error && !(error instanceof BrokenInvariant)) complain(error.stack ?? '');
}
