import {expect, test} from 'vitest';
import {aConsole} from '../../../../test/support/console.builder.ts';
import {widthOf} from '../text.ts';
import {pressedAt} from './index.ts';

test.each([
	[60, 18],
	[80, 24],
	[120, 36],
	[200, 60],
])(
	'every cell of %i by %i stands for what is drawn there, and nothing beside it does',
	(columns, rows) => {
		const {console} = aConsole({minutes: 40});
		const screen = console.present({columns, rows});
		const pressed = new Set<string>();
		for (const [y, row] of screen.rows.entries()) {
			let x = 0;
			for (const {text, press} of row) {
				for (let cell = 0; cell < widthOf(text); cell++)
					expect(pressedAt(screen, x++, y)).toBe(press);
				if (press !== undefined) pressed.add(press.join(' '));
			}
			expect(pressedAt(screen, x, y)).toBeUndefined();
		}
		expect(pressedAt(screen, 0, rows)).toBeUndefined();
		expect([...pressed]).toEqual(expect.arrayContaining([' ', ':', 't', '8', 'm']));
	},
);
