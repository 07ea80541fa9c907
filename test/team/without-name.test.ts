import {expect, test} from 'vitest';
import {divisionOf} from '../../src/host/index.ts';
import {
	commandsWith,
	open,
	parseJournal,
	planFor,
	replay,
	withoutName,
	type Journal,
} from '../../src/session/index.ts';
import {openTable} from '../../src/team/index.ts';
import {nightWithoutName} from '../support/level.builder.ts';
import {resealed} from '../support/resealed.ts';
import {standardRoles} from '../support/standard-roles.ts';

const LEVEL = nightWithoutName(
	'00:10',
	`goals: {win: {at: '23:59'}, why: Well done., atLimit: lost}\n`,
);
const ROLES = standardRoles();
const VERSIONS = {game: 'test', node: 20};

/** A room of two to the end of its night, who call each other by name. */
function played(): string {
	const plan = planFor(2, ROLES, 'thick');
	const lines: string[] = [];
	const session = open(LEVEL, {...VERSIONS, room: plan, onLine: line => lines.push(line)});
	const table = openTable(session, divisionOf(plan, ROLES, LEVEL), []);
	table.sit('commander', 'Ann-Lee O.', 0);
	table.sit('engineer', 'Bob', 0);
	table.watched('ann-lee o.', 1);
	table.advance(600, 1_000);
	for (const [seat, text] of [
		['engineer', 'tell commander ANN-LEE O. has the call, and Annabel has not'],
		['commander', 'dig regional'],
		['engineer', 'note @annleeo said so'],
	] as const) {
		expect(table.say(seat, text, 2_000)).toBeUndefined();
	}
	table.advance(1_200, 3_000);
	expect(session.ended).toBe(true);
	return lines.map(line => `${line}\n`).join('');
}

const TEXT = played();

function journalOf(text: string): Journal {
	const parsed = parseJournal(text);
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return parsed.journal;
}

function lived(text: string) {
	const journal = journalOf(text);
	const again = replay(LEVEL, journal, VERSIONS);
	const end = journal.lines.find(({line}) => line.kind === 'end')?.line;
	return {ok: again.ok && again.divergence === null, end};
}

test('a name goes from a room but for what it ordered, and its run is lived again to the same hash', () => {
	const before = lived(TEXT);
	const bare = withoutName(TEXT, 'ann-lee O.');
	const after = lived(bare ?? '');
	expect(before.ok && after.ok).toBe(true);
	const named = (bare ?? '')
		.split('\n')
		.flatMap((line, at) => (/ann-?lee/iu.test(line) ? at + 1 : []));
	expect(commandsWith(journalOf(TEXT), 'Ann-Lee O.')).toEqual(named);
	expect(named.map(at => bare?.split('\n')[at - 1])).toEqual([
		expect.stringContaining('"what":"note @annleeo said so"'),
	]);
	expect(bare).toContain('Annabel has not');
	expect(bare).toContain('"person":"somebody"');
	expect(bare).toContain('"person":"Bob"');
	expect(after.end).toMatchObject({hash: before.end?.kind === 'end' ? before.end.hash : 'none'});
	expect(withoutName(bare ?? '', 'Ann-Lee O.')).toBeUndefined();
	const both = withoutName(bare ?? '', 'BOB');
	expect(both).toContain('"person":"somebody 2"');
	expect(lived(both ?? '').ok).toBe(true);
});

test('nobody is taken from where they are not, and a journal cut off in its last line loses that line', () => {
	expect(withoutName(TEXT, 'Cy')).toBeUndefined();
	expect(withoutName('no journal', 'Bob')).toBeUndefined();
	const cut = TEXT.slice(0, TEXT.indexOf('"kind":"end"') + 20);
	const bare = withoutName(cut, 'Bob');
	expect(parseJournal(bare ?? '').ok).toBe(true);
	expect(bare).not.toContain('Bob');
});

test('notes that were changed before do not become true', () => {
	const forged = resealed(TEXT, lines =>
		lines.map(line => (line['kind'] === 'end' ? {...line, notes: '0123456789abcdef'} : line)),
	);
	expect(lived(forged).ok).toBe(false);
	expect(lived(withoutName(forged, 'Bob') ?? '').ok).toBe(false);
});
