import fs from 'node:fs';
import {describe, expect, test} from 'vitest';
import {parseLevel} from '../../src/level/file/index.ts';
import {PANELS, type Observation, type PanelId} from '../../src/observe/index.ts';
import {open, VOCABULARY} from '../../src/session/index.ts';
import type {Fact} from '../../src/view/say/fact.types.ts';
import {factsOf, WITHHELD} from '../../src/view/say/facts/index.ts';
import {measure} from '../../src/view/say/measure.ts';
import {createUi} from '../../src/view/programs/console/create-ui.ts';
import {panelLines} from '../../src/view/plain/panels.ts';
import {statusLines} from '../../src/view/plain/status.ts';
import {observationOf, panelOf} from '../../src/view/protocol/giving.ts';
import {standingFacts} from '../../src/view/say/facts/standing.ts';
import {headerRows, PANEL_VIEWS} from '../../src/view/screen/panels/index.ts';
import {collapse, flood, healthy} from '../frames/nights.ts';
import {realNights} from '../frames/real-nights.ts';
import {levelNamed} from '../levels/own-levels.ts';

const NIGHTS: readonly (readonly [string, Observation])[] = [
	['a healthy evening', healthy()],
	['a flood', flood()],
	['a collapse', collapse()],
	...realNights(),
	['an hour of a company', ofACompany()],
];
const SIGHT = {filter: ''};
const UI = createUi({title: '', briefing: '', graphs: 'braille'});

function ofACompany(): Observation {
	const session = open(levelNamed('somebody-elses-outage'), {game: 'test', node: 20});
	session.advance(6_000);
	return session.observation;
}

function factsIn(panel: PanelId, observation: Observation): readonly Fact[] {
	return Object.values(factsOf(panel, observation, SIGHT).groups).flatMap(({facts}) => facts);
}

/** All that a screen shows of a panel: with room for everything, and so low that alerts stand by group. */
function drawn(panel: PanelId, observation: Observation): string {
	const ui = {...UI, focus: panel, full: true};
	return [600, 8]
		.flatMap(rows => PANEL_VIEWS[panel](observation, ui, {columns: 400, rows}).rows)
		.map(row => row.map(({text}) => text).join(''))
		.join(' ')
		.replace(/\s+/g, ' ')
		.toLowerCase();
}

/** What has to stand there of a fact: its name, its state, and what it comes to. */
function needles({label, value, unit, word}: Fact): readonly string[] {
	const said =
		typeof value === 'number' && unit !== '' ? measure(Math.abs(value), unit) : String(value ?? '');
	// The screen has four cells for a severity.
	const state = word === 'TICKET' ? 'TICK' : word;
	return [label.slice(0, 33), state, ...said.split(', ')].map(text => text.toLowerCase());
}

describe.each(PANELS)('every fact of %s', panel => {
	test('stands on the screen, is read out, and is sent', () => {
		let told = 0;
		for (const [night, observation] of NIGHTS) {
			const facts = factsIn(panel, observation);
			told += facts.length;
			expect(new Set(facts.map(({id}) => id)).size, `ids of ${night}`).toBe(facts.length);
			const screen = drawn(panel, observation);
			const unseen = facts.flatMap(fact =>
				needles(fact)
					.filter(needle => !screen.includes(needle.replace(/\s+/g, ' ').trim()))
					.map(needle => `${fact.id}: ${needle}`),
			);
			expect(unseen, `on the screen, ${night}`).toEqual([]);
			const lines = new Set(panelLines(panel, observation, SIGHT));
			const unread = facts
				.filter(
					({id, text}) =>
						!lines.has(text) && !panelLines(panel, observation, {filter: id}).includes(text),
				)
				// Where alerts are few, each is told, and no group.
				.filter(({id}) => panel !== 'alerts' || !id.startsWith('group ') || lines.size > 20);
			expect(
				unread.map(({id, text}) => `${id}: ${text}`),
				`in lines, ${night}`,
			).toEqual([]);
			const sent = new Map(panelOf(observation, {panel}).facts.map(each => [each.id, each]));
			for (const {id, text, value, verdict} of facts) {
				expect(sent.get(id), `sent, ${night}`).toMatchObject({text, value, verdict});
			}
		}
		expect(told).toBeGreaterThan(0);
	});
});

test('what stands is at the top of the screen, in the status, and is sent', () => {
	for (const [night, observation] of NIGHTS) {
		const facts = Object.values(standingFacts(observation));
		const top = headerRows(observation, UI, 400)
			.map(row => row.map(({text}) => text).join(''))
			.join(' ');
		const status = statusLines(observation).join(' ');
		const {standing = []} = observationOf(observation, ['standing'], false);
		for (const {id, text, value, verdict, of} of facts) {
			expect(top, `${id}, ${night}`).toContain(of.short);
			expect(status, `${id}, ${night}`).toContain(text);
			const sent = standing.find(each => each.id === id);
			if (text !== '') expect(sent, night).toMatchObject({text, value, verdict});
		}
	}
});

describe('a filter means the same to every face', () => {
	test.each(['', '!', '! '])('%j lets everything through', filter => {
		for (const panel of PANELS) {
			const all = panelLines(panel, collapse(), SIGHT);
			expect(panelLines(panel, collapse(), {filter})).toEqual(all);
			expect(panelOf(collapse(), {panel, filter}).facts).toHaveLength(
				panelOf(collapse(), {panel}).facts.length,
			);
		}
	});

	test('and with ! lets through what it keeps back without', () => {
		const ids = (filter: string) =>
			panelOf(flood(), {panel: 'overview', filter}).facts.map(({id}) => id);
		expect(ids('fail').length).toBeGreaterThan(0);
		expect([...ids('fail'), ...ids('!fail')].sort()).toEqual([...ids('')].sort());
	});
});

describe('what a level withholds', () => {
	const text = fs.readFileSync(
		new URL('../../levels/october-20/level.yaml', import.meta.url),
		'utf8',
	);
	const withholding = (what: string) => parseLevel(`${text}\nwithhold: ${what}\n`, VOCABULARY);

	test.each(PANELS)('of panels is dark in every face: %s', panel => {
		const parsed = withholding(`{panels: [${panel}]}`);
		if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
		const session = open(parsed.level, {game: 'test', node: 20});
		session.advance(120);
		const {observation} = session;
		expect(panelLines(panel, observation, SIGHT).join(' ')).toContain(WITHHELD);
		expect(panelOf(observation, {panel})).toMatchObject({note: WITHHELD, facts: []});
		expect(drawn(panel, observation)).toContain(WITHHELD);
		const usual = open(parsed.level, {game: 'test', node: 20}).observation;
		expect(usual.withheld.panels).toEqual([panel]);
	});

	test('of a panel’s metrics and lists is not in the observation either', () => {
		const parsed = withholding('{panels: [dns, log]}');
		if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
		const session = open(parsed.level, {game: 'test', node: 20});
		session.attempt('you', 'dig regional');
		session.advance(600);
		const {metrics, log, answers} = session.observation;
		expect(Object.keys(metrics).filter(id => /^(dns|resolvers)\./.test(id))).toEqual([]);
		expect({log, answers}).toEqual({log: [], answers: []});
	});

	test.each(['curve', 'probe'])('of instruments is refused and stays unknown: %s', instrument => {
		const parsed = withholding(`{instruments: [${instrument}]}`);
		if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
		const session = open(parsed.level, {game: 'test', node: 20});
		session.attempt('you', `show ${instrument}`);
		session.advance(120);
		expect(session.observation.orders.at(-1)).toMatchObject({state: 'refused'});
		expect(session.observation.instruments).toMatchObject({[instrument]: null});
		expect(panelLines('curve', session.observation, SIGHT).join(' ')).toContain('withholds it');
	});

	test.each([
		['{panels: [nonsense]}', 'no panel is called “nonsense”: expected overview, alerts'],
		['{instruments: [telescope]}', 'expected one of "curve", "probe"'],
		['{orders: [sing]}', 'no command starts with “sing”'],
	])('is known by name: %s', (what, message) => {
		const parsed = withholding(what);
		expect(parsed.ok ? [] : parsed.problems.map(each => each.message).join(' ')).toContain(message);
	});
});
