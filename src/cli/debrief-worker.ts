import {parentPort, workerData} from 'node:worker_threads';
import {basisOf, createLife, liveJob, lookBack} from '../session/index.ts';
import type {Brief, FromWorker, ToWorker} from './debrief-protocol.ts';

/** The other side of the debrief: lives the run once, and then whatever it is handed. */
export function serve(): void {
	const port = parentPort;
	if (port === null) throw new Error('A worker has somebody to answer to.');
	const answer = (message: FromWorker) => {
		port.postMessage(message);
	};
	const {level, lived} = workerData as Brief;
	const life = createLife(level, lived);
	answer({type: 'lived', basis: basisOf(life)});
	port.on('message', (message: ToWorker) => {
		if (message.type === 'job') {
			answer({type: 'result', id: message.job.id, result: liveJob(life, message.job)});
		} else {
			const seen = lookBack(level, lived, message.notes, message.game);
			answer({type: 'looked-back', lookBack: seen});
		}
	});
}
