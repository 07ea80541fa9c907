import {setTimeout} from 'node:timers/promises';
import type {Terminal} from '../tui/index.ts';
import {createWaiting} from '../view/programs/menu/index.ts';
import type {Desk} from './desk.ts';

/** Long enough for the sentence to be drawn. */
const DRAWN_MS = 60;

/** Says on the screen what is being worked out, and works it out: living hours again takes seconds. */
export async function meanwhile<Result>(
	{terminal, desk}: {readonly terminal: Terminal; readonly desk: Desk},
	sentence: string,
	work: () => Result,
): Promise<Result> {
	// Whatever is shown next takes its place; if drawing fails, that will fail too, and say so.
	terminal.show(createWaiting(sentence, desk.looks.graphs)).catch(() => undefined);
	await setTimeout(DRAWN_MS);
	return work();
}
