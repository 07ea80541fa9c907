import fc from 'fast-check';
import {expect, test} from 'vitest';
import {REMARKS} from '../../src/observe/chat-remarks.ts';
import type {ChatLine} from '../../src/observe/index.ts';
import {PLAYERS} from '../../src/session/players/index.ts';
import {relive} from '../../src/session/relive/relive.ts';
import {NOBODY, playerSource} from '../../src/session/relive/source.ts';
import {startRun, type Run} from '../../src/session/run.ts';
import {
	SUBSYSTEM_NAMES,
	SUBSYSTEMS,
	tick,
	type FaultBlank,
	type World,
} from '../../src/sim/index.ts';
import {levelOf} from '../support/level.builder.ts';
import {POSTED} from './posted.ts';

type IsSo = (world: World, run: Run) => boolean;

const FELT = 0.1;
const call = (world: World) => world.incidentCall.output;
const fails: IsSo = ({dynamodb, launches, nlb, lambda, dependents}) =>
	Math.max(
		dynamodb.output.customerErrors,
		1 - launches.output.successShare,
		nlb.output.customerErrors,
		lambda.output.errors,
		...dependents.output.errors,
	) >
	FELT / 2;
const storeFails: IsSo = ({dynamodb}) => dynamodb.output.customerErrors > FELT;
const impacted = ({observer}: Run) => observer!.board.impacted;
const nobodyHasPosted: IsSo = (world, {observer}) =>
	call(world).posts.length === 0 && observer!.board.newsroom.posts.length === 0;

/** What each remark says is so, as the Region has it in the second in which it is made. */
const SAID: readonly (readonly [words: RegExp, isSo: IsSo])[] = [
	[/time you gave .* has passed/, world => call(world).promisesBroken > 0],
	[/^Another promised update/, world => call(world).promisesBroken > 1],
	[
		/^The promised update is due/,
		world => (call(world).promisedAt ?? Infinity) - world.now < 5 * 60,
	],
	[
		/dashboard says resolved/,
		(w, run) => call(w).updates.at(-1)?.action === 'resolved' && fails(w, run),
	],
	[
		/dashboard is green|nothing on the dashboard/,
		(w, run) => nobodyHasPosted(w, run) && storeFails(w, run),
	],
	[/nobody has declared|no severity/, (w, run) => call(w).severity === 'none' && fails(w, run)],
	[/turned away when|nobody gets in/, ({support}) => support.output.lockedOutShare > 0.02],
	[/packets lost at the border/, ({border}) => border.output.packetLossShare > 0.02],
	[/lose their metadata|cannot read our table/, storeFails],
	[
		/fleet cannot grow|launch in another Region or to wait/,
		({launches, network}) =>
			launches.output.successShare < 0.9 || network.output.latencySeconds > 300,
	],
	[/Connections through their|It comes in waves/, ({nlb}) => nlb.output.customerErrors > 0.02],
	[
		/Call centres on Connect/,
		({connect}) => connect.output.callErrors + connect.output.chatErrors > 0.05,
	],
	[/people cannot sign in/, ({identity}) => identity.output.signInErrors > FELT],
	[
		/no service team on the call/,
		world => call(world).teams.every(({state}) => state !== 'present'),
	],
	[/since the last post|minutes of silence/, world => call(world).promisedAt === null],
	[
		/update says nothing is impacted/,
		(w, run) => call(w).updates.at(-1)?.scope === 'none' && fails(w, run),
	],
	[/flies again/, (world, run) => !storeFails(world, run) && impacted(run) === 0],
	// The dashboard is slower than the Region, and they say what it shows.
	[/^\d+ services on the dashboard/, (_, run) => impacted(run) > 0],
	[/^\d+ services( still)?\./, (world, run) => impacted(run) > 0 && fails(world, run)],
];

/** Words that ask, promise or advise, and say nothing of how things are. */
const ASKS = /^I keep people away/;

const blankOf = (blank: FaultBlank, name: string): fc.Arbitrary<string | number> => {
	if (blank.kind === 'word') return fc.constantFrom(...blank.words);
	const max = name === 'seconds' ? 7_200 : Math.min(blank.max, 2_000);
	if (blank.kind === 'whole') return fc.integer({min: blank.min, max});
	return fc.double({min: blank.min, max, noNaN: true});
};

/** Anything that can go wrong or be mended, at any time of three hours. */
const anyFault = fc
	.constantFrom(
		...SUBSYSTEM_NAMES.flatMap(to =>
			Object.entries(SUBSYSTEMS[to].faults).map(([type, row]) => ({to, type, row})),
		),
	)
	.chain(({to, type, row}) =>
		fc.record({
			at: fc.integer({min: 60, max: 7_000}).map(tick),
			to: fc.constant(to),
			fault: fc
				.record(
					Object.fromEntries(
						Object.entries(row.blanks).map(([name, blank]) => [name, blankOf(blank, name)]),
					),
				)
				.map(blanks => ({type, ...blanks})),
		}),
	);

/** Something that customers feel at once, so that there is something to speak of. */
const FELT_AT_ONCE = [
	['dns', {type: 'lose-tree', endpoint: 'regional'}],
	['dynamodb', {type: 'lose-front-ends', share: 0.8, seconds: 4_000}],
	['identity', {type: 'sign-in-errors', share: 0.8, seconds: 4_000}],
	['connect', {type: 'contact-errors', share: 0.8, seconds: 4_000}],
	['support', {type: 'account-metadata-errors', share: 0.9, seconds: 4_000}],
	['launches', {type: 'lose-places', share: 1, seconds: 4_000}],
	['nlb', {type: 'slow-checker', factor: 40, seconds: 4_000}],
	['border', {type: 'packet-loss', share: 0.3, seconds: 4_000}],
] as const;
const anyStart = fc.constantFrom(...FELT_AT_ONCE).map(([to, fault]) => ({at: tick(90), to, fault}));

const NIGHT = levelOf(`format: 1
id: anything
title: Anything
summary: Whatever can go wrong goes wrong.
start: '10:00'
limit: '13:00'
seed: '1'
faults: []
switches: []
parameters: {}
`);

/** Remarks of a night that the world contradicts in the second in which they are made. */
function contradicted(
	faults: readonly {at: number}[],
	seed: string,
	meddles: boolean,
): {readonly wrong: readonly string[]; readonly told: readonly string[]} {
	const level = {...NIGHT, faults: faults as typeof NIGHT.faults};
	const run = startRun(level, {seed, switches: [], parameters: {}, observed: true});
	const wrong: string[] = [];
	const told: string[] = [];
	let seen: ChatLine | undefined;
	let posted = 0;
	const hold = (text: string, table: typeof SAID) => {
		for (const [words, isSo] of table) {
			if (!words.test(text)) continue;
			told.push(words.source);
			if (!isSo(run.world, run)) wrong.push(`${String(run.world.now)} ${text}`);
		}
	};
	const check = ({observer}: Run) => {
		const {chat, board} = observer!;
		const last = chat.lines.at(-1);
		if (last !== undefined && last !== seen) hold(last.text, SAID);
		seen = last;
		if (board.newsroom.posted > posted) hold(board.newsroom.posts.at(-1)!.text, POSTED);
		posted = board.newsroom.posted;
	};
	const source = meddles ? playerSource(PLAYERS['random']!(seed)) : NOBODY;
	relive(run, source, {recorders: [check], until: level.limit});
	return {wrong, told};
}

test('nobody says of the Region what it contradicts in that second, whatever goes wrong and whoever meddles', () => {
	const heard = new Set<string>();
	fc.assert(
		fc.property(
			anyStart,
			fc.array(anyFault, {maxLength: 12}),
			fc.integer({min: 1, max: 10_000}),
			fc.boolean(),
			(start, faults, seed, meddles) => {
				const {wrong, told} = contradicted([start, ...faults], String(seed), meddles);
				for (const each of told) heard.add(each);
				expect(wrong).toEqual([]);
			},
		),
		{numRuns: 15, seed: 20_251_020},
	);
	// Otherwise nobody has said enough to be held to.
	expect(heard.size).toBeGreaterThan(12);
}, 120_000);

test('every remark that can be made is in the table', () => {
	const texts = REMARKS.flatMap(({words}) => words);
	const untold = texts.filter(
		text =>
			!ASKS.test(text) && !SAID.some(([words]) => words.test(text.replaceAll('{impacted}', '70'))),
	);
	expect(untold).toEqual([]);
});
