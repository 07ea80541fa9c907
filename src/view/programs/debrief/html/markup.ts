import {clean} from '../../../say/clean.ts';

/** Text that is safe to stand in a page: written by `esc`, or by us. */
export type Markup = {readonly markup: string};

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/**
 * A piece of a page. Whatever is filled in is text, and is cleaned and escaped, unless it is a piece itself: there is no
 * other way into the page, so that no name that a stranger chose can be more than a name.
 */
export function html(
	strings: TemplateStringsArray,
	...values: readonly (string | number | Markup | readonly Markup[])[]
): Markup {
	const filled = values.map(value => {
		if (typeof value === 'string') return escape(value);
		if (typeof value === 'number') return String(value);
		return 'markup' in value ? value.markup : value.map(({markup}) => markup).join('');
	});
	return {markup: strings.map((text, index) => text + (filled[index] ?? '')).join('')};
}

export const NOTHING: Markup = {markup: ''};

/** Words that somebody else chose: their direction is their own, and ends where they do. */
export function quoted(text: string): Markup {
	return html`<bdi>${text}</bdi>`;
}

function escape(text: string): string {
	return clean(text).replace(/[&<>"']/g, character => ENTITIES[character] ?? '');
}

/** A number for an attribute: short, and the same everywhere. */
export function short(value: number): string {
	return String(Math.round(value * 100) / 100);
}
