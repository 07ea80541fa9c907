import type {Debrief, Replayer} from '../../../../session/index.ts';
import {createUi} from '../../console/create-ui.ts';
import {BOTTOM_ROWS} from '../../../screen/layout.ts';
import {present} from '../../../screen/present.ts';
import type {Row, Size} from '../../../screen/screen.types.ts';
import {clockOf} from '../words.ts';

/** The console as it stood in one second of the run. */
export type ConsoleFrame = {
	readonly at: number;
	/** `HH:MM`. */
	readonly clock: string;
	readonly rows: readonly Row[];
};

const SIZE: Size = {columns: 120, rows: 36};
/** A frame takes some eight kilobytes: with all of them the page stays under a megabyte and a half. */
const FRAMES_MAX = 130;
export const MINUTE = 60;

/** The console of each second that a debrief speaks of, earliest first; more of the night where there is room. */
export function consoleFrames(debrief: Debrief, replayer: Replayer): readonly ConsoleFrame[] {
	const ui = createUi({
		title: debrief.title,
		briefing: '',
		graphs: 'block',
		readOnly: true,
		paused: true,
	});
	return secondsToShow(debrief, replayer).map(at => {
		replayer.seek(at);
		const {rows} = present(replayer.session.observation, ui, SIZE);
		return {at, clock: clockOf(debrief, at), rows: rows.slice(0, -BOTTOM_ROWS)};
	});
}

/** What happened is shown at the end of its minute, with what came of it. */
function minuteOf(at: number): number {
	return Math.ceil(at / MINUTE) * MINUTE;
}

/** What is shown first where not all of it has room. */
const KINDS = ['hypothesis', 'prediction', 'milestone', 'end', 'page'] as const;

function secondsToShow(
	{decisions, better, orders, timeline, from}: Debrief,
	{first, last}: Pick<Replayer, 'first' | 'last'>,
): readonly number[] {
	const seconds = new Set<number>();
	const add = (at: number) => {
		if (at >= Math.max(from, first) && at <= last && seconds.size < FRAMES_MAX) seconds.add(at);
	};
	for (const {at} of [...decisions, ...better]) add(at);
	add(last);
	for (const {at} of orders) add(minuteOf(at));
	for (const kind of KINDS) {
		for (const row of timeline) if (row.kind === kind) add(minuteOf(row.at));
	}
	const step = Math.max(
		5 * MINUTE,
		minuteOf((last - first) / Math.max(1, FRAMES_MAX - seconds.size)),
	);
	for (let at = minuteOf(first); at < last; at += step) add(at);
	return [...seconds].sort((one, other) => one - other);
}
