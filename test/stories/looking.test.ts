import {describe, expect, test} from 'vitest';
import type {Console} from '../../src/view/index.ts';
import {MEANINGS} from '../../src/view/say/meanings.ts';
import {PANEL_KEYS} from '../../src/view/input/ui.types.ts';
import {PANELS, panelsIn} from '../../src/observe/index.ts';
import {THE_REGION} from '../../src/session/index.ts';
import {aConsole, line, press, screenOf, SIZE} from '../support/console.builder.ts';

/** A console half an hour into the night, when alerts stand. */
function inTheFlood(): Console {
	return aConsole({minutes: 35}).console;
}

describe('a filter', () => {
	test('looks through the words that stand on the line', () => {
		const console = inTheFlood();
		press(console, '1', 'z', '/', ...Array.from('PAGE'), 'enter');
		const screen = screenOf(console);
		expect(screen).toContain('✗ PAGE');
		expect(screen.split('\n').slice(3).join('\n')).not.toContain('▲ TICK');
	});

	test.each(
		panelsIn(THE_REGION).filter(panel => !['overview', 'curve', 'comms', 'dns'].includes(panel)),
	)('that nothing passes on %s says so, and not that all is well', panel => {
		const console = inTheFlood();
		press(console, PANEL_KEYS[panel], 'z', '/', ...Array.from('xyzzy'), 'enter');
		const screen = screenOf(console);
		expect(screen).toContain('nothing here matches /xyzzy; esc shows everything');
		expect(screen).not.toContain('nothing is alarming');
		press(console, 'escape', 'escape');
		expect(screenOf(console)).not.toContain('/xyzzy');
	});
});

test('enter goes from a row of the overview to its panel, and esc back', () => {
	const console = inTheFlood();
	press(console, 'm', 'j', 'j', 'j', 'enter');
	expect(console.ui).toMatchObject({focus: 'dwfm', full: false});
	press(console, 'escape');
	expect(console.ui.focus).toBe('overview');
});

test('the footer begins with what can be done about the line under the cursor', () => {
	const console = inTheFlood();
	press(console, '1');
	const footer = () => screenOf(console).split('\n').at(-1);
	expect(footer()).toMatch(/^ x acknowledge {2}d shelve for an hour │/u);
	press(console, 'x');
	expect(footer()).toMatch(/^ enter run/u);
	press(console, 'escape', '9');
	expect(footer()).toMatch(/^ : command/u);
});

describe('help', () => {
	test.each(PANELS)('tells how to read %s, on the smallest screen too', panel => {
		const console = inTheFlood();
		press(console, PANEL_KEYS[panel], '?');
		for (const size of [SIZE, {columns: 60, rows: 18}]) {
			const told = screenOf(console, size).replace(/\s+/gu, ' ');
			expect(told).toContain(MEANINGS[panel].shows);
		}
	});

	test('begins where the cursor stands', () => {
		const console = inTheFlood();
		press(console, '1', '?', ...Array.from({length: 12}, () => 'j'));
		expect(screenOf(console)).toMatch(/x +acknowledge: ack /u);
	});

	test.each([
		['dns', 'The public names of DynamoDB'],
		['curve', 'The average droplet manager'],
		['snapshot', 'save this moment, to come back to'],
		['gate', 'gate dwfm <rate>'],
		['xyzzy', 'No help on “xyzzy”'],
	])('about %s', (topic, told) => {
		const console = inTheFlood();
		press(console, ...line(`help ${topic}`));
		expect(screenOf(console)).toContain(told);
	});
});

describe('a hint', () => {
	const stuck = (settings: {readonly exam?: boolean} = {}) => {
		const hint = 'Look at the answer, not at the servers.';
		const {console} = aConsole({minutes: 35, hint, ...settings});
		press(console, '-', '-', '-', '-', '-', '-', '-', '-');
		return console;
	};
	const idle = (console: Console, seconds: number) => {
		for (let lived = 0; lived < seconds; lived += 0.25) {
			console.frame(0.25);
			if (console.ui.flash?.text.startsWith('Stuck?') === true) return true;
		}
		return false;
	};

	test('is offered once to somebody who presses nothing while all is red, and given on asking', () => {
		const console = stuck();
		expect(idle(console, 60)).toBe(false);
		expect(idle(console, 60)).toBe(true);
		press(console, ...line('hint'));
		expect(screenOf(console)).toContain('Hint: Look at the answer');
		expect(idle(console, 300)).toBe(false);
	});

	test('is not offered where it counts', () => {
		expect(idle(stuck({exam: true}), 300)).toBe(false);
	});
});
