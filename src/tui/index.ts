export {openTerminal, type Terminal, type TerminalSettings} from './open-terminal.tsx';
