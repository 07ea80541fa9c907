import {isMainThread} from 'node:worker_threads';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {FIRST_WORDS, type FirstWord} from './command-list.ts';
import {helpText} from './help.ts';
import {packageRoot, versionOf} from './package-root.ts';
import {diskTrouble} from '../saves/disk/index.ts';
import {complain, didYouMean, print} from './terminal-text.ts';

// The world, the screen and the readers of files load only for the commands that need them.
async function dispatch(words: readonly string[]): Promise<Exit> {
	const [first, ...rest] = words;
	if (words.includes('--help') || words.includes('-h')) {
		return help(first === undefined || first.startsWith('-') ? [] : [first]);
	}
	if (first === '--version' || first === '-v') {
		print(versionOf(packageRoot()));
		return EXIT.done;
	}
	if (first === undefined || first.startsWith('-')) return obey('play', words);
	// Asked by the shells' scripts, not by people.
	if (first === 'complete') return (await import('./complete.ts')).completeCommand(rest);
	const command = FIRST_WORDS.find(known => known === first);
	if (command !== undefined) return obey(command, rest);
	return noCommand(first);
}

async function obey(command: FirstWord, words: readonly string[]): Promise<Exit> {
	switch (command) {
		case 'play':
			return (await import('./play.ts')).playCommand(words);
		case 'daily':
			return (await import('./play.ts')).playCommand(['--daily', ...words]);
		case 'run':
			return (await import('./run.ts')).runCommand(words);
		case 'replay':
			return (await import('./replay.ts')).replayCommand(words);
		case 'score':
			return (await import('./score.ts')).scoreCommand(words);
		case 'share':
			return (await import('./share.ts')).shareCommand(words);
		case 'debrief':
			return (await import('./debrief.ts')).debriefCommand(words);
		case 'compare':
			return (await import('./compare.ts')).compareCommand(words);
		case 'review':
			return (await import('./review.ts')).reviewCommand(words);
		case 'rank':
			return (await import('./rank.ts')).rankCommand(words);
		case 'orders':
			return (await import('./orders.ts')).ordersCommand(words);
		case 'model-card':
			return (await import('./model-card.ts')).modelCardCommand(words);
		case 'levels':
			return (await import('./levels.ts')).levelsCommand(words);
		case 'records':
			return (await import('./records.ts')).recordsCommand(words);
		case 'cohort':
			return (await import('./cohort.ts')).cohortCommand(words);
		case 'curriculum':
			return (await import('./curriculum.ts')).curriculumCommand(words);
		case 'profile':
			return (await import('./profile.ts')).profileCommand(words);
		case 'evidence':
			return (await import('./evidence.ts')).evidenceCommand(words);
		case 'forget':
			return (await import('./forget.ts')).forgetCommand(words);
		case 'sign':
			return (await import('./sign.ts')).signCommand(words);
		case 'key':
			return (await import('./key.ts')).keyCommand(words);
		case 'settings':
			return (await import('./settings.ts')).settingsCommand(words);
		case 'web':
			return (await import('./web.ts')).webCommand(words);
		case 'host':
			return (await import('./host.ts')).hostCommand(words);
		case 'serve':
			return (await import('./serve.ts')).serveCommand(words);
		case 'join':
			return (await import('./join.ts')).joinCommand(words);
		case 'watch':
			return (await import('./join.ts')).joinCommand(['--watch', ...words]);
		case 'mcp':
			return (await import('./mcp.ts')).mcpCommand(words);
		case 'evaluate':
			return (await import('./evaluate.ts')).evaluateCommand(words);
		case 'worker':
			return (await import('./worker.ts')).workerCommand(words);
		case 'completion':
			return (await import('./complete.ts')).completionCommand(words);
		case 'man':
			return manual();
		case 'help':
			return help(words);
	}
}

async function manual(): Promise<Exit> {
	print((await import('./manual.ts')).manualPage());
	return EXIT.done;
}

/** Everything that can be asked of the program, or all about one command. */
function help([about, extra]: readonly string[]): Exit | Promise<Exit> {
	if (about === 'help') return help([]);
	if (extra !== undefined) return badInput(`“${extra.slice(0, 60)}” is one word too many.`);
	const text = helpText(about);
	if (text === undefined) return noCommand(about ?? '');
	print(text);
	return EXIT.done;
}

async function noCommand(word: string): Promise<Exit> {
	const {wordsLike} = await import('./region.ts');
	const said = `“${word.slice(0, 60)}” is not a command; \`outage-oncall --help\` lists them.`;
	complain(`${said}${didYouMean(wordsLike(word, FIRST_WORDS))}`);
	return EXIT.badInput;
}

/** A reader that has seen enough, as `head` has, ends the program quietly; a full disk behind a redirection does not. */
function stopWriting(error: NodeJS.ErrnoException): void {
	if (error.code === 'EPIPE') process.exit(EXIT.done);
	complain(`The output cannot be written: ${diskTrouble(error)}.`);
	process.exit(EXIT.badInput);
}

process.stdout.on('error', stopWriting);
process.stderr.on('error', () => {
	// There is nobody left to tell.
});

try {
	// The one file of the program is its own workers too (ADR 0008).
	if (!isMainThread)
		(await import('../jobs/index.ts')).serveThread((await import('./job-trades.ts')).TRADES);
	else process.exitCode = await dispatch(process.argv.slice(2));
} catch (error) {
	const what = error instanceof Error ? error.message : String(error);
	complain(`This is a bug in the game, not a mistake of yours: ${what}`);
	if (error instanceof Error && error.name !== 'BrokenInvariant') complain(error.stack ?? '');
	process.exitCode = EXIT.ownFault;
}
