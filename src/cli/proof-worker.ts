import {parentPort, workerData} from 'node:worker_threads';
import type {Level} from '../level/index.ts';
import {tryLevel, type PlayerScript, type Trial} from '../session/index.ts';

/** What a worker that tries a level is started with. */
export type ProofBrief = {
	readonly task: 'proof';
	readonly level: Level;
	/** Scripts by the names of their players; others act on what they see. */
	readonly scripts: Readonly<Record<string, PlayerScript>>;
};

export type ProofJob = {readonly player: string; readonly seed: string};

/** The other side of `levels check`: one run after the other, as they are handed over. */
export function serve(): void {
	const port = parentPort;
	if (port === null) throw new Error('A worker has somebody to answer to.');
	const {level, scripts} = workerData as ProofBrief;
	port.on('message', ({player, seed}: ProofJob) => {
		const trial: Trial = tryLevel(level, player, scripts[player] ?? null, seed);
		port.postMessage(trial);
	});
}
