import {parentPort, Worker, workerData} from 'node:worker_threads';
import type {Brief, Hand, Outcome, Trades} from './job.types.ts';

type Born = {readonly kind: string; readonly data: unknown};

/** A thread that answers what it is asked, one after the other. */
export type JobThread<Asked, Answer> = {
	readonly post: (asked: Asked) => void;
	readonly listen: (onAnswer: (answer: Answer) => void, onError: (error: Error) => void) => void;
	readonly stop: () => void;
};

/** Hires a thread of a program, which is told its brief as it is born. */
export function hire<Asked, Answer>(
	main: URL,
	{kind, data}: Pick<Brief, 'kind' | 'data'>,
): JobThread<Asked, Answer> {
	const worker = new Worker(main, {workerData: {kind, data} satisfies Born, argv: []});
	return {
		post: asked => {
			worker.postMessage(asked);
		},
		listen(onAnswer, onError) {
			worker.on('message', onAnswer).on('error', onError);
			worker.on('exit', () => {
				onError(new Error('the thread ended'));
			});
		},
		stop() {
			worker.removeAllListeners().on('error', () => undefined); // Nobody asks any more.
			void worker.terminate();
		},
	};
}

/** The other side: what a thread does that was hired. */
export function serveThread(trades: Trades): void {
	const port = parentPort;
	if (port === null) throw new Error('A thread has somebody to answer to.');
	const {kind, data} = workerData as Born;
	const trade = trades[kind];
	if (trade === undefined) throw new Error(`Nobody here does ${kind}.`);
	const answer = trade(data as never);
	port.on('message', asked => {
		port.postMessage(answer(asked as never));
	});
}

/** A run of sixteen hours takes seconds, also on a busy machine; what takes this long is caught in itself. */
const JOB_MILLISECONDS_MAX = 180_000;

/** Does jobs in a thread of its own: one that dies, or does not come to an end, takes nothing with it. */
export function threadHand(main: URL): Hand {
	let thread: JobThread<unknown, unknown> | null = null;
	let brief: Brief | null = null;
	let settle: (outcome: Outcome) => void = () => undefined;
	const dismiss = () => {
		thread?.stop();
		thread = null;
	};
	const hireFor = (own: Brief) => {
		const hired = hire<unknown, unknown>(main, own);
		hired.listen(
			answer => {
				settle({ok: true, answer});
			},
			() => {
				settle({ok: false, why: 'the worker crashed on it'});
			},
		);
		return hired;
	};
	return {
		do(job) {
			if (brief !== job.brief) dismiss();
			brief = job.brief;
			const hired = (thread ??= hireFor(brief));
			return new Promise(resolve => {
				const alarm = setTimeout(() => {
					settle({ok: false, why: 'it took more than three minutes', isEnough: true});
				}, JOB_MILLISECONDS_MAX);
				settle = outcome => {
					clearTimeout(alarm);
					if (!outcome.ok) dismiss();
					resolve(outcome);
				};
				hired.post(job.asked);
			});
		},
		end() {
			dismiss();
			return Promise.resolve();
		},
	};
}
