import {backgroundIn, type Background} from '../view/screen/looks/index.ts';

/** The question (OSC 11), and one that every terminal answers, so that nobody waits for what will not come. */
const QUESTION = '\u001B]11;?\u001B\\\u001B[c';
const WAIT_MS = 100;
/** The answer to the second question: whatever it says, it comes last. */
const LAST_ANSWER = /\u001B\[\?[\d;]*c/u;
const ANSWERS = /\u001B\]11;[^\u0007\u001B]*(?:\u0007|\u001B\\)|\u001B\[\?[\d;]*c/gu;

/**
 * Asks the terminal for its background, before anybody else reads from it. What was typed meanwhile is handed on;
 * where no answer comes within a tenth of a second, nothing is known.
 */
export function askBackground(
	stdin: NodeJS.ReadStream,
	stdout: NodeJS.WriteStream,
): Promise<Background> {
	return new Promise(resolve => {
		let heard = '';
		const done = () => {
			clearTimeout(timer);
			stdin.off('data', hear);
			stdin.pause();
			stdin.setRawMode(false);
			const typed = heard.replaceAll(ANSWERS, '');
			if (typed !== '') stdin.unshift(Buffer.from(typed));
			resolve(backgroundIn(heard));
		};
		const hear = (data: Buffer | string) => {
			heard += data.toString();
			if (LAST_ANSWER.test(heard)) done();
		};
		const timer = setTimeout(done, WAIT_MS);
		stdin.setRawMode(true);
		stdin.on('data', hear);
		stdout.write(QUESTION);
	});
}
