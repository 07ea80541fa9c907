export {OPEN_KINDS, stillOpenOf, type OpenKind, type StillOpen} from './still-open.ts';
