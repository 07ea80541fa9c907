export {showsUnicode, type Environment} from './locale.ts';
