import type {Observation} from '../../../observe/index.ts';
import {asAscii} from '../../screen/glyphs.ts';
import {BOTTOM_ROWS} from '../../screen/layout.ts';
import {SMALLEST} from '../../screen/smallest.ts';
import {clockAt} from '../../say/measure.ts';
import type {Row, Screen, Size} from '../../screen/screen.types.ts';
import {paceWords} from '../console/time/index.ts';
import {fit, span, widthOf} from '../../screen/text.ts';
import {keysIn} from '../../input/keys/index.ts';
import {flashed} from '../../screen/panels/bottom.ts';
import {keysRow} from '../../screen/keys-row.ts';
import type {Ui} from '../../input/ui.types.ts';
import type {Transport} from './transport.types.ts';

type Standing = {
	readonly observation: Observation;
	readonly ui: Ui;
	/** Through whose eyes it is watched; null where all is seen. */
	readonly seat: string | null;
	readonly transport: Transport;
};

/** The screen of a run, with the transport where a run has its command line. */
export function withTransport(screen: Screen, standing: Standing, {columns, rows}: Size): Screen {
	if (columns < SMALLEST.columns || rows < SMALLEST.rows) return screen;
	const {flash, keymap} = standing.ui;
	// The line where a run says what came of a key is taken by the transport.
	const footer =
		flash === null ? keysRow(keysIn('replay', keymap), columns) : [span(' '), flashed(flash)];
	const bar = {rows: [transportRow(standing, columns), fit(footer, columns)]};
	const drawn = standing.ui.graphs === 'ascii' ? asAscii(bar) : bar;
	return {rows: [...screen.rows.slice(0, -BOTTOM_ROWS), ...drawn.rows]};
}

/** Where the replay stands, in one row: what is known of is drawn heavier than what is not yet. */
function transportRow({observation, ui, seat, transport}: Standing, width: number): Row {
	const {now, first, last, wanted, strayed} = transport;
	const clock = (at: number) => clockAt(observation, at).slice(0, 5);
	const state = wanted === null ? paceWords(ui).text : '… finding';
	const start = ` REPLAY ${state} `.padEnd(20);
	const from = seat === null ? '' : ` ${seat} `;
	const share = last > first ? Math.round((100 * (now - first)) / (last - first)) : 100;
	const end = ` ${clock(now)} of ${clock(last)}  ${String(share).padStart(3)} % `;
	const warning = strayed ? ' not as recorded ' : '';
	const room = width - widthOf(start) - widthOf(from) - widthOf(end) - widthOf(warning);
	return fit(
		[
			span(start, ui.paused ? 'select' : 'title'),
			span(from, 'title'),
			...track(transport, room),
			span(end, 'title'),
			span(warning, 'bad'),
		],
		width,
	);
}

function track({now, first, last, built}: Transport, cells: number): Row {
	if (cells < 6) return [];
	const cellOf = (at: number) =>
		last > first ? Math.round(((at - first) / (last - first)) * (cells - 1)) : 0;
	const here = cellOf(now);
	const known = Math.max(here, cellOf(built));
	return [
		span('━'.repeat(here), 'title'),
		span('●', 'title'),
		span('━'.repeat(known - here), 'dim'),
		span('·'.repeat(cells - 1 - known), 'dim'),
	];
}
