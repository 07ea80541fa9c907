import {describe, expect, test} from 'vitest';
import {WORLD} from '../../src/session/index.ts';
import {claimsBroken, ROWS, sums} from './coverage.ts';
import {COLUMNS, row, type Cell} from './coverage.types.ts';
import {brokenLink} from './links.ts';
import {keptMeasures} from './measured.ts';

describe('what the founding documents name', () => {
	test('has seventy rows, each once', () => {
		expect(new Set(ROWS.map(({name}) => name)).size).toBe(70);
		expect(ROWS).toHaveLength(70);
	});

	test('links to nothing that is not there, and leaves no column empty', () => {
		expect(ROWS.flatMap(claimsBroken)).toEqual([]);
	});

	test('is counted once in each column', () => {
		const {columns, rows} = sums();
		for (const column of COLUMNS) {
			const {y, '-': dash, open} = columns[column];
			expect(y + dash + open).toBe(rows);
		}
	});

	test('gives a reason for each dash, and says what is missing of what is open', () => {
		for (const each of ROWS)
			for (const column of COLUMNS) {
				const cell = each[column];
				const words = 'none' in cell ? cell.none : 'open' in cell ? cell.open : 'links are enough';
				expect(words.length, `${each.name}, ${column}`).toBeGreaterThan(6);
			}
	});
});

describe('a link that leads nowhere is found out', () => {
	test.each([
		['caused', 'parameter:dwfm.noSuch'],
		['caused', 'chart:dwfm/no-such'],
		['seen', 'metric:no.such'],
		['lever', 'order:no-such'],
		['lever', 'order:show-leases'],
		['lever', 'switch:no-such'],
		['level', 'level:october-20#no-such'],
		['level', 'level:october-20'],
		['debrief', 'text:levels/october-20/debrief.md#no such words'],
		['debrief', 'lesson:no-such'],
		['tested', 'test:test/no-such.test.ts#a test'],
		['tested', 'test:test/coverage/coverage.test.ts#no such test stands he' + 're'],
		['lever', 'metric:dwfm.broken'],
	] as const)('%s %s', (column, link) => {
		expect(brokenLink(column, link)).not.toBeNull();
	});

	test('and so is a column that is only claimed', () => {
		const cells = Object.fromEntries(COLUMNS.map(column => [column, []])) as unknown as Record<
			(typeof COLUMNS)[number],
			Cell
		>;
		expect(claimsBroken(row('a row', cells))).toHaveLength(COLUMNS.length);
	});
});

test('what was measured was measured in this world: else `npm run coverage -- --measure`', () => {
	expect(keptMeasures().world).toBe(WORLD);
});
