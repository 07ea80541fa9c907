import {doneWrongly, SHORT_SECONDS} from './words-done-wrongly.ts';

doneWrongly(seconds => seconds > SHORT_SECONDS);
