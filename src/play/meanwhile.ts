import {createWaiting} from '../view/programs/menu/index.ts';
import type {Desk} from './house.types.ts';
import {ownKeymap} from './own-keymap.ts';
import type {Left, Showing} from './stage/index.ts';

/** Long enough for the sentence to be drawn. */
const DRAWN_MS = 60;

/** Says on the screen what is being worked out, and works it out: living hours again takes seconds. */
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

/** The same for what is worked out beside the screen: whoever leaves has no use for it any more. */
export async function unlessLeft<Result>(
	{stage, desk}: {readonly stage: Showing; readonly desk: Desk},
	sentence: string,
	{
		work,
		drop,
	}: {readonly work: () => Result | Promise<Result>; readonly drop: (unused: Result) => void},
): Promise<{readonly left: Left} | {readonly result: Result}> {
	const waiting = stage.show(createWaiting(sentence, desk.looks.graphs, ownKeymap(desk)));
	await Promise.race([waiting, drawn()]);
	const working = Promise.resolve(work());
	const first = await Promise.race([
		waiting.then(left => ({left})),
		working.then(result => ({result})),
	]);
	// A fault in what nobody waits for is met by whoever asks for it again.
	if ('left' in first) working.then(drop).catch(() => undefined);
	return first;
}

function drawn(): Promise<unknown> {
	return new Promise(resolve => setTimeout(resolve, DRAWN_MS));
}
