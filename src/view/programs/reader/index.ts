export {createReader} from './reader.ts';
export {markdownRows} from './markdown.ts';
export {openText, pasteOn, readingKeys, readingRows, readOn, type Reading} from './reading.ts';
