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
		const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
		if (!isNode(node)) continue;
		if (key !== undefined && length === path.length && isMap(node)) {
			const pair = node.items.find(item => isScalar(item.key) && item.key.value === key);
			if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0;
		}
		return node.range?.[0] ?? 0;
	}
	return 0;
}
