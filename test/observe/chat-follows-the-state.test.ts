import fc from 'fast-check';
import {expect, test} from 'vitest';
import {REMARKS} from '../../src/observe/chat/remarks.ts';
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
import {times} from '../support/sampled.ts';
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

const late: IsSo = (world, {observer}) =>
	observer!.chat.missedAt >= 0 &&
	call(world).promisedAt === null &&
	(call(world).posts.at(-1)?.at ?? -1) < observer!.chat.missedAt;
const lastUpdate = (world: World) => call(world).updates.at(-1);
const serves: IsSo = ({dynamodb}) => dynamodb.output.customerErrors < FELT;

/** What each remark says is so, as the Region has it in the second in which it is made. */
const SAID: readonly (readonly [words: RegExp, isSo: IsSo])[] = [
	[/^You promised|did not come|customers to wait until|has passed without/, late],
	[/update is missing|^Nothing came at|I have stopped counting|update is late\./, late],
	[/ask where the .* update is|^Nothing to publish since/, late],
	[
		/^The next update is due|^Less than five minutes|^The form for|^[^ ]+ is close:|^One line for|^I will publish at/,
		world => (call(world).promisedAt ?? Infinity) - world.now < 5 * 60,
	],
	[
		/dashboard says resolved|dashboard still says resolved/,
		(w, run) => lastUpdate(w)?.action === 'resolved' && fails(w, run),
	],
	[/taking “resolved” back/, world => lastUpdate(world)?.action !== 'resolved'],
	[
		/dashboard is green|nothing on the dashboard/,
		(w, run) => nobodyHasPosted(w, run) && storeFails(w, run),
	],
	[/^Thank you. With that on the dashboard/, world => call(world).posts.length > 0],
	[/nobody has declared|no severity/, (w, run) => call(w).severity === 'none' && fails(w, run)],
	[/^Understood, it is sev/, world => call(world).severity !== 'none'],
	[/^Sev-3, with/, world => call(world).severity === 'sev-3'],
	[/update says nothing is impacted/, (w, run) => lastUpdate(w)?.scope === 'none' && fails(w, run)],
	[/^That I can read/, world => lastUpdate(world)?.scope !== 'none'],
	[/^The update says slow/, (w, run) => lastUpdate(w)?.impact === 'slow' && storeFails(w, run)],
	[
		/^The last update is about DynamoDB/,
		(w, run) => lastUpdate(w)?.scope === 'dynamodb' && serves(w, run),
	],
	[
		/launches are named|have read the new update|^Now the update says what/,
		world => /ec2-launches|many-services/.test(lastUpdate(world)?.scope ?? ''),
	],
	[/turned away when|nobody can get in/, ({support}) => support.output.lockedOutShare > 0.02],
	[
		/^Customers have read it/,
		world => /support|many-services/.test(lastUpdate(world)?.scope ?? ''),
	],
	[
		/packet loss at the border of use1-az1\. Does/,
		({border}) => border.output.packetLossShare > 0.02,
	],
	[/losing their metadata|cannot read our table/, storeFails],
	[/^Read it: yours/, world => /dynamodb|many-services/.test(lastUpdate(world)?.scope ?? '')],
	[/^Our table can be read/, serves],
	[
		/fleet cannot grow|launch in another Region or to wait|as small as it was/,
		({launches, network}) =>
			launches.output.successShare < 0.9 || network.output.latencySeconds > 300,
	],
	[/Connections through their|It comes in waves/, ({nlb}) => nlb.output.customerErrors > 0.02],
	[
		/^They know now that it is on our side/,
		world => /load-balancing|many-services/.test(lastUpdate(world)?.scope ?? ''),
	],
	[
		/Call centres on Connect/,
		({connect}) => connect.output.callErrors + connect.output.chatErrors > 0.05,
	],
	[/people cannot sign in/, ({identity}) => identity.output.signInErrors > FELT],
	[
		/no service team on the call|call has no service team/,
		world => call(world).teams.every(({state}) => state !== 'present'),
	],
	[/^I see people on the call/, world => call(world).teams.some(({state}) => state === 'present')],
	[
		/since the last post|minutes of silence|^The last post is|no time for a next|has not moved|I am asked for news|said when we post again|customers ask as well/,
		world => call(world).promisedAt === null,
	],
	[/^That is the sentence|^Clear enough for/, world => call(world).posts.length > 0],
	[/leave the zone open\. They/, world => call(world).advice.noZone],
	[/advise them to name a zone/, world => call(world).advice.pinZone],
	[/telling customers to retry/, world => call(world).advice.retryHard],
	[/flushing their DNS caches/, world => call(world).advice.flush],
	[
		/flying again|payments go through again|^Thank you, all of you/,
		(w, run) => serves(w, run) && impacted(run) === 0,
	],
	[
		/at my airline runs on Lambda|Lambda still fails some/,
		({lambda}) => lambda.output.errors > FELT / 2,
	],
	[/services as resolved|^We stand at/, (_, {observer}) => observer!.board.resolved >= 5],
	[/^My second shift|^We are answering every case/, (_, run) => impacted(run) > 0],
	// The dashboard is slower than the Region, and they say what it shows.
	[/\d+ services on the dashboard|^I read \d+ services/, (_, run) => impacted(run) > 0],
	[
		/^\d+ services( still)?\.|^I count \d+ services|^The board asks me/,
		(world, run) => impacted(run) > 0 && fails(world, run),
	],
];

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
		if (last !== undefined && last !== seen && last.role !== 'team') hold(last.text, SAID);
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
		{numRuns: times(5, 15), seed: 20_251_020},
	);
	// Otherwise nobody has said enough to be held to.
	expect(heard.size).toBeGreaterThan(times(6, 12));
}, 120_000);

test('every remark that can be made is in the table', () => {
	const texts = REMARKS.flatMap(({words}) => words);
	const untold = texts.filter(
		text =>
			!SAID.some(([words]) =>
				words.test(text.replaceAll('{impacted}', '70').replaceAll('{severity}', 'sev-1')),
			),
	);
	expect(untold).toEqual([]);
});
