import {describe, expect, test} from 'vitest';
import {
	limitsOf,
	PANELS,
	stateOf,
	SYSTEMS,
	type Observation,
	type Reading,
} from '../../src/observe/index.ts';
import {readPanel, received} from '../../src/view/input/inbox/index.ts';
import {PRESETS, type Ui} from '../../src/view/input/ui.types.ts';
import {createUi} from '../../src/view/programs/console/create-ui.ts';
import {ageOf, isOld} from '../../src/view/say/fact.ts';
import type {Fact} from '../../src/view/say/fact.types.ts';
import {factsOf} from '../../src/view/say/facts/index.ts';
import {arrivals, asksDecision} from '../../src/view/say/queue.ts';
import {isShown} from '../../src/view/screen/layout.ts';
import {PANEL_VIEWS} from '../../src/view/screen/panels/index.ts';
import {present} from '../../src/view/screen/present.ts';
import {aConsole, line, press, screenOf} from '../support/console.builder.ts';
import {anObservation, metricsWith} from './observation.builder.ts';

const SIZES = [
	{columns: 60, rows: 18},
	{columns: 80, rows: 24},
	{columns: 120, rows: 36},
	{columns: 200, rows: 60},
] as const;
const UI: Ui = {
	...createUi({title: 'October 20', briefing: '', graphs: 'braille'}),
	stage: 'playing',
};
const BEFORE = anObservation();

function drawn(observation: Observation, ui: Ui, size: (typeof SIZES)[number]): readonly string[] {
	return present(observation, ui, size).rows.map(row => row.map(({text}) => text).join(''));
}

function withTeams(states: Readonly<Record<string, 'asleep' | 'paged' | 'present'>>): Observation {
	const teams = BEFORE.teams.map(each => ({...each, state: states[each.team] ?? each.state}));
	return anObservation({now: BEFORE.now + 60, teams});
}

describe.each(SIZES)('at $columns by $rows', size => {
	test.each([
		[
			'a team joins',
			withTeams({}),
			withTeams({ec2: 'present'}),
			'ON CALL',
			'team ec2 has joined',
			1,
		],
		['a team leaves', withTeams({ec2: 'present'}), withTeams({}), 'AWAY', 'team ec2 has left', 0],
	])(
		'%s: that is the headline, a decision, and the header knows',
		(_, was, is, word, text, many) => {
			const later = {...is, now: is.now + 60};
			expect(arrivals(was, later).filter(asksDecision)).toMatchObject([{word}]);
			const [when = '', headline] = drawn(
				later,
				{...UI, inbox: received(UI.inbox, was, later)},
				size,
			);
			expect(headline).toContain(`${word}  ${text}`);
			expect(when).toMatch(
				many === 0
					? /on the call: nobody|nobody on|none joined|\d paged/u
					: /on the call: ec2|call 1/u,
			);
		},
	);

	test('who writes is counted on a tab until the panel is opened', () => {
		const people = ['Priya', 'Jun', 'Tom'];
		const chat = people.map((from, index) => ({
			...{at: BEFORE.now + index + 1, from, role: 'account-manager' as const, text: 'How long?'},
		}));
		const after = anObservation({now: BEFORE.now + 60, chat});
		const unread = {...UI, inbox: received(UI.inbox, BEFORE, after)};
		expect(drawn(after, unread, size).join('\n')).toMatch(/t ?(?:Com(?:ms)?)?\(3\)/u);
		const opened = {...unread, inbox: readPanel(unread.inbox, 'comms')};
		expect(drawn(after, opened, size).join('\n')).not.toContain('(3)');
	});

	test.each(PRESETS)('the overview is in sight, whatever else is: %s', preset => {
		for (const focus of PANELS)
			expect(isShown('overview', {...UI, preset, focus}, size)).toBe(true);
	});
});

describe('what is ordered while time stands', () => {
	const ORDERS = [
		...['dig regional', 'show enactors', 'declare sev-1', 'page dynamodb', 'page ec2'],
		...['pause dns-automation', 'gate dwfm 4', 'break glass access'],
	];

	test.each(SIZES)('is in the panel of orders at once, $columns by $rows', size => {
		const {console} = aConsole({minutes: 35, confirm: false});
		press(console, ' ', '0', 'z');
		for (const order of ORDERS) {
			press(console, ...line(order));
			const screen = screenOf(console, size);
			expect(screen, order).toMatch(new RegExp(`WAITS .*${order}`, 'u'));
		}
	});

	test('and refused is said until somebody has read it, whatever comes on top', () => {
		const {console, session} = aConsole({minutes: 25, confirm: false});
		press(console, ' ', ...line('pause dns-automation'));
		for (let news = 0; news < 20; news++) {
			press(console, 'N');
			while (console.ui.skip !== null) console.frame(0.2);
		}
		expect(session.now).toBeGreaterThan(40 * 60);
		const unread = console.ui.inbox.unread.filter(({word}) => word === 'REFUSED');
		expect(unread).toMatchObject([
			{text: expect.stringContaining('pause dns-automation') as string},
		]);
		expect(screenOf(console)).toContain('REFUSED');
		press(console, '0');
		expect(console.ui.inbox.unread.filter(({word}) => word === 'REFUSED')).toEqual([]);
	});
});

describe('one polarity', () => {
	const signs = SYSTEMS.flatMap(system =>
		system.signs.map(sign => [`${system.name}: ${sign.says}`, system, sign] as const),
	);

	test.each(signs)('%s: more is worse, and it says so', (_, system, sign) => {
		const limits = limitsOf(sign.metric);
		expect(limits).not.toBeNull();
		const {worse = 'above', crit = 0, full = 1} = limits ?? {};
		const readings = (value: number): Readonly<Record<string, Reading>> => ({
			[sign.metric]: {
				...{id: sign.metric, label: '', unit: 'share', value},
				sampledAt: 0,
				history: [],
			},
		});
		const shown = (value: number) =>
			stateOf({...system, signs: [sign]}, readings(value)).value ?? NaN;
		const well = worse === 'above' ? 0 : 1;
		expect(shown((crit + full) / 2)).toBeGreaterThan(shown(well));
		expect(sign.says).not.toMatch(/\b(?:succeed|held|healthy|available|well|of use)\b/u);
	});
});

test.each(PANELS)('nothing that is well has a hue on %s, however its line moves', panel => {
	const calm = anObservation();
	const size = {columns: 120, rows: 60};
	const {rows} = PANEL_VIEWS[panel](calm, {...UI, focus: panel, full: true}, size);
	expect(rows.flat().filter(({tone}) => /^(?:warn|bad)/u.test(tone))).toEqual([]);
});

describe('what is made of old readings says so', () => {
	const TWO_HOURS = 2 * 3600;
	const now = BEFORE.now + TWO_HOURS;
	const old = anObservation({now, metrics: metricsWith({}, BEFORE.now)});
	const isDerived = ({of}: Fact) => typeof of === 'object' && of !== null && 'lead' in of;
	const derived = PANELS.flatMap(panel =>
		Object.values(factsOf(panel, old, {filter: ''}).groups)
			.flatMap(({facts}) => facts as readonly Fact[])
			.filter(fact => isDerived(fact) && fact.value !== null && fact.age !== null)
			.map(fact => [`${panel}: ${fact.label}`, panel, fact] as const),
	);

	test('there are such lines', () => {
		expect(derived.length).toBeGreaterThan(2);
		expect(isOld({age: ageOf(old, Object.values(old.metrics)[0])})).toBe(true);
	});

	test.each(derived)('%s', (_, panel, {text}) => {
		expect(text).toMatch(/\bold\b/u);
		const {note, rows} = PANEL_VIEWS[panel](old, {...UI, focus: panel, full: true}, SIZES[1]);
		expect(
			`${note} ${rows
				.flat()
				.map(span => span.text)
				.join('')}`,
		).toMatch(/\bold\b|\d\dh?m? ago/u);
	});
});
