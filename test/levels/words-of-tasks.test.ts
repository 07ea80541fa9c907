import {describe, expect, test} from 'vitest';
import type {Condition, Level} from '../../src/level/index.ts';
import {open} from '../../src/session/index.ts';
import {ownLevels} from './own-levels.ts';

const LEVELS = ownLevels();
const VERSION = {game: '0.2.0', node: 20, observed: false};

function levelNamed(id: string): Level {
	const level = LEVELS.find(each => each.id === id);
	if (level === undefined) throw new Error(`${id} is a level`);
	return level;
}

/** What a level finds in orders, each given so many seconds after the takeover. */
function found(
	id: string,
	orders: readonly (readonly [after: number, words: string])[],
	lasts: number,
) {
	const level = levelNamed(id);
	const session = open(level, VERSION);
	for (const [after, words] of orders) {
		session.advance(level.takeover + after - session.now);
		expect(session.attempt('you', words)).toBeUndefined();
	}
	session.advance(level.takeover + lasts - session.now);
	const {tasks, unsafe} = session.result();
	return {
		met: tasks.filter(({state}) => state === 'met').map(task => task.id),
		spared: tasks.filter(({state}) => state === 'spared').length,
		tasks: tasks.length,
		unsafe: unsafe.map(act => act.id),
	};
}

describe('who edits the zone and stops its automation afterwards has not stopped it first', () => {
	test('two-writers', () => {
		const wrong = found(
			'two-writers',
			[
				[130, 'repoint regional rollback'],
				[700, 'pause dns-automation'],
			],
			900,
		);
		expect(wrong.met).not.toContain('stopped-first');
		expect(wrong.unsafe).toContain('edited-under-automation');
	});

	test('october-20', () => {
		const wrong = found(
			'october-20',
			[
				[60, 'page dynamodb'],
				[1_800, 'break glass access'],
				[2_700, 'repoint regional rollback'],
				[7_800, 'pause dns-automation'],
				[7_900, 'repoint all rollback'],
			],
			10_800,
		);
		expect(wrong.met).not.toContain('freeze-first');
		expect(wrong.unsafe).toContain('edit-while-it-writes');
	});

	test('october-20, the right way round', () => {
		const right = found(
			'october-20',
			[
				[60, 'page dynamodb'],
				[1_800, 'break glass access'],
				[2_700, 'pause dns-automation'],
				[2_900, 'repoint all rollback'],
			],
			9_000,
		);
		expect(right.met).toContain('freeze-first');
		expect(right.unsafe).not.toContain('edit-while-it-writes');
	});
});

test('October 20 prevented asks for nothing that belongs to the night that did not come', () => {
	const orders = [
		[60, 'page dynamodb'],
		[1_300, 'pause dns-automation'],
	] as const;
	const {spared, tasks, unsafe} = found('october-20', orders, 6_000);
	expect(spared).toBe(tasks);
	expect(unsafe).toEqual([]);
});

test('an edit that was refused was none: the automation can still be stopped before it', () => {
	const {met} = found(
		'october-20',
		[
			[30, 'repoint all rollback'],
			[60, 'page dynamodb'],
			[1_800, 'break glass access'],
			[2_700, 'pause dns-automation'],
			[2_900, 'repoint all rollback'],
		],
		9_000,
	);
	expect(met).toContain('freeze-first');
});

/** Keys of conditions that tell which of two came first, or hold one to the other's moment. */
const ORDERED = ['first', 'at', 'while', 'holds'];

/** Every condition of a level that stands for words. */
function conditionsOf({tasks, unsafe}: Level): readonly (readonly [what: string, Condition])[] {
	return [
		...tasks.map(({what, met}) => [what, met] as const),
		...unsafe.map(({what, when}) => [what, when] as const),
	];
}

function within(condition: Condition): readonly Condition[] {
	const inner: readonly Condition[] =
		'all' in condition
			? condition.all
			: 'any' in condition
				? condition.any
				: 'holds' in condition
					? [condition.holds]
					: 'not' in condition
						? [condition.not]
						: 'first' in condition
							? [condition.first, condition.then]
							: 'while' in condition
								? [condition.while]
								: [];
	return [condition, ...inner.flatMap(within)];
}

describe.each(LEVELS.map(level => [level.id, level] as const))('words of %s', (_, level) => {
	test('that say “before” or “first” of two deeds are judged by which came first', () => {
		const ordered = conditionsOf(level).filter(([what]) =>
			/\bbefore (the|it|hosts|anything|anybody|acting|you)\b|while the automation/.test(what),
		);
		const loose = ordered.filter(
			([, condition]) => !within(condition).some(each => ORDERED.some(key => key in each)),
		);
		expect(loose.map(([what]) => what)).toEqual([]);
	});

	test('that name a name mean no zone of load balancers as well', () => {
		const names = conditionsOf(level)
			.flatMap(([, condition]) => within(condition))
			.flatMap(each => ('done' in each ? [each.done] : 'given' in each ? [each.given] : []));
		expect(names).not.toContain('pin');
	});
});
