import fc from 'fast-check';
import type {Level} from '../../src/level/index.ts';
import {parseLevel} from '../../src/level/file/index.ts';
import {
	open,
	ORDERS,
	parseJournal,
	replay,
	scoreJournal,
	SWITCH_NAMES,
	VOCABULARY,
	type Blank,
	type Note,
	type OrderSpec,
} from '../../src/session/index.ts';
import {assert} from '../../src/sim/kernel/index.ts';

const PACE = {game: '0.1.0', node: 20, observed: false};

/** Ten minutes in which much goes wrong, with few hosts, so that a thousand nights are soon lived. */
const LEVEL = aLevel();

function aLevel(): Level {
	const parsed = parseLevel(
		`format: 1
id: ten-minutes
title: Ten minutes
summary: Much goes wrong at once.
start: '23:40'
limit: '23:50'
seed: '1'
faults:
  - {at: '23:41', to: dns, type: lose-tree, endpoint: regional}
  - {at: '23:42', to: border, type: packet-loss, share: 0.03, seconds: 300}
  - {at: '23:43', to: dwfm, type: break-leases, share: 0.5}
switches: []
parameters: {droplets: {hosts: 20}}
goals:
  win: {all: [{done: 'repoint regional rollback'}, {suspected: dns-records}]}
  why: It was mended and named.
  lose: []
  atLimit: lost
tasks:
  - {id: told, what: customers are told, met: {updates: 1}}
unsafe:
  - {id: flush, what: everybody flushes, when: {done: advise flush on}}
diagnosis:
  - {suspect: dns-records, when: {metric: dns.answers.regional, below: 1}}
`,
		VOCABULARY,
	);
	assert(parsed.ok, 'the level of random journals is valid');
	return parsed.level;
}

type Act = {readonly wait: number; readonly what: string | Note};
type Night = {
	readonly seed: string;
	readonly fixes: readonly (typeof SWITCH_NAMES)[number][];
	readonly markEvery: number;
	readonly acts: readonly Act[];
	/** How long it goes on after the last act. */
	readonly after: number;
};

const note = fc.oneof(
	fc.record({
		about: fc.constant('hypothesis' as const),
		suspect: fc.constantFrom('dns-records' as const, 'attack' as const, 'nothing' as const),
		confidence: fc.integer({min: 50, max: 100}),
		unless: fc.string({maxLength: 40}),
	}),
	fc.record({about: fc.constant('opened' as const), panel: fc.constantFrom('dns', 'dwfm')}),
	fc.record({about: fc.constant('paused' as const), seconds: fc.nat(600)}),
	fc.record({about: fc.constant('hint' as const), text: fc.string({maxLength: 80})}),
);

const order = fc
	.constantFrom(...Object.values(ORDERS))
	.chain(spec => fc.constantFrom(...spec.forms).chain(form => filled(form, spec)));

const night: fc.Arbitrary<Night> = fc.record({
	seed: fc.stringMatching(/^[a-z0-9]{1,8}$/),
	fixes: fc.oneof(
		{weight: 3, arbitrary: fc.constant([])},
		{weight: 1, arbitrary: fc.subarray([...SWITCH_NAMES])},
	),
	markEvery: fc.constantFrom(7, 60),
	acts: fc.array(fc.record({wait: fc.nat(60), what: fc.oneof(order, order, order, note)}), {
		maxLength: 20,
	}),
	after: fc.nat(300),
});

/** A form with anything that fits in each of its blanks. */
function filled(form: string, {blanks}: OrderSpec): fc.Arbitrary<string> {
	const names = [...form.matchAll(/<([a-z-]+)>/g)].map(([, name = '']) => name);
	return fc.tuple(...names.map(name => wordFor(blanks[name]!))).map(words => {
		const left = [...words];
		return form.replace(/<[a-z-]+>/g, () => left.shift() ?? '');
	});
}

function wordFor(blank: Blank): fc.Arbitrary<string> {
	switch (blank.kind) {
		case 'word':
			return fc.constantFrom(...blank.words);
		case 'whole':
			return fc.integer({min: blank.min, max: blank.max}).map(String);
		case 'decimal':
			return fc
				.double({min: blank.min, max: blank.max, noNaN: true})
				.map(value => value.toFixed(3));
		case 'text':
			return fc.string({minLength: 1, maxLength: 60});
	}
}

/** Lives random nights; each journal is read from its text, and must come out to the same hash and score. */
export function replayRandomJournals(numRuns: number): void {
	let given = 0;
	fc.assert(
		fc.property(night, fc.boolean(), (asked, toScore) => {
			const {text, hash, orders} = lived(asked);
			given += orders;
			const parsed = parseJournal(text);
			assert(parsed.ok, `what was written can be read: ${parsed.ok ? '' : parsed.problem.message}`);
			const again = replay(LEVEL, parsed.journal, PACE);
			assert(again.ok, `it can be lived again: ${again.ok ? '' : again.problem.message}`);
			assert(again.divergence === null, `it stays on its way: ${JSON.stringify(again)}`);
			assert(again.result.hash === hash, 'it comes out to the same hash');
			if (!toScore) return;
			const once = scoreJournal(LEVEL, parsed.journal, null, PACE);
			assert(once.ok && once.score.hash === hash, 'a score is of that run');
			const twice = scoreJournal(LEVEL, parsed.journal, null, PACE);
			assert(JSON.stringify(once) === JSON.stringify(twice), 'and always the same');
		}),
		{numRuns},
	);
	assert(given > numRuns, 'orders were given in them');
}

function lived({seed, fixes, markEvery, acts, after}: Night) {
	const lines: string[] = [];
	let orders = 0;
	const session = open(LEVEL, {
		...PACE,
		seed,
		switches: fixes,
		markEverySeconds: markEvery,
		onLine: line => lines.push(line),
	});
	for (const {wait, what} of acts) {
		session.advance(wait);
		if (typeof what !== 'string') session.note('you', what);
		else if (session.attempt('you', what) === undefined) orders++;
		if (wait % 5 === 0) session.noteReached();
	}
	session.advance(after);
	session.noteReached();
	return {text: `${lines.join('\n')}\n`, hash: session.result().hash, orders};
}
