import {describe, expect, test} from 'vitest';
import {glanceAt, isOutlived} from './glance.ts';

function aGlance(lines: readonly object[]) {
	const text = lines.map(line => `${JSON.stringify(line)}\n`).join('');
	const told = glanceAt({file: 'a', writtenAt: 0}, {head: text, tail: text}, () => false);
	return {...told, proven: false};
}

const begin = (over: object = {}) => ({kind: 'begin', level: 'first-steps', seed: '1', ...over});
const back = (sum: string) => begin({forkedFrom: {sum, at: 9}});
const end = {kind: 'end', at: 90, won: true, harm: 3, hash: 'x', sum: 'ended'};

describe('a run that somebody went back from', () => {
	const left = aGlance([begin(), {kind: 'reached', at: 40, sum: 'left'}]);
	const onTheWay = aGlance([back('left'), {kind: 'reached', at: 50, sum: 'way'}]);

	test('is open as long as what they went on with is', () => {
		expect(isOutlived(left, [left, onTheWay])).toBe(false);
	});

	test('is outlived by its branch that has ended, and by a branch of that', () => {
		expect(isOutlived(left, [left, aGlance([back('left'), end])])).toBe(true);
		const last = aGlance([back('way'), end]);
		expect(isOutlived(left, [last, onTheWay, left])).toBe(true);
		expect(isOutlived(onTheWay, [last, onTheWay, left])).toBe(true);
	});

	test('is no other run of the same night', () => {
		const other = aGlance([begin(), {kind: 'reached', at: 60, sum: 'other'}]);
		expect(isOutlived(other, [left, other, aGlance([back('left'), end])])).toBe(false);
	});
});
