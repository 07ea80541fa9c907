import {describe, expect, test} from 'vitest';
import {LOOP_STATES, type Loop} from '../../observe/index.ts';
import {differs, LOOP_STEPS, OVER, stepLoop, type LoopStep} from './loop.ts';

const GATE = 'gate dwfm 4';
const LEASES = {kind: 'metric', metric: 'dwfm.leasedShare', value: 0.93, sampledAt: 900} as const;

function opened(kind: Loop['kind'] = 'request'): Loop {
	return {
		n: 3,
		kind,
		by: 'commander',
		of: 'ec2',
		order: kind === 'ask' ? null : GATE,
		about: kind === 'ask' ? LEASES : null,
		because: null,
		state: 'open',
		at: 0,
		changedAt: 0,
		openedAt: 0,
		dueAt: 90_000,
		readBack: null,
		answeredBy: null,
		caught: false,
		given: null,
		reported: null,
		why: null,
		objections: [],
	};
}

const STEPS: Readonly<Record<LoopStep['step'], LoopStep>> = {
	accept: {step: 'accept', by: 'ec2', order: GATE, dueAt: 200_000},
	decline: {step: 'decline', by: 'ec2', because: {kind: 'word', word: 'busy'}},
	'say-again': {step: 'say-again', by: 'ec2', dueAt: 90_000},
	confirm: {step: 'confirm', by: 'commander'},
	correct: {step: 'correct', by: 'commander', order: GATE, dueAt: 90_000},
	withdraw: {step: 'withdraw', by: 'commander'},
	report: {step: 'report', by: 'ec2', fact: LEASES},
	object: {step: 'object', by: 'dns', because: {kind: 'word', word: 'unsafe'}},
	decide: {step: 'decide', by: 'commander', go: true},
	given: {step: 'given', by: 'ec2', order: 12},
	came: {step: 'came', as: 'effective'},
	late: {step: 'late'},
};

function after(steps: readonly (LoopStep | LoopStep['step'])[], from = opened()): Loop {
	return steps.reduce((loop, each) => {
		const stepped = stepLoop(loop, typeof each === 'string' ? STEPS[each] : each);
		if (!stepped.ok) throw new Error(stepped.why);
		return stepped.loop;
	}, from);
}

describe('a request', () => {
	test('is closed by three legs and carried through by five', () => {
		const states = ['accept', 'confirm', 'given', 'came', 'report'] as const;
		const been = states.map((_, index) => after(states.slice(0, index + 1)).state);
		expect(been).toEqual(['accepted', 'confirmed', 'given', 'effective', 'reported']);
	});

	test('that is read back as something else is not confirmed, and is caught by putting it right', () => {
		const other = {...STEPS.accept, order: 'gate dwfm 40'} as LoopStep;
		const misheard = after([other]);
		expect(differs(misheard)).toBe(true);
		expect(stepLoop(misheard, STEPS.confirm)).toEqual({
			ok: false,
			why: '3 was read back as something else: correct it, or withdraw it.',
		});
		const mended = after(['correct', 'accept', 'confirm'], misheard);
		expect(mended).toMatchObject({state: 'confirmed', caught: true, order: GATE});
	});

	test('whose read-back slipped is put right by whoever slipped, and by nobody once it fits', () => {
		const other = {...STEPS.accept, order: 'gate dwfm 40'} as LoopStep;
		const again = after(['accept', 'confirm'], after([other]));
		expect(again).toMatchObject({state: 'confirmed', caught: true});
		expect(stepLoop(after([other]), {...STEPS.accept, by: 'dns'} as LoopStep).ok).toBe(false);
		expect(stepLoop(after(['accept']), STEPS.accept).ok).toBe(false);
	});

	test('corrected to what was read back is no catch: the asker has changed their mind only where it differs', () => {
		expect(after(['accept', 'correct']).caught).toBe(false);
		const other = {...STEPS.correct, order: 'gate dwfm off'} as LoopStep;
		expect(after(['accept', other])).toMatchObject({order: 'gate dwfm off', state: 'open'});
	});

	test.each([
		[[], 'lapsed'],
		[['accept'], 'forgotten'],
		[['accept', 'confirm'], 'forgotten'],
	] as const)(
		'after %j is, when its time has passed, %s, and may still be done',
		(steps, state) => {
			const late = after([...steps, 'late']);
			expect(late.state).toBe(state);
			expect(after(['given', 'came', 'report'], late).state).toBe('reported');
		},
	);

	test('may be given without a word, and what came of it is not known before it has come', () => {
		const given = after(['given']);
		expect(given).toMatchObject({state: 'given', given: 12});
		expect(stepLoop(given, STEPS.report)).toMatchObject({
			ok: false,
			why: expect.stringMatching(/under way/) as string,
		});
		expect(stepLoop(given, STEPS.withdraw).ok).toBe(false);
	});
});

test('a question is answered by a fact, with or without a promise before', () => {
	expect(after(['report'], opened('ask'))).toMatchObject({state: 'reported', reported: LEASES});
	expect(after(['accept', 'report'], opened('ask')).state).toBe('reported');
	const nothing = {...STEPS.report, fact: null} as LoopStep;
	expect(stepLoop(opened('ask'), nothing)).toEqual({ok: false, why: '3 asks for a fact: name it.'});
});

test('a proposal collects objections until somebody decides, or until time has passed', () => {
	const objected = after(['object', 'object'], opened('propose'));
	expect(objected).toMatchObject({state: 'open', objections: [{by: 'dns'}, {by: 'dns'}]});
	expect(after(['decide', 'given', 'came', 'report'], objected).state).toBe('reported');
	expect(after([{step: 'decide', by: 'commander', go: false}], objected).state).toBe('dropped');
	expect(after(['late'], objected).state).toBe('decided');
	expect(stepLoop(objected, STEPS.accept).ok).toBe(false);
});

test('every step in every state of every kind either is a step or says in a sentence why not', () => {
	for (const kind of ['request', 'ask', 'propose'] as const) {
		for (const state of LOOP_STATES) {
			for (const step of LOOP_STEPS) {
				const stepped = stepLoop({...opened(kind), state}, STEPS[step]);
				if (stepped.ok) {
					expect(LOOP_STATES).toContain(stepped.loop.state);
					expect(OVER.includes(state) && !['lapsed', 'forgotten'].includes(state)).toBe(false);
				} else {
					expect(stepped.why).toMatch(/^3 .+\.$/u);
				}
			}
		}
	}
});

test('a room that never answers ends: from every state, time alone leads to one in which nothing is waited for', () => {
	for (const kind of ['request', 'ask', 'propose'] as const) {
		for (const state of LOOP_STATES) {
			let loop: Loop = {...opened(kind), state};
			for (let turn = 0; turn < LOOP_STATES.length; turn++) {
				const stepped = stepLoop(loop, STEPS.late);
				if (!stepped.ok) break;
				loop = stepped.loop;
			}
			expect(stepLoop(loop, STEPS.late).ok).toBe(false);
		}
	}
});
