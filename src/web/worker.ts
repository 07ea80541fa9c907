import './no-eval.ts';
import {createHand} from '../play/runs/index.ts';
import type {FromWorker, ToWorker} from '../play/runs/index.ts';
import type {ToPageWorker} from './house/crew.ts';

let hand: ((task: ToWorker) => FromWorker) | undefined;

addEventListener('message', ({data}: MessageEvent<ToPageWorker>) => {
	if ('brief' in data) hand = createHand(data.brief);
	else if (hand !== undefined) postMessage(hand(data.task));
});
