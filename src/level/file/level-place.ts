import {isMap, isNode, isScalar, type Document} from 'yaml';

/**
 * The offset of a value in the text, or of the name of one of its keys. A value that is missing is
 * placed at what should have held it.
 */
export function placeOf(
	document: Document.Parsed,
	path: readonly (string | number)[],
	key: string | undefined,
): number {
	for (let length = path.length; length >= 0; length--) {
		const inner = path.slice(0, length).map(asKey);
		const node = length === 0 ? document.contents : document.getIn(inner, true);
		if (!isNode(node)) continue;
		if (key !== undefined && length === path.length && isMap(node)) {
			const pair = node.items.find(item => isScalar(item.key) && item.key.value === key);
			if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0;
		}
		return node.range?.[0] ?? 0;
	}
	return 0;
}

/** Numbers that are keys are read as numbers, and come back as text. */
function asKey(part: string | number): string | number {
	return typeof part === 'string' && /^\d+$/u.test(part) ? Number(part) : part;
}
