import type {FactToken, Loop, LoopState, Objection, Refusal} from '../../observe/index.ts';

/** What may happen to it. */
export type LoopStep =
	| {
			readonly step: 'accept';
			readonly by: string;
			readonly order: string | null;
			readonly dueAt: number;
	  }
	| {readonly step: 'decline'; readonly by: string; readonly because: Refusal<FactToken>}
	| {readonly step: 'say-again'; readonly by: string; readonly dueAt: number}
	| {readonly step: 'confirm'; readonly by: string}
	| {readonly step: 'correct'; readonly by: string; readonly order: string; readonly dueAt: number}
	| {readonly step: 'withdraw'; readonly by: string}
	| {readonly step: 'report'; readonly by: string; readonly fact: FactToken | null}
	| {readonly step: 'object'; readonly by: string; readonly because: Objection<FactToken>}
	| {readonly step: 'decide'; readonly by: string; readonly go: boolean}
	/** A seat has given the order that it asks for. */
	| {readonly step: 'given'; readonly by: string; readonly order: number}
	| {readonly step: 'came'; readonly as: 'effective' | 'failed'}
	/** Nobody has answered in time, or nobody has done what was accepted. */
	| {readonly step: 'late'};

export const LOOP_STEPS = [
	'accept',
	'decline',
	'say-again',
	'confirm',
	'correct',
	'withdraw',
	'report',
	'object',
	'decide',
	'given',
	'came',
	'late',
] as const satisfies readonly LoopStep['step'][];

/** Nothing more is to come of it. */
export const OVER: readonly LoopState[] = [
	'reported',
	'declined',
	'withdrawn',
	'lapsed',
	'forgotten',
	'dropped',
];

const UNANSWERED: readonly LoopState[] = ['open', 'lapsed'];
const UNGIVEN: readonly LoopState[] = [
	'open',
	'accepted',
	'confirmed',
	'lapsed',
	'forgotten',
	'decided',
];

export type Stepped =
	{readonly ok: true; readonly loop: Loop} | {readonly ok: false; readonly why: string};

/** What becomes of a loop; a sentence where this cannot happen to it now. Whoever may do it is the room's to say. */
export function stepLoop(loop: Loop, step: LoopStep): Stepped {
	const {state, kind, n} = loop;
	const no = (why: string): Stepped => ({ok: false, why: `${String(n)} ${why}.`});
	const yes = (changed: Partial<Loop>): Stepped => ({ok: true, loop: {...loop, ...changed}});
	switch (step.step) {
		case 'accept':
			if (kind === 'propose') return no('is proposed to all: object to it, or decide');
			if (!UNANSWERED.includes(state) && !isReadAgain(loop, step.by)) {
				return no(`is ${state} already`);
			}
			return yes({
				state: 'accepted',
				readBack: step.order,
				answeredBy: step.by,
				dueAt: step.dueAt,
				caught: loop.caught || (differs(loop) && step.order === loop.order),
			});
		case 'decline':
			if (kind === 'propose') return no('is proposed to all: object to it, or decide');
			if (state !== 'accepted' && !UNANSWERED.includes(state)) return no(`is ${state} already`);
			return yes({state: 'declined', answeredBy: step.by, why: step.because});
		case 'say-again':
			if (kind === 'propose' || !UNANSWERED.includes(state)) return no(`is ${state}`);
			return yes({state: 'open', answeredBy: step.by, dueAt: step.dueAt});
		case 'confirm':
			if (state !== 'accepted') return no(`is ${state}: only what was read back is confirmed`);
			if (differs(loop)) return no('was read back as something else: correct it, or withdraw it');
			return yes({state: 'confirmed'});
		case 'correct':
			if (state !== 'accepted') return no(`is ${state}: only what was read back is corrected`);
			return yes({
				state: 'open',
				order: step.order,
				caught: loop.caught || loop.readBack !== step.order,
				readBack: null,
				answeredBy: null,
				dueAt: step.dueAt,
			});
		case 'withdraw':
			if (!UNGIVEN.includes(state)) return no(`is ${state}`);
			return yes({state: 'withdrawn'});
		case 'object':
			if (kind !== 'propose' || state !== 'open') return no('is nothing to object to');
			return yes({objections: [...loop.objections, {by: step.by, because: step.because}]});
		case 'decide':
			if (kind !== 'propose' || state !== 'open') return no('is nothing to decide');
			return yes({state: step.go ? 'decided' : 'dropped', answeredBy: step.by});
		case 'given':
			if (kind === 'ask' || !UNGIVEN.includes(state)) return no(`is ${state}`);
			return yes({state: 'given', given: step.order, answeredBy: step.by});
		case 'came':
			if (state !== 'given') return no(`is ${state}`);
			return yes({state: step.as});
		case 'report':
			if (state === 'given') return no('is under way: report what came of it');
			if (
				kind === 'ask'
					? !['open', 'accepted', 'confirmed', 'lapsed'].includes(state)
					: state !== 'effective' && state !== 'failed'
			) {
				return no(`is ${state}: there is nothing to report of it`);
			}
			if (kind === 'ask' && step.fact === null) return no('asks for a fact: name it');
			return yes({state: 'reported', answeredBy: step.by, reported: step.fact});
		case 'late':
			if (state === 'open') return yes({state: kind === 'propose' ? 'decided' : 'lapsed'});
			if (state === 'accepted' || state === 'confirmed') return yes({state: 'forgotten'});
			return no(`is ${state}`);
	}
}

/** Whoever reads back may notice a slip before the other does. */
function isReadAgain(loop: Loop, by: string): boolean {
	return loop.state === 'accepted' && loop.answeredBy === by && differs(loop);
}

/** Whether it was read back as another order than was asked for. */
export function differs({order, readBack}: Loop): boolean {
	return readBack !== null && order !== null && readBack !== order;
}
