import {html, NOTHING, short, type Markup} from './markup.ts';

/**
 * A plot whose lines stretch with the page and whose words do not: an SVG without text, and the text laid over
 * it. So it can be read on a telephone as well as on a wall.
 */
export type Plot = {
	/** What it shows, for whoever cannot see it. */
	readonly what: string;
	readonly heightRem: number;
	readonly xMax: number;
	readonly yMax: number;
	readonly paths: readonly Path[];
	readonly xTicks: readonly {readonly at: number; readonly text: string}[];
	readonly yTicks: readonly {readonly at: number; readonly text: string}[];
	readonly notes: readonly {readonly x: number; readonly y: number; readonly text: string}[];
};

export type Path = {
	readonly look: string;
	/** Stands at the end of the line; empty for none. */
	readonly name: string;
	readonly points: readonly {readonly x: number; readonly y: number}[];
	/** Whether the path encloses what it says something about. */
	readonly closed?: boolean;
};

/** The plot is drawn in thousandths of its width and height. */
const UNITS = 1000;

export function plot(drawn: Plot): Markup {
	const {what, heightRem, paths, xTicks, yTicks, notes} = drawn;
	const x = (value: number) => (Math.min(value, drawn.xMax) / drawn.xMax) * UNITS;
	const y = (value: number) => UNITS - (Math.min(value, drawn.yMax) / drawn.yMax) * UNITS;
	const named = paths.some(({name}) => name !== '');
	const grid = [
		...yTicks.map(({at}) => `M0 ${short(y(at))}H${String(UNITS)}`),
		...xTicks.map(({at}) => `M${short(x(at))} ${short(UNITS - 15)}V${String(UNITS)}`),
	].join('');
	const lines = paths.map(({look, points, closed}) => {
		const d = points.map(point => `${short(x(point.x))} ${short(y(point.y))}`).join('L');
		return html`<path class="${look}" d="M${d}${closed === true ? 'Z' : ''}" />`;
	});
	return html`<div
		class="plot${named ? ' named' : ''}"
		style="height:${short(heightRem)}rem"
		role="img"
		aria-label="${what}"
	>
		<svg viewBox="0 0 ${UNITS} ${UNITS}" preserveAspectRatio="none" aria-hidden="true">
			<path class="grid" d="M0 0V${UNITS}H${UNITS}${grid}" />
			${lines}
		</svg>
		${xTicks.map(({at, text}) => html`<span class="x" style="left:${share(x(at))}">${text}</span>`)}
		${yTicks.map(({at, text}) => html`<span class="y" style="top:${share(y(at))}">${text}</span>`)}
		${notes.map(
			note =>
				html`<span
					class="at${x(note.x) > 0.7 * UNITS ? ' late' : ''}"
					style="left:${share(x(note.x))};top:${share(y(note.y))}"
					>${note.text}</span
				>`,
		)}
		${named ? names(paths, y) : NOTHING}
	</div>`;
}

/** Names want some room of their own: a twelfth of the height. */
const NAME_UNITS = 110;

function names(paths: readonly Path[], y: (value: number) => number): readonly Markup[] {
	const wanted = paths
		.filter(({name}) => name !== '')
		.map(({look, name, points}) => ({look, name, top: y(points.at(-1)?.y ?? 0)}))
		.sort((a, b) => b.top - a.top);
	let floor = Infinity;
	const places = wanted.map(({top}) => (floor = Math.min(top, floor - NAME_UNITS)));
	// What would stand over the head of the plot pushes all of them down.
	const over = Math.min(0, ...places);
	return wanted.map(
		({look, name}, index) =>
			html`<span class="name n-${look}" style="top:${share((places[index] ?? 0) - over)}"
				>${name}</span
			>`,
	);
}

function share(units: number): string {
	return `${short((units / UNITS) * 100)}%`;
}
