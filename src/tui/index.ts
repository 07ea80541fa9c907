export {openTerminal, type Terminal, type TerminalSettings} from './open-terminal.tsx';
export type {Hooks, Left} from './stage.ts';
