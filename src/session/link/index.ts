export {isRunLink, readRunLink, RUN_LINK_LENGTH_MAX, runLink} from './run-link.ts';
