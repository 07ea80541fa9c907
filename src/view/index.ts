export {resultCard} from './say/card.ts';
export {createConsole, type Console, type ConsoleSettings} from './console.ts';
export {createDebrief, debriefPage, debriefText, type Telling} from './debrief/index.ts';
export {createReview} from './review/index.ts';
export {
	looksOf,
	type Look,
	type Looks,
	type LooksWishes,
	type Theme,
} from './screen/looks/index.ts';
export {keymapWith} from './keys/index.ts';
export {CAST_SPEEDS, castLines} from './replay/asciicast.ts';
export {createReplayViewer, type ReplayViewer} from './replay/replay-viewer.ts';
export {inAscii, scoreLines, shareLines} from './say/score-lines.ts';
export {present} from './screen/present.ts';
export type {Program} from './program.ts';
export type {Row, Screen, Size, Span, Tone} from './screen/screen.types.ts';
export {wrap} from './screen/text.ts';
export type {Ask, Key} from './ui.types.ts';
