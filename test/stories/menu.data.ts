import {DEFAULT_KEYMAP} from '../../src/view/input/keys/index.ts';
import type {LevelCard, MenuData, RunCard} from '../../src/view/programs/menu/index.ts';

/** A level's card, with whatever a test has to say about it. */
export function aLevel(over: Partial<LevelCard> = {}): LevelCard {
	return {
		id: 'two-writers',
		title: 'Two writers',
		summary: 'Two writers race over one name.',
		ladder: 2,
		kind: 'ladder',
		minutes: 4,
		role: 'You are on call for DNS.',
		dials: {
			observability: 1,
			delay: 0,
			problems: 1,
			pressure: 0,
			traps: 2,
			automation: 1,
			length: 1,
		},
		best: '',
		...over,
	};
}

export function aRun(over: Partial<RunCard> = {}): RunCard {
	return {
		level: 'Two writers',
		levelId: 'two-writers',
		ladder: 2,
		seed: '7',
		played: '5 min ago',
		reached: '02:14',
		outcome: 'left',
		outlived: false,
		proven: true,
		harm: null,
		...over,
	};
}

/** What the menu is told, with whatever a test has to say about it. */
export function menuData(over: Partial<MenuData> = {}): MenuData {
	return {
		version: '0.0.0',
		today: '2026-11-21',
		levels: [
			aLevel({id: 'one-empty-answer', title: 'One empty answer', ladder: 1}),
			aLevel(),
			aLevel({id: 'october-20', title: 'October 20', ladder: 9, minutes: 20, best: 'lost 1x'}),
			aLevel({id: 'pollers', title: 'Pollers', ladder: null, kind: 'drill'}),
		],
		runs: [aRun(), aRun({outcome: 'won', level: 'One empty answer', reached: '03:01'})],
		settings: [{name: 'theme', value: 'default', values: ['default', 'mono'], what: 'Colours.'}],
		commitment: '',
		inPage: false,
		reviews: {kept: 0, due: 0},
		texts: [
			{id: 'dns', title: 'DNS', text: '# Look\n\nAsk for the name.\n\n'.repeat(20), sealed: null},
			{id: 'day', title: 'The day', text: 'It happened.', sealed: 'Play October 20 first.'},
		],
		graphs: 'braille',
		keymap: DEFAULT_KEYMAP,
		...over,
	};
}
