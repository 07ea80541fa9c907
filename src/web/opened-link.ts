// What a link needs of the Region: loaded with the first link, and no more of it.
export {openReplay, readRunLink, runLink, whyRefused} from '../session/index.ts';
export {linkVerdict} from '../view/index.ts';
