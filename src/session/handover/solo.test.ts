import {expect, test} from 'vitest';
import {nightWithoutName} from '../../../test/support/level.builder.ts';
import {parseJournal} from '../parse-journal.ts';
import {replay, resume} from '../relive/replay.ts';
import {open} from '../session.ts';
import {handoversIn} from './graded.ts';
import {READ_NOTE} from './solo.ts';

const LEVEL = nightWithoutName('02:00');
const VERSIONS = {game: 'test', node: 20};

test('a long night is played in two sittings, the second from the note', () => {
	const lines: string[] = [];
	const onLine = (line: string) => lines.push(`${line}\n`);
	const first = open(LEVEL, {...VERSIONS, onLine});
	const journal = () => {
		const parsed = parseJournal(lines.join(''));
		if (!parsed.ok) throw new Error(parsed.problem.message);
		return parsed.journal;
	};
	first.attempt('you', 'dig regional');
	first.advance(300);
	expect(first.hand?.('you', 'handover to me')?.message).toContain('Your note is still empty');
	for (const line of [
		'handover state resolvers.customersEmpty',
		'handover state suspect dns-records 90',
		'handover done 1',
		'handover not flush resolvers until dns.answers.regional above 0',
	]) {
		expect(first.hand?.('you', line)).toBeUndefined();
	}
	expect(first.observation.handing?.draft).toHaveLength(4);
	expect(Object.keys(first.observation.metrics)).not.toEqual([]);
	expect(first.hand?.('you', 'handover to me tomorrow more')).toBeUndefined();
	first.noteReached();

	const resumed = resume(LEVEL, journal(), {...VERSIONS, onLine});
	if (!resumed.ok) throw new Error(resumed.problem.message);
	const second = resumed.session;
	for (const session of [first, second]) {
		const {metrics, alerts, orders, log, chat, handing} = session.observation;
		expect([metrics, alerts, log, chat]).toEqual([{}, [], [], []]);
		expect(orders.flatMap(each => each.lines)).toEqual([]);
		expect(handing?.note).toMatchObject({words: 'tomorrow more', takenAt: null});
		expect(session.attempt('you', 'declare sev-1')?.message).toBe(READ_NOTE);
	}
	expect(second.hand?.('you', 'take 4 2')?.message).toContain('Read back 3 of its 4 claims');
	expect(second.hand?.('you', 'take 4 2 1')).toBeUndefined();
	expect(Object.keys(second.observation.metrics)).not.toEqual([]);
	expect(second.attempt('you', 'declare sev-1')).toBeUndefined();
	second.advance(60);
	second.noteReached();

	const again = replay(LEVEL, journal(), VERSIONS);
	expect(again.ok && again.problem).toBeNull();
	expect(again.ok && again.result).toEqual(second.result());
	expect(journal().begin.format).toBe(3);
	expect(handoversIn(journal())).toMatchObject([
		{at: 300, from: 'you', to: 'you', readBack: [4, 2, 1]},
	]);
});
