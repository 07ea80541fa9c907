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
	['25:10 x', '“25:10” is not a time: expected HH:MM:SS or +MM:SS, and a command.'],
	['13:10 PM x', '“13:10” is not a time: expected HH:MM:SS or +MM:SS, and a command.'],
	['2025-10-21T07:10Z page ec2', '2025-10-21T07:10Z is on another day than the level.'],
	['00:10', '00:10 has no command after it.'],
	['18:00 x', '18:00 is not within the level, 23:20:00 to 16:00:00 PDT.'],
	['00:10 xyzzyq', '“xyzzyq” is not a command.'],
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

const AT_0010 = 3_000;

test.each([
	'00:10 page ec2',
	'0:10 page ec2',
	'12:10 AM page ec2',
	'12:10am PDT page ec2',
	'12:10 a.m. page ec2',
	'07:10 UTC page ec2',
	'07:10Z page ec2',
	'07:10:00 GMT - page ec2',
	'2025-10-20T07:10:00Z page ec2',
	'2025-10-20T07:10:00.250Z page ec2',
	'2025-10-20 07:10 UTC: page ec2',
	'2025-10-20T00:10:00-07:00 page ec2',
	'2025-10-20T12:40+05:30 page ec2',
	'2025-10-20 00:10 PDT page ec2',
	'3:10 am EDT page ec2',
	'- 07:10 UTC – page ec2',
	'* [07:10 UTC] page ec2',
	'| 07:10 UTC | page ec2 | Ann |',
	'| 2025-10-20 07:10Z | `page ec2` |',
	'07:10 UTC,"page ec2"',
	'07:10 UTC\tpage ec2',
])('%s is ten past midnight', line => {
	expect(parseOrderFile(line, LEVEL, '1')).toMatchObject({
		ok: true,
		orders: [{at: AT_0010, words: 'page ec2'}],
	});
});

test('a table is read with what frames it', () => {
	const table =
		'| time | command |\n|:---|---|\n| 07:10 UTC | page ec2 |\n| 07:20 UTC | declare sev1 |';
	expect(parseOrderFile(table, LEVEL, '1')).toMatchObject({
		ok: true,
		orders: [{at: AT_0010}, {at: AT_0010 + 600, words: 'declare sev-1'}],
	});
	expect(parseOrderFile('time,order\n00:10,page ec2', LEVEL, '1')).toMatchObject({ok: true});
});

test('a bare time beside others of another clock is asked about, unless it was said for all', () => {
	const text = '07:10 UTC page ec2\n07:20 declare sev-1';
	expect(parseOrderFile(text, LEVEL, '1')).toMatchObject({
		ok: false,
		problems: [{line: 2, suggestions: ['07:20 PDT', '07:20 UTC']}],
	});
	expect(parseOrderFile(text, LEVEL, '1', undefined, 'UTC')).toMatchObject({
		ok: true,
		orders: [{at: AT_0010}, {at: AT_0010 + 600}],
	});
	expect(parseOrderFile('00:10 PDT page ec2\n00:20 declare sev-1', LEVEL, '1').ok).toBe(true);
});

test('a bare number is asked about', () => {
	expect(parseOrderFile('00:10 throttle launches 5', LEVEL, '1')).toMatchObject({
		ok: false,
		problems: [{line: 1, suggestions: ['throttle launches 5/s', 'throttle launches 5 percent']}],
	});
});
