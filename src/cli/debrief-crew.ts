import {availableParallelism} from 'node:os';
import {Worker} from 'node:worker_threads';
import type {Brief, Crew, FromWorker, Thread} from '../play/runs/index.ts';
import {programFile} from './package-root.ts';

/** Threads of Node that live nights again. */
export function debriefCrew(main = programFile()): Crew {
	return {cores: availableParallelism(), hire: brief => hired(main, brief)};
}

function hired(main: URL, brief: Brief): Thread {
	const worker = new Worker(main, {workerData: brief, argv: []});
	return {
		post: message => {
			worker.postMessage(message);
		},
		listen(onMessage, onError) {
			worker.on('error', onError);
			worker.on('message', (message: FromWorker) => {
				onMessage(message);
			});
		},
		stop() {
			void worker.terminate();
		},
	};
}
