export {resultCard} from './card.ts';
export {createConsole, type Console, type ConsoleSettings} from './console.ts';
export {debriefText} from './debrief/index.ts';
export {looksOf, type Look, type Looks, type LooksWishes, type Theme} from './looks/index.ts';
export {present} from './screen.ts';
export type {Program} from './program.ts';
export type {Row, Screen, Size, Span, Tone} from './screen.types.ts';
export {wrap} from './text.ts';
export type {Ask, Key} from './ui.types.ts';
