// Programs that follow each other on a stage, out of a house: what every shell with a screen does.
export {endOf} from './ended.ts';
export {isFirstLoss} from './first-loss.ts';
export type * from './house.types.ts';
export type * from './level-shelf.types.ts';
export {cardOf, cardsOf, inTheRota, type CardedLevel} from './level-card.ts';
export {meanwhile} from './meanwhile.ts';
export {runCards} from './run-cards.ts';
export {NO_CHANGES, type BriefScene, type Scene} from './scene.ts';
export {playScenes, sittingFrom, type Sitting} from './scenes.ts';
export {readShelf} from './shelf.ts';
export {textScreen} from './text-screen.ts';
export {textFor, textsToRead, type Prose} from './texts.ts';
