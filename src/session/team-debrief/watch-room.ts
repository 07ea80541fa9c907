import type {KeyFact, Roles} from '../../level/index.ts';
import {
	look,
	seenFrom,
	type Alert,
	type FactToken,
	type Observation,
	type Sees,
} from '../../observe/index.ts';
import {assert, type World} from '../../sim/index.ts';
import {compileConditions, createMemory, evaluateRows} from '../goals/index.ts';
import type {KeptNote} from '../notes.types.ts';
import type {Recorder} from '../relive/relive.ts';
import type {Run} from '../run.ts';
import {holds} from '../seats/index.ts';
import {factSeen, type RoomPlan, type Seat} from '../talk/index.ts';
import {canTell} from './told-by.ts';

/** How often the seats are looked at. */
export const LOOK_SECONDS = 15;

/** A key fact of a night: when it was so, and from when its seat could see it. Null where it never came to that. */
export type Sighting = {
	readonly id: string;
	readonly fact: KeyFact;
	readonly of: string | null;
	trueAt: number | null;
	/** When it first ceased to be so. */
	overAt: number | null;
	seenAt: number | null;
};

/** A fact that somebody said, held against what they saw. */
export type Claim = {
	readonly at: number;
	readonly by: string;
	readonly token: FactToken;
	/** Whether they saw it so; null of what is believed, and of orders, which the journal has. */
	readonly seen: boolean | null;
};

/** What came to a seat by itself. */
export type Page = {readonly at: number; readonly seat: string; readonly alert: string};

/** What is written down of a night that a team played, beside what its journal says. */
export type Watched = {
	readonly sightings: readonly Sighting[];
	readonly claims: readonly Claim[];
	readonly pages: readonly Page[];
	/** When each group of alerts first paged. */
	readonly groups: ReadonlyMap<string, number>;
	/** When customers suffered, by the share of `SUFFERING_SHARE`, and by a tenth less and more of it. */
	readonly suffering: readonly [as: Suffering, less: Suffering, more: Suffering];
	readonly record: Recorder;
};

/** Stretches in which some service failed more than a share of its requests. */
export type Suffering = {
	readonly share: number;
	readonly spans: readonly {readonly from: number; readonly until: number | null}[];
};

type Room = {
	readonly plan: RoomPlan;
	readonly roles: Roles;
	readonly sees: (seat: Seat) => Sees;
	readonly notes: readonly KeptNote[];
};

export function watchRoom({plan, roles, sees, notes}: Room): Watched {
	const {seats} = plan;
	const sightings = Object.entries(roles.facts).map(([id, fact]): Sighting => ({
		...{id, fact, trueAt: null, overAt: null, seenAt: null},
		of: seats.find(seat => holds(seat, fact.of))?.id ?? null,
	}));
	const claims: Claim[] = [];
	const pages: Page[] = [];
	const groups = new Map<string, number>();
	const suffering = [
		suffersAbove(SUFFERING_SHARE),
		suffersAbove(0.9 * SUFFERING_SHARE),
		suffersAbove(1.1 * SUFFERING_SHARE),
	] as const;
	const follow = followTruth(sightings);
	const said = claimsIn(notes);
	let next = 0;
	let paged = 0;
	const record: Recorder = run => {
		const {world, observer} = run;
		assert(observer !== null, 'a team has something to look at');
		follow(run);
		for (const each of suffering) each.follow(world);
		let whole: Observation | undefined;
		const seenBy = (id: string) => {
			whole ??= look(observer, world);
			const seat = seats.find(each => each.id === id);
			return seat === undefined ? undefined : seenFrom(sees(seat), whole);
		};
		for (; (said[next]?.at ?? Infinity) <= world.now; next++) {
			const claim = said[next];
			if (claim !== undefined) claims.push({...claim, seen: isSeen(claim, seenBy)});
		}
		if (world.now % LOOK_SECONDS === 0) lookFor(sightings, seenBy, world.now);
		if (observer.alerts.pages === paged) return;
		paged = observer.alerts.pages;
		whole ??= look(observer, world);
		const raised = whole.alerts.filter(
			each => each.raisedAt === world.now && each.severity === 'page',
		);
		for (const {group} of raised) if (!groups.has(group)) groups.set(group, world.now);
		pages.push(...pagesTo(seats, raised, sees));
	};
	return {sightings, claims, pages, groups, suffering, record};
}

function followTruth(sightings: readonly Sighting[]): (run: Run) => void {
	const compiled = compileConditions(sightings.map(({fact}) => fact.when));
	const memory = createMemory(compiled);
	return ({world, evaluation: {since, suspected}}) => {
		if (!evaluateRows(compiled, memory, {world, since, suspected})) return;
		sightings.forEach((sighting, index) => {
			const isSo = memory.holds[compiled.asked[index] ?? 0] === 1;
			if (isSo) sighting.trueAt ??= world.now;
			else if (sighting.trueAt !== null) sighting.overAt ??= world.now;
		});
	};
}

function lookFor(
	sightings: readonly Sighting[],
	seenBy: (seat: string) => Observation | undefined,
	now: number,
): void {
	for (const sighting of sightings) {
		const {of, fact, trueAt, overAt, seenAt} = sighting;
		if (of === null || trueAt === null || seenAt !== null || overAt !== null) continue;
		const seen = seenBy(of);
		if (seen !== undefined && canTell(fact, seen, trueAt)) sighting.seenAt = now;
	}
}

/** Whoever fails more than this share of its requests has customers who suffer. The reports name it, and what a tenth changes. */
export const SUFFERING_SHARE = 0.05;

function suffersAbove(share: number): Suffering & {readonly follow: (world: World) => void} {
	const spans: {from: number; until: number | null}[] = [];
	return {
		share,
		spans,
		follow(world) {
			const isSo = world.dependents.output.errors.some(errors => errors > share);
			const open = spans.at(-1);
			const isOpen = open !== undefined && open.until === null;
			if (isSo && !isOpen) spans.push({from: world.now, until: null});
			else if (!isSo && isOpen) open.until = world.now;
		},
	};
}

function claimsIn(notes: readonly KeptNote[]): readonly Omit<Claim, 'seen'>[] {
	return notes.flatMap(({at, by, note}) => {
		if (note.about !== 'room') return [];
		const {event} = note;
		if (event.kind === 'said') return event.facts.map(token => ({at, by, token}));
		const isReport = event.kind === 'stepped' && event.step.step === 'report';
		const reported = isReport && 'fact' in event.step ? event.step.fact : null;
		return reported === null ? [] : [{at, by, token: reported}];
	});
}

function isSeen(
	{by, token}: Omit<Claim, 'seen'>,
	seenBy: (seat: string) => Observation | undefined,
): boolean | null {
	if (token.kind === 'suspect' || token.kind === 'order') return null;
	const seen = seenBy(by);
	const shown = seen === undefined ? undefined : factSeen(seen, token);
	return JSON.stringify(shown) === JSON.stringify(token);
}

function pagesTo(
	seats: readonly Seat[],
	raised: readonly Alert[],
	sees: (seat: Seat) => Sees,
): readonly Page[] {
	return raised.flatMap(({id, raisedAt}) =>
		seats
			.filter(seat => sees(seat).alerts[id] === 'full')
			.map(seat => ({at: raisedAt, seat: seat.id, alert: id})),
	);
}
