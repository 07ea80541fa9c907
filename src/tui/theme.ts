import type {TextProps} from 'ink';
import type {Environment, Tone} from '../view/index.ts';

/** How a tone looks: at most one of the 16 ANSI colours, so that the user's own palette rules. */
export type Look = Pick<TextProps, 'color' | 'bold' | 'inverse'>;
export type Theme = Readonly<Record<Tone, Look>>;

/** Blue is left out: on black it cannot be read everywhere. */
const DEFAULT: Theme = {
	plain: {},
	dim: {color: 'gray'},
	title: {bold: true},
	focus: {color: 'cyan', bold: true},
	select: {inverse: true},
	good: {color: 'green'},
	calm: {color: 'cyan'},
	warn: {color: 'yellow'},
	bad: {color: 'red', bold: true},
	flash: {color: 'yellow', bold: true},
};

/** Bold and reverse are no colours: they stay under NO_COLOR. */
const MONO: Theme = {
	plain: {},
	dim: {},
	title: {bold: true},
	focus: {bold: true},
	select: {inverse: true},
	good: {},
	calm: {},
	warn: {bold: true},
	bad: {bold: true},
	flash: {bold: true},
};

/** `NO_COLOR`, set and not empty, means no colour, whatever its value. */
export function themeFor(env: Environment): Theme {
	const none = (env['NO_COLOR'] ?? '') !== '' || env['CLICOLOR'] === '0';
	return none || env['TERM'] === 'dumb' ? MONO : DEFAULT;
}
