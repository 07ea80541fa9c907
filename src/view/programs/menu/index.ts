export {createBrief} from './brief.ts';
export {parseChoice, type Choice} from './choice.ts';
export {dialLines, difficulty, lengthWords} from './difficulty.ts';
export {createMenu, type Menu} from './menu.ts';
export type {LevelCard, MenuData, RunCard, SettingCard, TextCard} from './menu.types.ts';
export {nextOnLadder} from './next-on-ladder.ts';
export {createWaiting} from './waiting.ts';
