import type {Observation} from '../../src/observe/index.ts';
import {present, type Screen, type Size} from '../../src/view/index.ts';
import {received} from '../../src/view/input/inbox/index.ts';
import {createUi} from '../../src/view/programs/console/create-ui.ts';
import {realMoments} from './real-nights.ts';

export const UI = {
	...createUi({title: 'October 20', briefing: '', graphs: 'braille'}),
	stage: 'playing' as const,
};

export const SIZES: readonly Size[] = [
	{columns: 60, rows: 18},
	{columns: 80, rows: 24},
	{columns: 120, rows: 36},
	{columns: 200, rows: 60},
];

/** `80x24`. */
export function sizeWords({columns, rows}: Size): string {
	return `${String(columns)}x${String(rows)}`;
}

export type DrawnMoment = {
	readonly time: string;
	readonly seen: Observation;
	readonly at: (size: Size) => Screen;
};

/** The three moments at which the console is drawn, with what came since somebody last read. */
export function drawnMoments(): readonly DrawnMoment[] {
	return realMoments().map(([time, seen, earlier]) => {
		const ui = {...UI, inbox: received(UI.inbox, earlier, seen)};
		return {time, seen, at: size => present(seen, ui, size)};
	});
}
