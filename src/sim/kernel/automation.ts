import type {StepContext} from './step-context.ts';
import {refuse, type OrderSpec, type Refusal} from './order-spec.ts';

/** Something that heals or harms by itself until an operator stops it. Plain data, kept by its subsystem. */
export type Automation = {
	readonly id: string;
	readonly label: string;
	paused: boolean;
	/** Who paused it; null while it runs. */
	by: string | null;
	/** Since when it runs or stands still, as a tick. */
	since: number;
};

export function runningAutomation(id: string, label: string, ctx: StepContext): Automation {
	return {id, label, paused: false, by: null, since: ctx.now};
}

type Row = Pick<OrderSpec, 'seconds' | 'team' | 'what' | 'risk' | 'touches' | 'danger'>;

/** The row of the grammar that pauses an automation. */
export function pauseRow(id: string, row: Row): OrderSpec {
	return switchRow('pause', id, row);
}

/** The row of the grammar that lets it run again. */
export function resumeRow(id: string, row: Row): OrderSpec {
	return switchRow('resume', id, row);
}

function switchRow(verb: 'pause' | 'resume', id: string, row: Row): OrderSpec {
	return {
		...row,
		forms: [`${verb} <automation>`],
		blanks: {automation: {kind: 'word', words: [id]}},
		kind: 'do',
		needs: 'tools',
		example: `${verb} ${id}`,
		...(verb === 'pause' ? {liftedBy: `resume ${id}`} : {}),
	};
}

/** Refuses to pause what is paused, or to resume what runs. */
export function refusePause({id, paused}: Automation, pausing: boolean): Refusal | null {
	if (paused !== pausing) return null;
	return pausing
		? refuse('already-paused', `${id} is paused`)
		: refuse('already-running', `${id} is running`);
}

export function setPaused(
	automation: Automation,
	paused: boolean,
	by: string,
	ctx: StepContext,
): void {
	automation.paused = paused;
	automation.by = paused ? by : null;
	automation.since = ctx.now;
}
