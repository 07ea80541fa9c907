/** An element with what is in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	of: Partial<HTMLElementTagNameMap[Name]> = {},
	...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	Object.assign(made, of);
	made.append(...inside);
	return made;
}

export function button(text: string, pressed: () => void): HTMLButtonElement {
	const made = element('button', {type: 'button'}, text);
	made.addEventListener('click', pressed);
	return made;
}

/** What stands above the screen. */
export function aboveScreen(what: HTMLElement): void {
	screen().before(what);
}

export function screen(): HTMLElement {
	const found = document.getElementById('screen');
	if (found === null) throw new Error('The page has lost its #screen.');
	return found;
}
