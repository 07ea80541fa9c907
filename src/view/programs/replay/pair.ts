import type {Observation} from '../../../observe/index.ts';
import {modeOf} from '../../input/keys/index.ts';
import type {Ui} from '../../input/ui.types.ts';
import {BOTTOM_ROWS} from '../../screen/layout.ts';
import {SMALLEST} from '../../screen/smallest.ts';
import {createPicture} from '../../screen/picture.ts';
import type {Screen, Size} from '../../screen/screen.types.ts';
import {fit, span} from '../../screen/text.ts';

/** A seat, and a second as it was seen from there. */
export type SeatSeen = {readonly seat: string; readonly observation: Observation};

export const PAIR_COLUMNS = 2 * SMALLEST.columns;

export function fitsPair({columns}: Size): boolean {
	return columns >= PAIR_COLUMNS;
}

/** Whether nothing but panels and the line to write on is there: what lies over them takes the whole width. */
export function isReading(ui: Ui): boolean {
	const mode = modeOf(ui);
	return mode === 'panels' || mode === 'prompt';
}

/** The same second from two seats beside each other, each under its name; below them one line for both. */
export function createPair() {
	const halves = [createPicture(), createPicture()] as const;
	const whole = createPicture();
	return (seats: readonly [SeatSeen, SeatSeen], ui: Ui, size: Size): Screen => {
		const line = size.columns > PAIR_COLUMNS ? [span('│', 'line')] : [];
		const left = Math.floor((size.columns - line.length) / 2);
		const widths = [left, size.columns - line.length - left] as const;
		const [one, other] = halves.map((picture, index) => {
			const {seat, observation} = seats[index === 0 ? 0 : 1];
			const columns = widths[index === 0 ? 0 : 1];
			const {rows} = picture(observation, ui, {columns, rows: size.rows - 1});
			const name = fit([span(` ${seat}`, index === 0 ? 'select' : 'warn')], columns);
			return [name, ...rows.slice(0, -BOTTOM_ROWS)];
		});
		const beside = (one ?? []).map((row, index) => [...row, ...line, ...(other?.[index] ?? [])]);
		return {rows: [...beside, ...whole(seats[0].observation, ui, size).rows.slice(-BOTTOM_ROWS)]};
	};
}
