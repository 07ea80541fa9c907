/**
 * Text from outside, fit for a terminal: without characters that move the cursor, hide, turn the direction of
 * what follows or pile up over the lines above.
 */
export function cleanText(text: string): string {
	return text.replace(UNPRINTABLE, '').replace(PILED_MARKS, '$1');
}

export function isClean(text: string): boolean {
	return cleanText(text) === text;
}

/**
 * Controls, soft hyphens, joiners, bidirectional controls, fillers, variation selectors, tags, halves of
 * characters, and code points that stand for none.
 */
const UNPRINTABLE =
	/[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}\p{Cs}]/gu;

/** Marks that are drawn over or under the letter before. Listed, as each Unicode knows more of them. */
const MARKS =
	'\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u064b-\\u065f' +
	'\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e\\u0eb1\\u0eb4-\\u0ebc' +
	'\\u0ec8-\\u0ece\\u0f71-\\u0f84\\u0f86\\u0f87\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\u302a-\\u302f\\u3099\\u309a' +
	'\\ua66f-\\ua672\\ua674-\\ua67d\\ufe20-\\ufe2f';

/** No script in use needs more than two of them on one letter. */
const PILED_MARKS = new RegExp(`([${MARKS}]{2})[${MARKS}]+`, 'gu');
