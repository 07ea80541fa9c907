import fs from 'node:fs';
import type {Length} from '../../src/view/programs/console/time/index.ts';
import type {Key} from '../../src/view/index.ts';
import {aConsole} from '../support/console.builder.ts';

const PLAYERS = new URL('../../levels/october-20/players/', import.meta.url);
const SIZE = {columns: 120, rows: 36};
const FRAME_SECONDS = 0.5;

/** A night as it took an operator who thinks, types, and otherwise lets time run as it will. */
export type PacedNight = {
	readonly realMinutes: number;
	readonly simulatedSeconds: number;
	/** How often time became hot by itself. */
	readonly heats: number;
	readonly orders: number;
	readonly ended: boolean;
};

/** Plays a scripted player's orders by keys; each takes `secondsAnOrder` real seconds at the command line. */
export function nightAtPace(player: string, length: Length, secondsAnOrder: number): PacedNight {
	const {console, session} = aConsole({length, confirm: false});
	const press = (...keys: readonly Key[]) => {
		for (const key of keys) console.press(key, SIZE);
	};
	const over = () => session.ended;
	const due = ordersOf(player);
	let [real, heats, given] = [0, 0, 0];
	const live = () => {
		const was = console.ui.heat;
		console.frame(FRAME_SECONDS);
		real += FRAME_SECONDS;
		if (was === null && console.ui.heat !== null) heats++;
	};
	while (!over()) {
		const next = due[given];
		if (next === undefined || session.now < next.at) {
			live();
			continue;
		}
		press(':');
		for (let spent = 0; spent < secondsAnOrder && !over(); spent += FRAME_SECONDS) live();
		if (!over()) press(...Array.from(next.text), 'enter');
		given++;
	}
	return {
		realMinutes: real / 60,
		simulatedSeconds: session.now,
		heats,
		orders: given,
		ended: over(),
	};
}

/** The file's lines as seconds since the level began, at 23:20. */
function ordersOf(player: string): readonly {readonly at: number; readonly text: string}[] {
	return fs
		.readFileSync(new URL(`${player}.orders`, PLAYERS), 'utf8')
		.split('\n')
		.flatMap(line => {
			const [, hour, minute, second, text] = /^(\d\d):(\d\d):(\d\d) (.+)$/u.exec(line) ?? [];
			if (text === undefined) return [];
			const clock = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
			return [{at: (clock - (23 * 3600 + 20 * 60) + 86_400) % 86_400, text}];
		});
}
