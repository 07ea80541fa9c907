import type {Asks, Size} from '../../view/index.ts';
import {columnsFor} from '../../view/screen/size/index.ts';

/** How large a cell is on this page. */
export type Cell = {readonly width: number; readonly height: number};

/** Fonts between these are tried, in CSS pixels, so that what is shown has the columns that it asks for. */
const FONT = {most: 15, least: 9} as const;
/** A board is read from across the room: as large as lets it have so many columns. */
const BOARD = {columns: 132, most: 40, pixels: 900} as const;
/** Columns in which a sentence can be read, where there is no room for more. */
const READABLE = 44;
const LINE = 1.25;
const PROBE = '0'.repeat(100);

export type Grid = {
	/** The cells that there is room for, the font chosen so that there are so many columns if that can be. */
	measure(asks: Asks): Size;
	readonly cell: Cell;
};

/** The grid of cells within an element. It follows the window, and the size of text that its reader has set. */
export function createGrid(room: HTMLElement): Grid {
	const probe = document.createElement('span');
	probe.className = 'probe';
	probe.textContent = PROBE;
	probe.ariaHidden = 'true';
	room.append(probe);
	const root = document.documentElement;
	let cell: Cell = {width: 8, height: 18};
	let font = 0;

	/** Sets a font, and asks how wide a cell then is. */
	function set(pixels: number): void {
		if (pixels !== font) {
			font = pixels;
			root.style.setProperty('--font', `${String(pixels)}px`);
			root.style.setProperty('--line', `${String(Math.round(pixels * LINE))}px`);
		}
		cell = {
			width: probe.getBoundingClientRect().width / PROBE.length,
			height: Math.round(pixels * LINE),
		};
	}

	return {
		get cell() {
			return cell;
		},
		measure(asks) {
			const width = room.clientWidth;
			const isFar = asks === 'board' && width >= BOARD.pixels;
			const columnsWanted = isFar ? BOARD.columns : columnsFor(asks);
			const most = isFar ? BOARD.most : FONT.most;
			set(most);
			const needed = width / columnsWanted / cell.width;
			if (needed < 1) set(sized(needed, most));
			// Whoever is told that there is no room has to be able to read it.
			if (Math.floor(width / cell.width + 0.01) < columnsWanted) {
				set(FONT.most);
				set(sized(Math.min(1, width / READABLE / cell.width)));
			}
			return {
				columns: Math.max(1, Math.floor(width / cell.width + 0.01)),
				rows: Math.max(1, Math.floor(room.clientHeight / cell.height)),
			};
		},
	};
}

/** A font that is so much of the largest, in quarters of a pixel. */
function sized(share: number, most: number = FONT.most): number {
	return Math.max(FONT.least, Math.floor(most * share * 4) / 4);
}
