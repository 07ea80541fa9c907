export {createStage, FRAMES_A_SECOND} from './stage.ts';
export type {Craft, Hooks, Left, Showing, Stage} from './stage.ts';
