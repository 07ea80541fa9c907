import type {Brief, Crew, FromWorker, ToWorker} from '../../play/runs/index.ts';

/** What a worker of the page is sent: first the run that it lives again and again, then what to do. */
export type ToPageWorker = {readonly brief: Brief} | {readonly task: ToWorker};

/** Threads of the browser that live nights again. One core is left to the page. */
export function workerCrew(): Crew {
	return {
		cores: navigator.hardwareConcurrency - 1,
		hire(brief) {
			const worker = new Worker('./worker.js', {type: 'module'});
			worker.postMessage({brief} satisfies ToPageWorker);
			return {
				post: task => {
					worker.postMessage({task} satisfies ToPageWorker);
				},
				listen(onMessage, onError) {
					worker.addEventListener('message', ({data}: MessageEvent<FromWorker>) => {
						onMessage(data);
					});
					worker.addEventListener('error', ({message}) => {
						onError(new Error(message === '' ? 'a worker of the page broke' : message));
					});
				},
				stop: () => {
					worker.terminate();
				},
			};
		},
	};
}
