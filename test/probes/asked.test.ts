import {expect, test} from 'vitest';
import {lookBack} from '../../src/session/debrief/look-back.ts';
import {open, parseJournal, recordedRunOf, resume, type Session} from '../../src/session/index.ts';
import {createPlain} from '../../src/view/plain/index.ts';
import {aConsole, line, press, screenOf, wait} from '../support/console.builder.ts';
import {nightWithoutName} from '../support/level.builder.ts';

const LEVEL = nightWithoutName(
	'02:00',
	'diagnosis: [{suspect: dns-records, when: {metric: dns.answers.regional, below: 1}}]',
);
const VERSIONS = {game: 'test', node: 20};

function opened(lines: string[] = []) {
	const onLine = (line: string) => lines.push(`${line}\n`);
	const session = open(LEVEL, {...VERSIONS, onLine});
	const settings = {session, title: 'Short', briefing: '', by: 'you', role: ''};
	return {session, plain: createPlain({...settings, begins: true, unicode: true}), onLine};
}

function journalOf(lines: readonly string[]) {
	const parsed = parseJournal(lines.join(''));
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return parsed.journal;
}

const seen = ({observation: {metrics, alerts, log, chat, orders}}: Session) => [
	Object.keys(metrics).length,
	...[alerts, log, chat, orders].map(list => list.length),
];

test('nobody is asked who did not want it', () => {
	const {session} = opened();
	session.advance(LEVEL.limit);
	expect(session.ended).toBe(true);
	expect(session.notes.filter(({note}) => note.about === 'probe')).toEqual([]);
});

test('time stops in a second nobody was told, everything is blank, and goes on once it is answered', () => {
	const {session, plain} = opened();
	expect(plain.take('probes on').lines.join(' ')).toContain('nothing of it is scored');
	const asked = plain.take('wait 140').lines;
	const at = session.now;
	expect(at).toBeGreaterThan(0);
	expect(at).toBeLessThan(LEVEL.limit);
	expect(asked.filter(line => /^[123] .*\ba .*, b .*, c /u.test(line))).toHaveLength(3);
	expect(seen(session)).toEqual([0, 0, 0, 0, 0]);
	for (const line of ['wait 1', 'next', 'dig regional', 'hint']) {
		expect(plain.take(line).lines.join(' ')).toContain('Answer them in order');
	}
	session.advance(60);
	expect(session.now).toBe(at);
	const told = plain.take('probes a d -').lines;
	expect(told[0]).toMatch(/^NOTED: Answered/u);
	// What came about before the questions is told now.
	expect(told.length).toBeGreaterThan(1);
	expect(seen(session)[0]).toBeGreaterThan(0);
	expect(plain.take('probes a a a').lines.join(' ')).toContain('No question is waiting.');
	plain.take('wait 1');
	expect(session.now).toBe(at + 60);
});

test('a run that was left at a probe goes on there, and its debrief holds each answer to the truth', () => {
	const lines: string[] = [];
	const {session, onLine} = opened(lines);
	session.note('you', {about: 'probes', text: 'on'});
	session.advance(LEVEL.limit);
	const at = session.now;
	session.noteReached();
	const resumed = resume(LEVEL, journalOf(lines), {...VERSIONS, onLine});
	if (!resumed.ok) throw new Error(resumed.problem.message);
	const second = resumed.session;
	expect(second.observation.probe).toEqual(session.observation.probe);
	expect(second.now).toBe(at);
	second.note('you', {about: 'probe', answers: [2, null, 0]});
	while (!second.ended) {
		second.advance(LEVEL.limit);
		if (second.observation.probe !== undefined) {
			second.note('you', {about: 'probe', answers: [0, 3, 1]});
		}
	}
	const journal = journalOf(lines);
	const {probes} = lookBack(LEVEL, recordedRunOf(LEVEL, journal), second.notes, 'test');
	expect(probes).toHaveLength(4);
	expect(probes[0]?.at).toBe(at);
	expect(probes[0]?.questions.map(({answered}) => answered)).toEqual([2, null, 0]);
	for (const {questions} of probes) {
		const [, cause] = questions;
		// Nobody mended the name.
		expect(cause?.right.map(option => cause.options[option])).toEqual([
			'DNS records or caches, whoever wrote them',
		]);
	}
});

test('the console goes blank but for the questions, whatever is pressed, and comes back with the answers', () => {
	const {session} = opened();
	const {console} = aConsole({session});
	press(console, ...line('probes on'), ...line('until 01:59'));
	for (let frame = 0; frame < 500 && console.observation.probe === undefined; frame++) {
		console.frame(0.2);
	}
	wait(console, 5);
	for (const keys of [[], ['1'], ['m'], ['esc', 'p'], ['z']] as const) {
		press(console, ...keys);
		const shown = screenOf(console);
		expect(shown).toContain('three questions');
		expect(shown).not.toMatch(/PAGE|CRIT  |ERR/u);
	}
	const {now} = session;
	press(console, ...line('probes - - -'));
	expect(console.observation.probe).toBeUndefined();
	expect(screenOf(console)).not.toContain('three questions');
	expect(session.now).toBe(now);
});
