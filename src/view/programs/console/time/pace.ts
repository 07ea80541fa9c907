import type {RoomSeen} from '../../../../observe/index.ts';
import type {Ui} from '../../../input/ui.types.ts';
import {withKeys} from '../../../input/keys/index.ts';
import {SPEED_WHILE_THINKING, SPEEDS} from './speeds.ts';

/** Simulated seconds per real second, as things stand. */
export function speedOf(ui: Ui): number {
	if (stoppedBy(ui) !== null) return 0;
	return Math.min(...limitsOf(ui).map(({speed}) => speed));
}

/** The same where time is a room's, and nobody's own. */
export function roomPaceWords({holds, pace, waits, seats}: RoomSeen): ReturnType<typeof paceWords> {
	const by = holds.map(hold => hold.by).join(', ');
	if (by !== '') return {text: '‖ HELD', why: `by ${by}`, state: 'stopped'};
	if (waits) {
		const empty = seats.filter(({person}) => person === '').map(({id}) => id);
		const [one = 'the first pace', ...more] = empty;
		const whom = more.length === 0 ? one : `${String(empty.length)} seats`;
		return {text: '‖ WAITS', why: `for ${whom}`, state: 'stopped'};
	}
	if (pace === 0) return {text: '‖ STOPPED', why: 'pace 4 starts it', state: 'stopped'};
	return {text: `► ${String(pace)}x`, why: 'together', state: 'chosen'};
}

const SKIPS = {
	second: '► running',
	news: '► to the next event',
	decision: '► to the next decision',
} as const;

/** The speed in a word, and why it is what it is. `slowed` where it is not the one the player chose. */
export function paceWords(ui: Ui): {
	readonly text: string;
	readonly why: string;
	readonly state: 'stopped' | 'slowed' | 'chosen';
} {
	const stopped = stoppedBy(ui);
	if (stopped !== null) return {text: `‖ ${stopped}`, why: '', state: 'stopped'};
	if (ui.skip !== null) {
		const text = SKIPS[ui.skip.to];
		return {text, why: withKeys('({pause} stops)', ui.keymap), state: 'chosen'};
	}
	const speed = speedOf(ui);
	const why = limitsOf(ui).find(limit => limit.speed === speed)?.why ?? '';
	const quiet = SPEEDS[ui.pace] ?? 1;
	return {text: `► ${String(speed)}x`, why, state: speed < quiet ? 'slowed' : 'chosen'};
}

/** What may slow time; of two that slow it alike, the first is the one to name. */
function limitsOf(ui: Ui): readonly {readonly speed: number; readonly why: string}[] {
	const quiet = {speed: SPEEDS[ui.pace] ?? 1, why: ui.slows ? 'quiet' : 'fixed'};
	return [
		...(thinks(ui) ? [{speed: SPEED_WHILE_THINKING, why: 'while this is open'}] : []),
		...(ui.cap === null ? [] : [{speed: ui.cap.speed, why: ui.cap.what}]),
		...(ui.heat === null
			? []
			: [{speed: SPEEDS[ui.heat.pace] ?? 1, why: ui.heat.own ? 'yours' : ui.heat.why}]),
		quiet,
	];
}

/** Something is open that wants to be read or written. */
function thinks(ui: Ui): boolean {
	return ui.prompt.open || ui.palette !== null || ui.order !== null || ui.filtering;
}

function stoppedBy(ui: Ui): string | null {
	if (ui.stage === 'briefing') return 'READY';
	if (ui.stage === 'card') return 'OVER';
	if (ui.overlay !== 'none') return 'WAITING';
	return ui.paused ? 'PAUSED' : null;
}
