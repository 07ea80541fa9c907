export {createReader} from './reader.ts';
export {markdownRows} from './markdown.ts';
export {openText, pasteOn, READING_KEYS, readingRows, readOn, type Reading} from './reading.ts';
