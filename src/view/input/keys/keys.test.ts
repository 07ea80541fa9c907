import {describe, expect, test} from 'vitest';
import {anObservation} from '../../../../test/frames/observation.builder.ts';
import {createUi} from '../../programs/console/create-ui.ts';
import {
	BINDINGS,
	bindingOf,
	DEFAULT_KEYMAP,
	keymapWith,
	keysFor,
	panelOf,
	type Remaps,
} from './index.ts';
import {binding, BINDING_IDS} from './keymap.ts';

const PLAYING = createUi({title: '', briefing: '', graphs: 'braille'});

describe('keys of the player’s own', () => {
	test('take the place of those that were there', () => {
		const remapped = keymapWith({pause: ['u'], faster: ['f', 'ctrl-f']});
		if (!remapped.ok) throw new Error(remapped.problems.join(' '));
		const {keymap} = remapped;
		expect(bindingOf(keymap, 'panels', 'u')).toBe('pause');
		expect(bindingOf(keymap, 'panels', ' ')).toBeNull();
		expect(bindingOf(keymap, 'panels', 'ctrl-f')).toBe('faster');
		const shown = keysFor('panels', {...PLAYING, keymap}, anObservation());
		expect(shown.find(({help}) => help.startsWith('pause or resume'))).toMatchObject({
			shown: 'u',
			footer: {keys: [{key: 'u', shown: 'u'}], word: 'pause'},
		});
	});

	test('may swap places', () => {
		expect(keymapWith({next: ['a'], palette: ['n']}).ok).toBe(true);
	});

	test.each<[Remaps, string]>([
		[{fly: ['f']}, 'keys.fly: there is no such action.'],
		[{pause: ['n']}, 'keys.next: n is taken by pause (pause or resume time).'],
		[{pause: []}, 'keys.pause: name at least one key.'],
		[{pause: ['hyper-x']}, 'keys.pause: “hyper-x” is not a key'],
		[{pause: ['3']}, 'keys.pause: 3 goes to a panel, and cannot be reassigned.'],
		[{offer: ['x']}, 'keys.offer: x types a character here, and cannot be a key.'],
		[{menuDown: ['k']}, 'keys.menuUp: k is taken by menuDown (down).'],
		[{drawAnew: ['ctrl-f']}, 'is taken by'],
		[{interrupt: ['x']}, 'keys.interrupt: this key cannot be moved.'],
		[{giveDangerous: ['y']}, 'keys.giveDangerous: a dangerous action cannot be on a plain letter.'],
	])('%o cannot be', (remaps, problem) => {
		const remapped = keymapWith(remaps);
		expect(remapped.ok).toBe(false);
		expect(remapped.ok ? '' : remapped.problems.join('\n')).toContain(problem);
	});
});

describe('the table', () => {
	test('gives each key one meaning in a mode, panels included', () => {
		expect(keymapWith({})).toEqual({ok: true, keymap: DEFAULT_KEYMAP});
		for (const id of BINDING_IDS.filter(each => binding(each).mode === 'panels')) {
			for (const key of binding(id).keys) expect(panelOf(key)).toBeNull();
		}
	});

	test('keeps what is dangerous off plain letters', () => {
		for (const id of BINDING_IDS.filter(each => binding(each).dangerous === true)) {
			expect(binding(id).keys.filter(key => /^[a-z]$/u.test(key))).toEqual([]);
		}
	});

	test('pairs only what there is', () => {
		for (const id of BINDING_IDS) {
			const {pair} = binding(id);
			if (pair !== undefined) expect(Object.keys(BINDINGS)).toContain(pair);
		}
	});

	test('says of every key that does nothing why', () => {
		const ended = anObservation({ended: {at: 600, won: true, why: 'All is well.'}});
		const readOnly = {...PLAYING, readOnly: true};
		for (const [ui, observation] of [
			[PLAYING, ended],
			[readOnly, anObservation()],
		] as const) {
			const idle = keysFor('panels', ui, observation).filter(({works}) => !works);
			expect(idle.length).toBeGreaterThan(1);
			for (const {reason} of idle) expect(reason).toMatch(/^[A-Z].*\.$/u);
		}
	});
});
