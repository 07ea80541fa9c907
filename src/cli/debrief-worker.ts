import {parentPort, workerData} from 'node:worker_threads';
import {basisOf, createLife, liveJob, lookBack} from '../session/index.ts';
import type {Brief, FromWorker, ToWorker} from './debrief-protocol.ts';

/** The other side of the debrief: lives whatever it is handed, and the run itself when that is first needed. */
export function serve(): void {
	const port = parentPort;
	if (port === null) throw new Error('A worker has somebody to answer to.');
	const answer = (message: FromWorker) => {
		port.postMessage(message);
	};
	const {level, lived} = workerData as Brief;
	let life: ReturnType<typeof createLife> | null = null;
	const lifeOf = () => (life ??= createLife(level, lived));
	port.on('message', (message: ToWorker) => {
		switch (message.type) {
			case 'live':
				answer({type: 'lived', basis: basisOf(lifeOf())});
				break;
			case 'job':
				answer({type: 'result', id: message.job.id, result: liveJob(lifeOf(), message.job)});
				break;
			case 'look-back': {
				const seen = lookBack(level, lived, message.notes, message.game);
				answer({type: 'looked-back', lookBack: seen});
			}
		}
	});
}
