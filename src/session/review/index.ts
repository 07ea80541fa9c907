export {drillsOf, type Drill} from './drill.ts';
export {judgeTry, openDrill} from './try-drill.ts';
