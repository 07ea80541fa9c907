import type {Program, Screen} from '../../view/index.ts';

/** What is said to somebody who does not see the screen. */
export type Live = {
	/** Told of each program that is put on. */
	begin(program: Program): void;
	/** Says what has come since, or what the cursor stands on now. */
	hear(screen: Screen): void;
	/** Says a sentence at once. */
	say(sentence: string): void;
};

/** So many lines stay to be read again. */
const LINES_MAX = 30;

export function createLive(region: HTMLElement): Live {
	let program: Program | null = null;
	let cursor = '';

	function say(sentence: string): void {
		const line = document.createElement('p');
		line.textContent = sentence;
		region.append(line);
		while (region.childElementCount > LINES_MAX) region.firstElementChild?.remove();
	}

	return {
		begin(next) {
			program = next;
			cursor = '';
		},
		hear(screen) {
			for (const sentence of program?.heard?.() ?? []) say(sentence);
			const now = underCursor(screen);
			if (now !== cursor && now !== '') say(now);
			cursor = now;
		},
		say,
	};
}

/** What is marked on the screen, in words. */
function underCursor({rows}: Screen): string {
	const marked = rows.find(row =>
		row.some(({tone, text}) => tone === 'select' && text.trim() !== ''),
	);
	if (marked === undefined) return '';
	return marked
		.filter(({tone}) => tone === 'select')
		.map(({text}) => text)
		.join('')
		.replaceAll(/\s+/gu, ' ')
		.trim();
}
