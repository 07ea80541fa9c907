// Known before there is anything to show: enough for the terminal, and nothing of the console.
export {columnsFor, tooSmall, type Asks, type Place} from './too-small.ts';
