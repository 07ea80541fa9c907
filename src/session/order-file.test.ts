import {expect, test} from 'vitest';
import {ORDERS, tick} from '../sim/index.ts';
import {parseOrderFile} from './order-file.ts';

const LEVEL = {id: 'short', variations: [], startSecondsOfDay: 84_000, limit: tick(60_000)};
const [FIRST, SECOND] = Object.values(ORDERS).map(({example}) => example);

test('lines with times become orders in the order of their times', () => {
	const text = `\ufeff# the night\r\n\n02:15:00 ${FIRST!}\r\n23:50:00 ${SECOND!}\n00:10   ${FIRST!}  \n23:20 ${FIRST!}`;
	expect(parseOrderFile(text, LEVEL, '1')).toMatchObject({
		ok: true,
		orders: [{at: 1}, {at: 1_800}, {at: 3_000}, {at: 10_500}],
	});
});

test.each([
	['0:10 x', '“0:10” is not a time: expected HH:MM:SS or +MM:SS, and an order.'],
	['00:10', '00:10 has no order after it.'],
	['18:00 x', '18:00 is not within the level, 23:20:00 to 16:00:00 PDT.'],
	['00:10 xyzzyq', '“xyzzyq” is not an order.'],
])('%s is told with its line', (line, message) => {
	expect(parseOrderFile(`# one\n\n${line}\n`, LEVEL, '1')).toMatchObject({
		ok: false,
		problems: [{line: 3, message}],
	});
});

test('every wrong line is told, up to a limit', () => {
	const parsed = parseOrderFile('nonsense\n'.repeat(50), LEVEL, '1');
	expect(parsed.ok ? [] : parsed.problems.map(({line}) => line)).toEqual(
		Array.from({length: 20}, (_, index) => index + 1),
	);
});

test('a file of any size that no person wrote is refused', () => {
	expect(parseOrderFile('x'.repeat(2_000_000), LEVEL, '1')).toMatchObject({ok: false});
});
