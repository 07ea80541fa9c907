import {valueAt} from '../../sim/index.ts';
import {castOf, type World} from '../../sim/index.ts';
import {NIGHT_SHIFT} from '../run.ts';
import {pointsOf} from './harm-axis.ts';
import type {Minute, ReplayedRun} from './replayed-run.types.ts';
import type {AxisScore, ScoredMoment} from './score.types.ts';

/** While customers suffer they hear something every hour, and the first word within half of one. */
const CADENCE_SECONDS = 3_600;
const FIRST_SECONDS = 1_800;
/** Shorter than this is no incident that anybody has to be told of. */
const SUFFERING_MINUTES_MIN = 10;
const MANY_SCOPES = 3;
/** What was so within the last minutes may be said: telemetry is late for everybody. */
const LATE_SECONDS = 600;
const WEIGHTS = {cadence: 0.4, scope: 0.4, promises: 0.2};

type Part = {
	readonly weight: number;
	/** 0..1, or null where there was nothing to hold it to. */
	readonly share: number | null;
	readonly what: string;
	readonly moments: readonly ScoredMoment[];
};

/** Cadence kept, scope right, promises kept: read from what was posted, held against what was true. */
export function communicationAxis(replayed: ReplayedRun): AxisScore {
	if (!castOf(replayed.run.world).includes('incidentCall')) {
		const what = 'Nobody here writes AWS’s Health Dashboard.';
		return {id: 'communication', points: null, what, moments: []};
	}
	const parts = [cadence(replayed), scope(replayed), promises(replayed)];
	const measured = parts.filter(({share}) => share !== null);
	const weight = measured.reduce((sum, part) => sum + part.weight, 0);
	const share = measured.reduce((sum, part) => sum + part.weight * (part.share ?? 0), 0);
	return {
		id: 'communication',
		points: weight === 0 ? null : pointsOf(share / weight),
		what:
			weight === 0
				? 'There was nothing that customers had to be told yet.'
				: measured.map(({what}) => what).join(' '),
		moments: measured.flatMap(({moments}) => moments).sort((a, b) => a.at - b.at),
	};
}

/** How much of the suffering passed with a word from the player not older than the cadence. */
function cadence({run, minutes, from}: ReplayedRun): Part {
	const suffering = minutes.filter(minute => minute.at > from && minute.suffering.length > 0);
	const nothing = {weight: WEIGHTS.cadence, share: null, what: '', moments: []};
	if (suffering.length < SUFFERING_MINUTES_MIN) return nothing;
	const posts = postsOf(run.world, from);
	const began = valueAt(suffering, 0).at;
	const heardAt = (at: number) => posts.findLast(post => post <= at);
	// Nobody is praised for the half hour in which nothing was due yet.
	const due = suffering.filter(({at}) => heardAt(at) !== undefined || at - began > FIRST_SECONDS);
	if (due.length === 0) return nothing;
	const silent = due.filter(({at}) => at - (heardAt(at) ?? -Infinity) > CADENCE_SECONDS);
	const gaps = silent.filter(({at}, index) => at - (silent[index - 1]?.at ?? -Infinity) > 120);
	const share = 1 - silent.length / due.length;
	return {
		...nothing,
		share,
		what: `Customers had a current update for ${String(pointsOf(share))} % of the time that they were owed one.`,
		moments: gaps.map(({at}) => ({
			at,
			text:
				heardAt(at) === undefined
					? 'half an hour without a first update'
					: 'an hour without an update',
		})),
	};
}

/** When the player, and not a colleague, told customers something; a structured update is a post as well. */
function postsOf(world: World, from: number): readonly number[] {
	return world.incidentCall.output.posts
		.filter(({at, by}) => at > from && by !== NIGHT_SHIFT)
		.map(({at}) => at);
}

/** Whether each structured update said what was so. */
function scope({run, minutes, from}: ReplayedRun): Part {
	const updates = run.world.incidentCall.output.updates.filter(
		({at, by}) => at > from && by !== NIGHT_SHIFT,
	);
	const nothing = {weight: WEIGHTS.scope, share: null, what: '', moments: []};
	if (updates.length === 0) return nothing;
	const moments = updates.flatMap(update => {
		const wrong = wrongIn(update, sufferedBy(update.at, minutes));
		return wrong === null ? [] : [{at: update.at, text: wrong}];
	});
	const right = updates.length - moments.length;
	return {
		...nothing,
		share: right / updates.length,
		what: `${String(right)} of ${String(updates.length)} updates said what was true.`,
		moments,
	};
}

/** What suffered at a moment or shortly before it. */
function sufferedBy(at: number, minutes: readonly Minute[]): readonly string[] {
	const near = minutes.filter(minute => minute.at <= at && minute.at > at - LATE_SECONDS);
	return [...new Set(near.flatMap(({suffering}) => suffering))];
}

function wrongIn(
	update: World['incidentCall']['output']['updates'][number],
	suffered: readonly string[],
): string | null {
	const {scope: named, impact, action} = update;
	const so =
		suffered.length === 0 ? 'nothing suffered' : `what suffered was ${suffered.join(', ')}`;
	const isOut =
		named === 'many-services' ? suffered.length >= MANY_SCOPES : suffered.includes(named);
	if (action === 'resolved' && (named === 'none' ? suffered.length > 0 : isOut)) {
		return `“resolved” was too early: ${so}`;
	}
	if (named === 'none') return suffered.length === 0 ? null : `“none” was wrong: ${so}`;
	if (impact === 'none') return isOut ? `“${named} works normally” was wrong: ${so}` : null;
	return isOut ? null : `“${named}” was wrong: ${so}`;
}

/** Promised updates that came in time. */
function promises({run, brokenPromises, from}: ReplayedRun): Part {
	const made = run.world.orders.filter(
		({order, state, at, number}) =>
			number > 0 &&
			at > from &&
			state === 'done' &&
			(order.id === 'promise' || order.id === 'update'),
	).length;
	const nothing = {weight: WEIGHTS.promises, share: null, what: '', moments: []};
	if (made === 0) return nothing;
	const broken = Math.min(made, brokenPromises.length);
	return {
		...nothing,
		share: 1 - broken / made,
		what: `${String(made - broken)} of ${String(made)} promises of another update kept.`,
		moments: brokenPromises.map(at => ({at, text: 'the promised update did not come'})),
	};
}
