import {createWaiting} from '../view/programs/menu/index.ts';
import type {Desk} from './house.types.ts';
import type {Showing} from './stage/index.ts';

/** Long enough for the sentence to be drawn. */
const DRAWN_MS = 60;

/** Says on the screen what is being worked out, and works it out: re-simulating hours takes seconds. */
export async function meanwhile<Result>(
	{stage, desk}: {readonly stage: Showing; readonly desk: Desk},
	sentence: string,
	work: () => Result | Promise<Result>,
): Promise<Result> {
	// Whatever is shown next takes its place; if drawing fails, that will fail too, and say so.
	stage.show(createWaiting(sentence, desk.looks.graphs)).catch(() => undefined);
	await drawn();
	return work();
}

function drawn(): Promise<unknown> {
	return new Promise(resolve => setTimeout(resolve, DRAWN_MS));
}
