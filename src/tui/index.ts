export {playInTerminal, type PlayEnd, type PlaySettings} from './play-in-terminal.tsx';
