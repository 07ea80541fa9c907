import type {Ui} from './ui.types.ts';

/** Simulated seconds per real second. */
export const SPEEDS = [1, 4, 10, 30, 60, 120] as const;
export const PACE_AT_START = SPEEDS.indexOf(30);
/** Where a page brings a fast run, and what counts as fast. */
export const PACE_ON_PAGE = SPEEDS.indexOf(10);
/** Typing is thinking: time runs no faster than this while the command line is open. */
const SPEED_WHILE_TYPING = 4;
/** How far `n` looks for news before it gives the world back. */
export const SKIP_SECONDS = 30 * 60;
/** Quiet before a page that makes the page worth slowing for. */
export const QUIET_SECONDS = 10 * 60;

export function speedOf(ui: Ui): number {
	if (ui.paused || ui.stage !== 'playing' || ui.overlay !== 'none') return 0;
	const chosen = SPEEDS[ui.pace] ?? 1;
	return ui.prompt.open ? Math.min(chosen, SPEED_WHILE_TYPING) : chosen;
}

/** The speed in a word. `slowed` where it is not the one the player chose. */
export function paceWords(ui: Ui): {
	readonly text: string;
	readonly state: 'stopped' | 'slowed' | 'chosen';
} {
	if (ui.stage === 'briefing') return {text: '‖ READY', state: 'stopped'};
	if (ui.stage === 'card') return {text: '‖ OVER', state: 'stopped'};
	if (ui.overlay !== 'none') return {text: '‖ WAITING', state: 'stopped'};
	if (ui.paused) return {text: '‖ PAUSED', state: 'stopped'};
	if (ui.skip !== null) return {text: '► to next', state: 'chosen'};
	const chosen = SPEEDS[ui.pace] ?? 1;
	const speed = speedOf(ui);
	return {text: `► ${String(speed)}x`, state: speed < chosen ? 'slowed' : 'chosen'};
}
