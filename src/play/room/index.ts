export {roomConsole} from './room-console.ts';
