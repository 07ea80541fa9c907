import {aboveScreen, button, element} from './elements.ts';

/** A line above the screen for what concerns the link and not the night. */
export type Told = {
	/** Nothing is shown of an empty text. */
	say(text: string, act?: readonly [word: string, pressed: () => void]): void;
};

export function createTold(): Told {
	const line = element('div', {className: 'bar', role: 'status', hidden: true});
	aboveScreen(line);
	return {
		say(text, act) {
			line.hidden = text === '';
			line.replaceChildren(text, ...(act === undefined ? [] : [' ', button(...act)]));
		},
	};
}
