export {compareRuns, type Comparison, type RunToCompare} from './compare.ts';
