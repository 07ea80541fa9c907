// Known before there is anything to show: enough for the terminal, and nothing of the console.
export {tooSmall} from './too-small.ts';
