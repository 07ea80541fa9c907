import {describe, expect, test} from 'vitest';
import {divisionOf} from '../../src/host/index.ts';
import {open, openReplay, parseJournal, planFor, type Replayer} from '../../src/session/index.ts';
import {openTable, type SeatView} from '../../src/team/index.ts';
import {createReplayViewer} from '../../src/view/programs/replay/replay-viewer.ts';
import {createPicture} from '../../src/view/screen/picture.ts';
import {nightWithoutName} from '../support/level.builder.ts';
import {standardRoles} from '../support/standard-roles.ts';

const LEVEL = nightWithoutName('01:00');
const ROLES = standardRoles();
const VERSIONS = {game: 'test', node: 20};
const SEATS = ['commander', 'engineer'] as const;
const STEP_SECONDS = 600;

type Seen = Pick<SeatView, 'observation'>['observation'];

/** An hour of two people, and what each of them saw every ten minutes. */
function played() {
	const plan = planFor(2, ROLES, 'thick');
	const lines: string[] = [];
	const session = open(LEVEL, {...VERSIONS, room: plan, onLine: line => lines.push(line)});
	const table = openTable(session, divisionOf(plan, ROLES, LEVEL), []);
	for (const seat of SEATS) table.sit(seat, `who sits on ${seat}`, 0);
	const said: Readonly<Record<number, readonly (readonly [string, string])[]>> = {
		1: [
			['commander', 'dig regional'],
			['commander', 'tell engineer look at the leases'],
			['engineer', 'show hosts'],
		],
		2: [
			['engineer', 'tell all dwfm.leasedShare'],
			['commander', 'request gate dwfm 4 of engineer'],
		],
		3: [['engineer', 'answer 1 accept gate dwfm 4']],
	};
	const seen: {at: number; seat: string; observation: Seen}[] = [];
	for (let step = 1; step <= 6; step++) {
		table.advance(STEP_SECONDS, step * STEP_SECONDS);
		for (const seat of SEATS) {
			seen.push({at: session.now, seat, observation: table.view(seat).observation});
		}
		for (const [seat, text] of said[step] ?? []) {
			const problem = table.say(seat, text, step * STEP_SECONDS);
			if (problem !== undefined) throw new Error(problem.message);
		}
	}
	session.noteReached();
	const parsed = parseJournal(lines.map(line => `${line}\n`).join(''));
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return {journal: parsed.journal, seen};
}

const {journal, seen} = played();

function replayer(roles = true): Replayer {
	const opened = openReplay(LEVEL, journal, {...VERSIONS, ...(roles ? {roles: ROLES} : {})});
	if (!opened.ok) throw new Error(opened.problem.message);
	return opened.replayer;
}

/** What stands under a second that may have gone on since: talk of that very second, and the sum of what is new. */
const apartFromTalk = ({room, news, ...rest}: Seen) => {
	expect(room).toBeDefined();
	return [rest, typeof news];
};

describe('a replay of two people', () => {
	test('shows each seat what it saw, at any second', () => {
		const again = replayer();
		expect(again.lens.seats).toEqual(SEATS);
		for (const {at, seat, observation} of seen.toReversed()) {
			expect(again.lens.sit(seat)).toBe(true);
			again.seek(at);
			expect(apartFromTalk(again.session.observation)).toEqual(apartFromTalk(observation));
		}
	});

	test('shows each what was said to it, and its requests', () => {
		const again = replayer();
		again.seek(4 * STEP_SECONDS);
		const toldTo = (seat: string | null) => {
			again.lens.sit(seat);
			const {room} = again.session.observation;
			return [room?.messages.map(({text}) => text).filter(text => text !== ''), room?.loops.length];
		};
		expect(toldTo('engineer')).toEqual([['look at the leases'], 1]);
		expect(again.session.observation.room?.loops[0]?.state).toBe('accepted');
		expect(again.session.observation.metrics['dns.answers.regional']).toBeUndefined();
		expect(toldTo(null)).toEqual([['look at the leases'], 1]);
		expect(again.session.observation.metrics['dns.answers.regional']).toBeDefined();
	});

	test('is looked at from a seat by a word, and says which', () => {
		const viewer = createReplayViewer({replayer: replayer(), title: 'Short', graphs: 'braille'});
		const size = {columns: 100, rows: 30};
		const say = (text: string) => {
			for (const key of [':', ...Array.from(text), 'enter']) viewer.press(key, size);
			return viewer
				.present(size)
				.rows.map(row => row.map(part => part.text).join(''))
				.join('\n');
		};
		expect(say('look Engineer')).toMatch(/REPLAY .* engineer /u);
		expect(say('look nobody')).toContain('Seats: commander, engineer, all.');
		expect(say('look all')).not.toMatch(/REPLAY .* engineer /u);
	});

	test('shows two seats beside each other, each what it saw, where there is room for both', () => {
		const again = replayer();
		again.seek(4 * STEP_SECONDS);
		const viewer = createReplayViewer({replayer: again, title: 'Short', graphs: 'braille'});
		const rowsAt = (columns: number) =>
			viewer.present({columns, rows: 36}).rows.map(row => row.map(part => part.text).join(''));
		for (const key of [':', ...Array.from('look commander engineer'), 'enter']) {
			viewer.press(key, {columns: 120, rows: 36});
		}
		const rows = rowsAt(120);
		expect(rows).toHaveLength(36);
		expect(rows.filter(row => row.length !== 120)).toEqual([]);
		expect(rows[0]).toMatch(/^ commander +engineer +$/u);
		expect(rowsAt(161).filter(row => row.length !== 161 || row[80] !== '│')).toHaveLength(2);
		const halves = [rows.map(row => row.slice(0, 60)), rows.map(row => row.slice(60))];
		const alone = ['commander', 'engineer'].map(seat => {
			again.lens.sit(seat);
			return createPicture()(again.session.observation, viewer.ui, {columns: 60, rows: 35})
				.rows.slice(0, -2)
				.map(row => row.map(part => part.text).join(''));
		});
		expect(halves.map(half => half.slice(1, -2))).toEqual(alone);
		again.lens.sit('commander', 'engineer');
		expect(rowsAt(100).at(-2)).toContain('commander (engineer: from 120 columns)');
		expect(again.lens.sit('commander', 'nobody')).toBe(false);
	});

	test('has no seats where nobody says how the level is shared', () => {
		expect(replayer(false).lens.seats).toEqual([]);
		expect(replayer(false).lens.sit('engineer')).toBe(false);
	});
});
