import {parentPort, workerData} from 'node:worker_threads';
import {baselineOf, createBaseline, liveJob, lookBack} from '../session/index.ts';
import type {Brief, FromWorker, ToWorker} from './debrief-protocol.ts';

/** The other side of the debrief: lives whatever it is handed, and the run itself when that is first needed. */
export function serve(): void {
	const port = parentPort;
	if (port === null) throw new Error('A worker has somebody to answer to.');
	const answer = (message: FromWorker) => {
		port.postMessage(message);
	};
	const {level, recorded} = workerData as Brief;
	let lived: ReturnType<typeof createBaseline> | null = null;
	const baseline = () => (lived ??= createBaseline(level, recorded));
	port.on('message', (message: ToWorker) => {
		switch (message.type) {
			case 'live':
				answer({type: 'lived', baseline: baselineOf(baseline())});
				break;
			case 'job':
				answer({type: 'result', id: message.job.id, result: liveJob(baseline(), message.job)});
				break;
			case 'look-back': {
				const seen = lookBack(level, recorded, message.notes, message.game);
				answer({type: 'looked-back', lookBack: seen});
			}
		}
	});
}
