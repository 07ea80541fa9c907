import {describe, expect, test} from 'vitest';
import type {Console} from '../../src/view/index.ts';
import {aConsole, press, screenOf, SIZE, typed} from '../support/console.builder.ts';

/** What a click on the last piece of the screen with that text presses. */
function keysOf(console: Console, text: string) {
	const pieces = console.present(SIZE).rows.flat();
	return pieces.findLast(piece => piece.text === text && piece.press !== undefined)?.press ?? [];
}

function statesIn(console: Console): readonly string[] {
	for (let frame = 0; frame < 10; frame++) console.frame(0.2);
	return console.observation.orders.map(({state}) => state);
}

describe('without a keyboard', () => {
	test('the palette offers numbers, and takes one that is typed', () => {
		const {console} = aConsole();
		press(console, '5', 'a', ...typed('throttle launches percent'), 'enter');
		expect(screenOf(console)).toMatch(/► 100 .*\n {2}50 .*\n {2}5 /u);
		press(console, 'down', 'enter');
		expect(console.ui.order).toMatchObject({text: 'throttle launches 50 percent'});
		press(console, 'escape', 'a', ...typed('throttle launches percent'), 'enter');
		press(console, '1', '9', 'enter');
		expect(console.ui.order).toMatchObject({text: 'throttle launches 19 percent'});
	});

	test('a dangerous order is named by a click on its target, and given by another on the Y', () => {
		const {console} = aConsole();
		press(console, '6', 'a', ...typed('drain'), 'enter', ...typed('az2'), 'enter', ...typed('use'));
		press(console, ...keysOf(console, 'use1-az2'));
		expect(statesIn(console)).toEqual([]);
		press(console, ...keysOf(console, ' run    '));
		expect(statesIn(console)).toEqual(['refused']);
	});
});
