import {parentPort, workerData} from 'node:worker_threads';
import {createHand, type Brief, type ToWorker} from '../play/runs/index.ts';

/** A thread of the debrief: answers whatever it is handed. */
export function serve(): void {
	const port = parentPort;
	if (port === null) throw new Error('A worker has somebody to answer to.');
	const hand = createHand(workerData as Brief);
	port.on('message', (message: ToWorker) => {
		port.postMessage(hand(message));
	});
}
