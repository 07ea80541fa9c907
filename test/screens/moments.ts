import type {Observation} from '../../src/observe/index.ts';
import {wrap} from '../../src/view/index.ts';
import {statusLines} from '../../src/view/plain/status.ts';
import {THEMES} from '../../src/view/screen/looks/themes.ts';
import {drawnMoments, SIZES, sizeWords} from '../frames/drawn-moments.ts';
import {svgOf} from './svg.ts';

const ABOUT: Readonly<Record<string, string>> = {
	'23:30': 'Quiet. One row has a hue, and that is the one to look at.',
	'00:05':
		'The flood. Two hundred alerts are twelve rows, and what was refused stands in front until it is read.',
	'09:20':
		'The long recovery. What stands and must be taken back is in the third row, and whole on panel 8.',
};
/** What a screen reader is told is kept this narrow on paper. */
const LINE_CELLS = 72;

/** The three moments for which the console is specified, at each size and by lines; the page that shows them. */
export function momentPictures(): readonly (readonly [name: string, text: string])[] {
	const moments = drawnMoments();
	const drawn = moments.flatMap(({time, at}) =>
		SIZES.map(size => {
			const title = `The console at ${time}, ${sizeWords(size)}`;
			return [nameOf(time, sizeWords(size)), svgOf(at(size), THEMES.dark.dark, title)] as const;
		}),
	);
	const parts = moments.map(({time, seen}) => partOf(time, seen));
	const head = [
		'# Three moments of one night',
		'October 20 as it happened, drawn by `npm run docs`. At every size the overview is on top; only what is below it changes its place.',
	];
	return [...drawn, ['moments.md', `${[...head, ...parts].join('\n\n')}\n`]];
}

function partOf(time: string, seen: Observation): string {
	const lines = statusLines(seen).flatMap(line => wrap(line, LINE_CELLS));
	return [
		`## ${time}`,
		ABOUT[time] ?? '',
		...SIZES.map(sizeWords).map(words => `![${time}, ${words}](${nameOf(time, words)})`),
		`By lines, \`status\` says the same:`,
		`\`\`\`text\n${lines.join('\n')}\n\`\`\``,
	].join('\n\n');
}

function nameOf(time: string, words: string): string {
	return `at-${time.replace(':', '')}-${words}.svg`;
}
