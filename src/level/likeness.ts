import {valueAt} from '../sim/index.ts';
/** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
export function editDistance(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({length: b.length + 1}, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			let edits = Math.min(
				valueAt(last, column) + 1,
				valueAt(current, column - 1) + 1,
				valueAt(last, column - 1) + (same ? 0 : 1),
			);
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2];
			if (swapped && a[row - 2] === b[column - 1]) {
				edits = Math.min(edits, valueAt(beforeLast, column - 2) + 1);
			}
			current.push(edits);
		}
		beforeLast = last;
		last = current;
	}
	return valueAt(last, b.length);
}

const LIKE_WORDS_MAX = 3;
const LENGTH_MAX = 80;

/** The words someone may have meant, best first: few edits away, or beginning alike. */
export function wordsLike(typed: string, words: readonly string[]): readonly string[] {
	const wanted = typed.toLowerCase().slice(0, LENGTH_MAX);
	if (wanted === '') return [];
	const allowed = Math.max(1, Math.floor(wanted.length / 3));
	const near: {word: string; edits: number; order: number}[] = [];
	for (const [order, word] of [...new Set(words)].entries()) {
		const begins = wanted.length >= 2 && word.toLowerCase().startsWith(wanted);
		const edits = begins ? 0 : editDistance(wanted, word.toLowerCase());
		if (edits <= allowed) near.push({word, edits, order});
	}
	near.sort((a, b) => a.edits - b.edits || a.order - b.order);
	return near.slice(0, LIKE_WORDS_MAX).map(each => each.word);
}
