export {backgroundIn, type Background} from './background.ts';
export {showsUnicode} from './locale.ts';
export type {Environment} from './locale.ts';
export {looksOf, type Looks, type LooksWishes} from './looks.ts';
export type {Look, Theme} from './theme.types.ts';
export {mindsBackground} from './themes.ts';
