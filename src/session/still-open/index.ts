export {stillOpenOf, type OpenKind, type StillOpen} from './still-open.ts';
