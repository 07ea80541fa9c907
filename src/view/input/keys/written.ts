import type {Key} from '../ui.types.ts';

const WRITTEN: Readonly<Record<Key, string>> = {
	' ': 'space',
	escape: 'esc',
	down: '↓',
	up: '↑',
	left: '←',
	right: '→',
	'page-down': 'page down',
	'page-up': 'page up',
};

/** A key as people write it. */
export function written(key: Key): string {
	return WRITTEN[key] ?? key;
}
