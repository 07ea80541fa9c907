import type {Environment} from './locale.ts';

export type Background = 'dark' | 'light' | 'unknown';

/** What a terminal that says so calls its background: white, or bright but for black. */
export function backgroundOf({COLORFGBG: colours = ''}: Environment): Background {
	const background = /;(\d+)$/u.exec(colours)?.[1];
	if (background === undefined) return 'unknown';
	const isLight = background === '7' || (Number(background) > 8 && Number(background) < 16);
	return isLight ? 'light' : 'dark';
}

/** What a terminal answers that is asked for its background (OSC 11), whichever number of digits it has. */
export function backgroundIn(answer: string): Background {
	const found = /\u001B\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/iu.exec(answer);
	if (found === null) return 'unknown';
	const [red = 0, green = 0, blue = 0] = found
		.slice(1, 4)
		.map(digits => Number.parseInt(digits, 16) / Number.parseInt('f'.repeat(digits.length), 16));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5 ? 'light' : 'dark';
}
