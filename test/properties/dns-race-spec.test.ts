import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {ROOT} from '../support/tree.ts';

// The steps of docs/formal/DnsRace.tla, translated by hand and searched whole: what its page says TLC should find.

type Guards = {
	readonly Recheck?: boolean;
	readonly Fencing?: boolean;
	readonly LiveCheck?: boolean;
	readonly NullOk?: boolean;
};

type State = {
	readonly newest: number;
	readonly trees: readonly boolean[];
	readonly root: number;
	readonly rollback: number;
	readonly holder: number;
	readonly pc: readonly string[];
	readonly plan: readonly number[];
	readonly victims: readonly (readonly number[])[];
};

const MAX_PLAN = 3;
const KEEP = 1;
const ENACTORS = [0, 1] as const;
const NOBODY = -1;

const INIT: State = {
	...{newest: 0, root: 0, rollback: 0, holder: NOBODY},
	trees: Array.from({length: MAX_PLAN + 1}, (_, plan) => plan === 0),
	pc: ENACTORS.map(() => 'idle'),
	plan: ENACTORS.map(() => 0),
	victims: ENACTORS.map(() => []),
};

function hasTree({trees}: State, plan: number): boolean {
	return trees[plan] === true;
}

/** Each action of the specification by its name: the states it leads to. */
const ACTIONS: Readonly<Record<string, (s: State, e: number, guards: Guards) => readonly State[]>> =
	{
		Produce: (s, e) => (e === 0 && s.newest < MAX_PLAN ? [{...s, newest: s.newest + 1}] : []),
		Expire: (s, e) => (e === 0 && s.holder !== NOBODY ? [{...s, holder: NOBODY}] : []),
		Pick: (s, e) =>
			s.pc[e] === 'idle' && s.newest > s.root
				? [{...s, plan: s.plan.with(e, s.newest), pc: s.pc.with(e, 'checking')}]
				: [],
		Check(s, e, {Recheck = false}) {
			if (s.pc[e] !== 'checking') return [];
			const over = Recheck && (s.plan[e] ?? 0) <= s.root;
			return [{...s, pc: s.pc.with(e, over ? 'idle' : 'locking')}];
		},
		Lock: (s, e) =>
			s.pc[e] === 'locking' && s.holder === NOBODY
				? [
						{
							...s,
							holder: e,
							trees: s.trees.with(s.plan[e] ?? 0, true),
							pc: s.pc.with(e, 'installing'),
						},
					]
				: [],
		Install(s, e, {Fencing = false, NullOk = false}) {
			if (s.pc[e] !== 'installing') return [];
			const plan = s.plan[e] ?? 0;
			const rootHas = hasTree(s, s.root);
			const can = hasTree(s, plan) && (NullOk || rootHas) && (!Fencing || plan > s.root);
			const holder = s.holder === e ? NOBODY : s.holder;
			if (!can || s.holder !== e) return [{...s, holder, pc: s.pc.with(e, 'idle')}];
			const rollback = rootHas ? s.root : s.rollback;
			return [{...s, holder, rollback, root: plan, pc: s.pc.with(e, 'listing')}];
		},
		List(s, e) {
			if (s.pc[e] !== 'listing') return [];
			const old = s.trees.flatMap((there, plan) =>
				there && plan + KEEP < (s.plan[e] ?? 0) ? [plan] : [],
			);
			return [{...s, victims: s.victims.with(e, old), pc: s.pc.with(e, 'deleting')}];
		},
		Delete(s, e, {LiveCheck = false}) {
			if (s.pc[e] !== 'deleting') return [];
			const gone = (s.victims[e] ?? []).filter(
				plan => !LiveCheck || (plan !== s.root && plan !== s.rollback),
			);
			const trees = s.trees.map((there, plan) => there && !gone.includes(plan));
			return [{...s, trees, victims: s.victims.with(e, []), pc: s.pc.with(e, 'idle')}];
		},
	};

/** Every state that can be reached, and what of it breaks which property. */
function searched(guards: Guards) {
	const seen = new Set([JSON.stringify(INIT)]);
	const open = [INIT];
	const found = {states: 0, empty: 0, back: 0, unstuck: 0};
	for (let s = open.pop(); s !== undefined; s = open.pop()) {
		found.states += 1;
		const isEmpty = !hasTree(s, s.root);
		if (isEmpty) found.empty += 1;
		const from = s;
		const next = Object.values(ACTIONS).flatMap(act => ENACTORS.flatMap(e => act(from, e, guards)));
		for (const state of next) {
			if (state.root < s.root) found.back += 1;
			if (isEmpty && (state.root !== s.root || hasTree(state, state.root))) found.unstuck += 1;
			const key = JSON.stringify(state);
			if (seen.has(key)) continue;
			seen.add(key);
			open.push(state);
		}
	}
	return found;
}

describe('of the race as it is specified', () => {
	test('some order of steps empties the name, and no step of the two repairs it', () => {
		const {states, empty, back, unstuck} = searched({});
		expect(states).toBeGreaterThan(1_000);
		expect(empty).toBeGreaterThan(0);
		expect(back).toBeGreaterThan(0);
		expect(unstuck).toBe(0);
	});

	test('a fencing token keeps every state from it, and every plan from going back', () => {
		expect(searched({Fencing: true})).toMatchObject({empty: 0, back: 0});
	});

	test('a live check keeps every state from it, and no plan from going back', () => {
		const {empty, back} = searched({LiveCheck: true});
		expect(empty).toBe(0);
		expect(back).toBeGreaterThan(0);
	});

	test('a second look does not close it', () => {
		expect(searched({Recheck: true}).empty).toBeGreaterThan(0);
	});

	test('an install that copes with a missing tree gets out of it', () => {
		expect(searched({NullOk: true}).unstuck).toBeGreaterThan(0);
	});

	test('each action that is searched stands in the specification, and no other', () => {
		const text = readFileSync(join(ROOT, 'docs/formal/DnsRace.tla'), 'utf8');
		const next = /^Next ==\n((?: +.*\n)+)/mu.exec(text)?.[1] ?? '';
		const named = [...next.matchAll(/\b([A-Z]\w+)(?:\(e\)|$)/gmu)]
			.map(([, name = '']) => name)
			.filter(name => name !== 'Enactors');
		expect(named.sort()).toEqual(Object.keys(ACTIONS).sort());
	});
});
