import {THEMES, type ThemeName} from '../../src/view/screen/looks/themes.ts';
import {
	createDebrief,
	NOT_SCORED,
	type Console,
	type Screen,
	type Size,
} from '../../src/view/index.ts';
import {DEFAULT_KEYMAP} from '../../src/view/input/keys/index.ts';
import {MEANINGS} from '../../src/view/say/meanings.ts';
import {PANEL_KEYS} from '../../src/view/input/ui.types.ts';
import {PANELS, type PanelId} from '../../src/observe/index.ts';
import {goldenNamed} from '../golden/golden.ts';
import {aLostDebrief} from '../support/lost-debrief.builder.ts';
import {momentPictures} from './moments.ts';
import {consolesOf, WINDOW, type SceneName} from './scenes.ts';
import {svgOf} from './svg.ts';

/** Where each panel has something to say. */
const SEEN_IN: Readonly<Record<PanelId, SceneName>> = {
	overview: 'network',
	alerts: 'empty',
	dns: 'empty',
	dwfm: 'collapse',
	curve: 'collapse',
	launches: 'network',
	network: 'network',
	nlb: 'flapping',
	others: 'empty',
	company: 'empty',
	services: 'empty',
	open: 'network',
	comms: 'empty',
	log: 'empty',
	orders: 'network',
};

const WIDE: Size = {columns: 120, rows: 36};
const ABOUT_THEMES: Readonly<Record<ThemeName, string>> = {
	auto: 'What `auto` is where the terminal does not tell its background: words are its own, and hues are on shapes and bars.',
	dark: 'Greys and two hues for dark backgrounds: a hue says that something is not well.',
	light: 'The same for light backgrounds.',
	'high-contrast': 'Nothing is dimmed, and what needs attention stands on a ground of its own.',
	deuteranopia: 'Orange and magenta, for eyes without green or without red.',
	tritanopia: 'Violet and red, for eyes without blue.',
	mono: 'No colour, as under NO_COLOR: bold, reverse, words and shapes.',
};

type Named = readonly [name: string, text: string];

/** Everything in docs/screens/, by its path. */
export function pictures(): Readonly<Record<string, string>> {
	const consoles = consolesOf(goldenNamed('october-20', 'as-it-happened'));
	const panels = PANELS.map(panel => panelPicture(panel, consoles[SEEN_IN[panel]]));
	const overview = consoles.network.present(WIDE);
	const themes = Object.entries(THEMES).map(([name, on]): Named => [
		`theme-${name}.svg`,
		svgOf(
			consoles.network.present(WINDOW),
			name === 'auto' ? on.unknown : on.dark,
			`The theme ${name}`,
		),
	]);
	const files: readonly Named[] = [
		['console.svg', svgOf(overview, THEMES.dark.dark, 'The console at 06:52 of 20 October')],
		...panels.map(({file, svg}): Named => [file, svg]),
		[
			'debrief.svg',
			svgOf(debriefAt(WIDE), THEMES.dark.dark, 'The debrief of a lost run of October 20'),
		],
		...themes,
		...momentPictures(),
		['README.md', pageOf(panels)],
	];
	return Object.fromEntries(files.map(([name, text]) => [`docs/screens/${name}`, text]));
}

/** The main page of a debrief, with its first finding chosen. */
function debriefAt(size: Size): Screen {
	const telling = {debrief: aLostDebrief(), progress: {lived: 64, wanted: 64}};
	const program = createDebrief({
		...{title: 'October 20', ladder: 9, graphs: 'braille', keymap: DEFAULT_KEYMAP},
		said: {felt: 'always a step behind', story: '', commitment: ''},
		telling: () => telling,
		scored: () => NOT_SCORED,
		keep: () => undefined,
		reveal: () => undefined,
	});
	program.press('j', size);
	return program.present(size);
}

type PanelPicture = {
	readonly panel: PanelId;
	readonly file: string;
	readonly svg: string;
	readonly text: string;
};

/** A panel alone on a small screen; the console is left as it was. */
function panelPicture(panel: PanelId, console: Console): PanelPicture {
	console.press(PANEL_KEYS[panel], WINDOW);
	console.press('z', WINDOW);
	const screen = console.present(WINDOW);
	console.press('z', WINDOW);
	const svg = svgOf(screen, THEMES.dark.dark, MEANINGS[panel].shows);
	return {panel, file: `${panel}.svg`, svg, text: textOf(screen)};
}

function textOf(screen: Screen): string {
	return screen.rows
		.map(row =>
			row
				.map(({text}) => text)
				.join('')
				.trimEnd(),
		)
		.join('\n');
}

function pageOf(panels: readonly PanelPicture[]): string {
	const themes = Object.entries(ABOUT_THEMES).map(
		([name, about]) => `### ${name}\n\n${about}\n\n![The theme ${name}](theme-${name}.svg)`,
	);
	return `${[
		'# What the console shows',
		'Drawn by `npm run docs` from a golden journal, October 20 as it happened, taken over for a few minutes ' +
			'of looking about; nothing here was painted by hand. Each panel stands alone (`z`) on a terminal of 80x24, ' +
			'as text and in the default theme. Colour says nothing that the words and shapes do not.',
		...panels.map(panelPart),
		'At three moments of that night, at four sizes and by lines: [the moments](moments.md).',
		'## Themes',
		'`--theme NAME` for once, `outage-oncall settings theme NAME` for good, `:theme NAME` in the middle of a run.',
		...themes,
	].join('\n\n')}\n`;
}

function panelPart({panel, file, text}: PanelPicture): string {
	const {shows, reading, lies} = MEANINGS[panel];
	return [
		`## ${PANEL_KEYS[panel]} ${panel}`,
		shows,
		`\`\`\`\n${text}\n\`\`\``,
		...[reading.map(line => `- ${line}`).join('\n')],
		`When it lies: ${lies}`,
		`![${shows}](${file})`,
	].join('\n\n');
}
