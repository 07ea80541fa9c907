import {expect, test} from 'vitest';
import {levelOf, PLAIN, problemsOf} from '../../test/support/small-level.builder.ts';
import {parseJournal} from './parse-journal.ts';
import {replay} from './relive/replay.ts';
import {open} from './session.ts';

const OWN = `${PLAIN}suspects: [{id: supplier, what: the network of a supplier}]
diagnosis: [{suspect: supplier, when: {at: '23:21'}}]
goals: {win: {suspected: supplier}, why: You named it., atLimit: lost}
`;
const VERSION = {game: '0.2.0', node: 20, observed: false};

test('a suspect of a level’s own can be offered, named, judged and replayed', () => {
	const lines: string[] = [];
	const level = levelOf(OWN);
	const session = open(level, {...VERSION, onLine: line => lines.push(line)});
	expect(session.suspects['supplier']).toBe('the network of a supplier');
	expect(session.complete('suspect su')).toEqual(['support-metadata', 'supplier']);
	session.advance(120);
	const note = {about: 'hypothesis', suspect: 'supplier', confidence: 80, unless: ''} as const;
	expect(session.note('you', {...note, suspect: 'suplier'})).toEqual({
		message: 'There is no suspect “suplier” here.',
		suggestions: ['supplier'],
	});
	expect(session.note('you', note)).toBeUndefined();
	session.advance(1);
	expect(session.result()).toMatchObject({
		ended: {won: true, why: 'You named it.'},
		diagnosis: [{suspect: 'supplier'}],
	});
	const parsed = parseJournal(`${lines.join('\n')}\n`);
	expect(parsed.ok && replay(level, parsed.journal, VERSION)).toMatchObject({divergence: null});
});

test('elsewhere it is nobody', () => {
	const session = open(levelOf(PLAIN), VERSION);
	const note = {about: 'hypothesis', suspect: 'supplier', confidence: 80, unless: ''} as const;
	expect(session.note('you', note)?.message).toMatch(/There is no suspect/);
});

test('nor is what every object has', () => {
	const {suspects} = open(levelOf(PLAIN), VERSION);
	expect(suspects['constructor']).toBeUndefined();
	expect(suspects['dwfm']).toBe('DWFM, the leases of droplets');
});

test.each([
	['suspects: [{id: dwfm, what: x}]', /“dwfm” may be suspected in any level/],
	['suspects: [{id: a, what: x}, {id: a, what: y}]', /“a” exists already/],
	[`diagnosis: [{suspect: gremlins, when: {at: '23:21'}}]`, /there is no suspect “gremlins”/],
	[`hints: [{when: {suspected: dwfn}, text: x}]`, /there is no suspect “dwfn” ~ dwfm/],
])('%s is a problem', (rows, problem) => {
	expect(problemsOf(`${PLAIN}${rows}\n`).join('\n')).toMatch(problem);
});
