import {availableParallelism} from 'node:os';
import {Worker} from 'node:worker_threads';
import type {Brief, Crew, FromWorker, Thread} from '../play/runs/index.ts';

/** Threads of Node that live nights again. */
export function debriefCrew(main = ownFile()): Crew {
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

/** The program's one file is its own worker; while developing, the main module is. */
function ownFile(): URL {
	const here = import.meta.url;
	return here.endsWith('.mjs') ? new URL(here) : new URL('./main.ts', here);
}
