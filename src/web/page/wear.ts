import type {Look, Looks} from '../../view/index.ts';

/** Puts a theme's table into the style sheet's own names: `--bad-ink`, `--bad-paper` and so on. */
export function wearOn(root: HTMLElement, {theme}: Looks): void {
	for (const [tone, look] of Object.entries<Look>(theme)) {
		for (const [name, value] of Object.entries(propertiesOf(look))) {
			root.style.setProperty(`--${tone}-${name}`, value);
		}
	}
}

function propertiesOf(look: Look): Readonly<Record<string, string>> {
	const ink = colourOf(look.color) ?? 'var(--ink)';
	const paper = colourOf(look.backgroundColor) ?? 'transparent';
	return {
		ink: look.inverse === true ? 'var(--paper)' : ink,
		paper: look.inverse === true ? 'var(--ink)' : paper,
		weight: look.bold === true ? '700' : '400',
		line: look.underline === true ? 'underline' : 'none',
	};
}

/** Names of the 16 are the page's own colours, as they are a terminal's. */
function colourOf(colour: Look['color']): string | undefined {
	if (colour === undefined) return undefined;
	return colour.startsWith('#') ? colour : `var(--${colour})`;
}
