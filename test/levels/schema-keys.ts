import {nightOf, type Level} from '../../src/level/index.ts';
import {parseLevel} from '../../src/level/file/index.ts';
import {open, parseJournal, scoreJournal, VOCABULARY} from '../../src/session/index.ts';
import {createConsole, present} from '../../src/view/index.ts';
import {createPlain} from '../../src/view/plain/index.ts';
import {createProtocol} from '../../src/view/protocol/index.ts';
import {createBrief} from '../../src/view/programs/menu/index.ts';
import {DEFAULT_KEYMAP} from '../../src/view/input/keys/index.ts';
import {cardOf} from '../../src/play/index.ts';
import type {Row} from '../../src/view/index.ts';

type Written = {readonly [key: string]: unknown};

const LOSS = {at: '23:01', to: 'dns', type: 'lose-tree', endpoint: 'regional'};
const NEVER = {metric: 'harm.total', above: 1e9};
const FROM_THREE = {at: '23:03'};

/** Minutes with something in every section. */
export const BASE: Written = {
	format: 1,
	id: 'small',
	title: 'Small',
	summary: 'A level for tests.',
	kind: 'drill',
	ladder: 4,
	minutes: 12,
	lesson: 'goodput',
	role: 'You lead the call.',
	record: false,
	dials: {pressure: 0},
	start: '23:00',
	limit: '23:08',
	seed: 'a',
	story: {when: FROM_THREE, at: '23:04'},
	faults: [LOSS],
	switches: [],
	parameters: {},
	prelude: {until: '23:02', orders: ['23:01:30 declare sev-3']},
	orderDelay: 1,
	withhold: {orders: ['dig'], instruments: ['curve'], panels: ['overview']},
	goals: {win: NEVER, why: 'Well done.', lose: [{when: NEVER, why: 'Too late.'}], atLimit: 'lost'},
	tasks: [{id: 'look', what: 'look at it', met: {done: 'dig regional'}, atEnd: false}],
	unsafe: [{id: 'herd', what: 'all at once', when: {given: 'declare'}}],
	suspects: [{id: 'bad-cable', what: 'a bad cable'}],
	diagnosis: [{suspect: 'dns-records', when: FROM_THREE}],
	decisions: [
		{id: 'call', what: 'whom to call', when: FROM_THREE, alternatives: ['23:04 page dynamodb']},
	],
	recurrence: {
		faults: [{...LOSS, at: '00:01'}],
		minutes: 5,
		holds: {metric: 'dns.answers.regional', above: 0},
	},
	variations: [{id: 'one'}],
	hints: [{when: FROM_THREE, text: 'Look at the name.'}],
	alerts: [
		{
			id: 'own',
			group: 'dynamodb',
			severity: 'page',
			metric: 'dynamodb.customerErrors',
			above: 0.01,
			clear: 0.005,
			for: 1,
			title: 'own alarm at {}',
		},
	],
	chat: [{from: 'Ana', role: 'support', when: FROM_THREE, for: 1, again: 3, words: ['It hurts.']}],
	darkens: [{panel: 'network', when: FROM_THREE}],
	injects: [
		{
			id: 'loss',
			what: 'Loss.',
			fault: {to: 'border', type: 'packet-loss', share: 0.1, seconds: 60},
		},
		{id: 'gone', what: 'Dark.', dark: 'dns', minutes: 5},
		{id: 'asks', what: 'Asks.', writes: {from: 'Ana', role: 'support', words: 'It hurts.'}},
		{id: 'robot', what: 'Robot.', order: 'resume planner', from: 'robot'},
	],
	readBack: 'dangerous',
	areas: {
		0: {
			...{panels: ['dns'], metrics: ['dns.*'], judges: ['names'], standsOn: ['names']},
			...{alerts: ['dynamodb.*'], counts: ['ec2.*'], logs: ['planner'], instruments: ['zones']},
			...{automations: ['planner'], chat: ['support'], states: false},
			...{looks: ['dig'], orders: ['repoint']},
		},
	},
	roles: {0: {title: 'Names', areas: ['names'], reads: ['lead'], card: 'You own the names.'}},
	people: 3,
	staffing: {1: {names: ['names']}},
	facts: {
		0: {
			...{what: 'the name is gone', when: FROM_THREE, of: 'names', needs: ['lead']},
			...{told: ['dns.answers.regional'], for: ['repoint'], within: 5},
		},
	},
};

/** The level with something else at one place of it. */
export function changed(path: readonly (string | number)[], value: unknown): Written {
	const copy = structuredClone(BASE) as Record<string, unknown>;
	let place: Record<string | number, unknown> = copy;
	for (const part of path.slice(0, -1)) place = place[part] as Record<string, unknown>;
	const [last = ''] = path.slice(-1);
	if (value === undefined) delete place[last];
	else place[last] = value;
	return copy;
}

export function levelFrom(written: Written): Level {
	const parsed = parseLevel(JSON.stringify(written), VOCABULARY);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.level;
}

const GIVEN = [
	[125, 'dig regional'],
	[140, 'declare sev-2'],
	[180, 'show curve'],
	[300, 'page dynamodb'],
] as const;

const LOOKS = [400, 480];

type Told = {
	readonly screen: string;
	readonly plain: string;
	readonly protocol: string;
	readonly brief: string;
	readonly journal: string;
};

const SHOWN = ['alerts', 'dns', 'curve', 'network', 'comms', 'overview', 'log', 'orders'] as const;
const SIZE = {columns: 160, rows: 60};

/** All that the faces tell of the same minutes, the card before them, and the journal. */
export function told(written: Written): Told {
	const level = levelFrom(written);
	const {seed, title, role, kind} = level;
	const lines: string[] = [];
	const session = open(nightOf(level, seed), {
		...{game: 'test', node: 20, seed},
		onLine: text => lines.push(text),
	});
	const about = {session, title, briefing: '', by: 'you', exam: kind === 'exam'};
	const all = {screen: '', plain: '', protocol: ''};
	const look = () => {
		const console = createConsole({...about, graphs: 'ascii', takeNotice: () => undefined});
		console.frame(0);
		const said = ['hint', 'suspect bad-cable 70', 'snapshot here'];
		for (const text of said) {
			for (const key of [':', ...Array.from(text), 'enter']) console.press(key, SIZE);
			all.screen += textOf(console.present(SIZE));
		}
		for (const focus of SHOWN) {
			all.screen += textOf(present(console.observation, {...console.ui, focus, full: true}, SIZE));
		}
		const plain = createPlain({...about, role, begins: true, unicode: true});
		const words = [...said, 'status', ...SHOWN.map(panel => `panel ${panel}`)];
		all.plain += [plain.opening, ...words.map(text => plain.take(text).lines)].flat().join('\n');
		const protocol = createProtocol({...about, game: 'test', limit: level.limit, journal: ''});
		const requests = [
			{do: 'hint'},
			{do: 'suspect', suspect: 'bad-cable', confidence: 70},
			{do: 'snapshot', name: 'here'},
			{do: 'observe', parts: ['standing']},
			...SHOWN.map(panel => ({do: 'panel', panel})),
		];
		const answers = requests.map(
			asked => protocol.take(JSON.stringify({id: 1, ...asked})).response,
		);
		all.protocol += JSON.stringify([protocol.hello, answers]);
	};
	look();
	for (const [at, text] of GIVEN) {
		session.advance(Math.max(0, at - session.now));
		session.attempt('you', text);
	}
	for (const at of LOOKS) {
		session.advance(Math.max(0, at - session.now));
		look();
	}
	const brief = createBrief({
		...{
			level: cardOf(level.id, {...written, dials: level.dials}, []),
			briefing: '',
			seed,
			changes: null,
		},
		...{said: '', left: null, commitment: '', graphs: 'ascii', length: 'normal'},
		...{limit: level.limit, keymap: DEFAULT_KEYMAP},
	});
	return {...all, brief: textOf(brief.present(SIZE)), journal: lines.join('\n')};
}

function textOf({rows}: {readonly rows: readonly Row[]}): string {
	return rows.map(row => row.map(({text}) => text).join('')).join('\n');
}

/** The score of those minutes, and what their level asked. */
export function scored(written: Written): string {
	const level = levelFrom(written);
	const parsed = parseJournal(`${told(written).journal}\n`);
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return JSON.stringify(scoreJournal(level, parsed.journal, null, {game: 'test', node: 20}));
}

type Where = 'faces' | 'a face' | 'brief' | 'score' | 'level';
export type Change = readonly [path: readonly (string | number)[], value: unknown, where: Where];

/** Who shares a night sees it; one player alone sees all. */
function inArea(key: string): Change {
	return [['areas', 0, key], [], 'level'];
}

/** Something else at every key there is, and what tells it. */
export const CHANGES: readonly Change[] = [
	[['id'], 'other', 'level'],
	[['title'], 'Other', 'faces'],
	[['summary'], 'Other words.', 'level'],
	[['kind'], 'exam', 'faces'],
	[['ladder'], 5, 'brief'],
	[['minutes'], 13, 'brief'],
	[['lesson'], 'other', 'level'],
	[['role'], 'Other words.', 'brief'],
	[['record'], true, 'level'],
	[['dials', 'pressure'], 3, 'brief'],
	[['start'], '22:59:30', 'faces'],
	[['limit'], '23:06', 'faces'],
	[['seed'], 'b', 'faces'],
	[['story', 'when'], {not: FROM_THREE}, 'level'],
	[['story', 'at'], '23:05', 'level'],
	[['story', 'nameEmptiesFrom'], null, 'level'],
	[['story', 'nameEmptiesUntil'], null, 'level'],
	[['faults'], [], 'faces'],
	[['switches'], ['zonal-dns'], 'level'],
	[['parameters'], {dwfm: {hosts: 9}}, 'level'],
	[['prelude', 'until'], '23:01:40', 'faces'],
	[['prelude', 'orders'], [], 'faces'],
	[['cast'], ['dns', 'dynamodb'], 'faces'],
	[['orderDelay'], 5, 'faces'],
	[['withhold', 'orders'], [], 'faces'],
	[['withhold', 'instruments'], [], 'faces'],
	[['withhold', 'panels'], [], 'faces'],
	[['goals', 'win'], {at: '23:07'}, 'faces'],
	[['goals', 'why'], 'Other words.', 'level'],
	[['goals', 'lose'], [{when: {at: '23:07'}, why: 'Too late.'}], 'faces'],
	[['goals', 'atLimit'], 'won', 'a face'],
	[['tasks', 0, 'id'], 'other', 'level'],
	[['tasks', 0, 'what'], 'other', 'score'],
	[['tasks', 0, 'met'], {done: 'declare'}, 'score'],
	[['tasks', 0, 'before'], '23:02:30', 'score'],
	[['tasks', 0, 'atEnd'], true, 'level'],
	[['tasks', 0, 'asked'], {milestone: 'record-empty'}, 'level'],
	[['tasks', 0, 'of'], ['names'], 'level'],
	[['unsafe', 0, 'id'], 'other', 'level'],
	[['unsafe', 0, 'what'], 'other', 'score'],
	[['unsafe', 0, 'when'], NEVER, 'score'],
	[['suspects', 0, 'id'], 'worse-cable', 'faces'],
	[['suspects', 0, 'what'], 'another cable', 'faces'],
	[['diagnosis', 0, 'suspect'], 'bad-cable', 'score'],
	[['diagnosis', 0, 'when'], NEVER, 'score'],
	[['decisions', 0, 'id'], 'other', 'level'],
	[['decisions', 0, 'what'], 'other', 'level'],
	[['decisions', 0, 'when'], NEVER, 'level'],
	[['decisions', 0, 'alternatives'], ['23:05 page ec2'], 'level'],
	[['recurrence', 'faults'], [], 'level'],
	[['recurrence', 'minutes'], 9, 'level'],
	[['recurrence', 'holds'], {metric: 'dns.answers.regional', above: 1e6}, 'level'],
	[['variations', 0, 'id'], 'other', 'level'],
	[['variations', 0, 'start'], '12:00', 'faces'],
	[['variations', 0, 'faults'], [], 'faces'],
	[['variations', 0, 'parameters'], {dwfm: {hosts: 9}}, 'level'],
	[['variations', 0, 'switches'], ['zonal-dns'], 'level'],
	[['hints', 0, 'when'], NEVER, 'faces'],
	[['hints', 0, 'text'], 'Other words.', 'faces'],
	[['alerts', 0, 'id'], 'other', 'level'],
	[['alerts', 0, 'group'], 'ec2', 'faces'],
	[['alerts', 0, 'severity'], 'ticket', 'faces'],
	[['alerts', 0, 'metric'], 'dynamodb.prodErrors', 'level'],
	[['alerts', 0, 'above'], 2, 'faces'],
	[['alerts', 0, 'below'], null, 'level'],
	[['alerts', 0, 'clear'], 0.001, 'level'],
	[['alerts', 0, 'for'], 6, 'faces'],
	[['alerts', 0, 'title'], 'other alarm at {}', 'a face'],
	[['chat', 0, 'from'], 'Bo', 'faces'],
	[['chat', 0, 'role'], 'executive', 'level'],
	[['chat', 0, 'when'], NEVER, 'faces'],
	[['chat', 0, 'for'], 3, 'faces'],
	[['chat', 0, 'again'], 1, 'faces'],
	[['chat', 0, 'words'], ['Other words.'], 'faces'],
	[['darkens', 0, 'panel'], 'dns', 'faces'],
	[['darkens', 0, 'when'], NEVER, 'faces'],
	[['readBack'], 'all', 'level'],
	[['injects', 0, 'id'], 'other', 'level'],
	[['injects', 0, 'what'], 'Other words.', 'level'],
	[['injects', 0, 'fault'], {to: 'dns', type: 'restore-tree', endpoint: 'regional'}, 'level'],
	[['injects', 1, 'dark'], 'dwfm', 'level'],
	[['injects', 1, 'minutes'], 6, 'level'],
	[['injects', 2, 'writes', 'from'], 'Bo', 'level'],
	[['injects', 2, 'writes', 'role'], 'executive', 'level'],
	[['injects', 2, 'writes', 'words'], 'Other words.', 'level'],
	[['injects', 3, 'order'], 'pause planner', 'level'],
	[['injects', 3, 'from'], 'Bo', 'level'],
	...['panels', 'metrics', 'judges', 'standsOn', 'alerts', 'counts', 'logs'].map(inArea),
	...['instruments', 'automations', 'chat', 'looks', 'orders'].map(inArea),
	[['areas', 0, 'states'], true, 'level'],
	[['roles', 0, 'title'], 'Other', 'level'],
	[['roles', 0, 'areas'], [], 'level'],
	[['roles', 0, 'reads'], [], 'level'],
	[['roles', 0, 'card'], 'Other words.', 'level'],
	[['people'], 4, 'level'],
	[['staffing'], {}, 'level'],
	[['facts', 0, 'what'], 'other', 'level'],
	[['facts', 0, 'when'], NEVER, 'level'],
	[['facts', 0, 'of'], 'lead', 'level'],
	[['facts', 0, 'needs'], ['names'], 'level'],
	[['facts', 0, 'told'], ['words'], 'level'],
	[['facts', 0, 'for'], [], 'level'],
	[['facts', 0, 'within'], 6, 'level'],
];
