import type {Score} from '../score/index.ts';
import type {RunResult} from '../session.types.ts';
import type {Relay, Requests, TeamDebrief} from '../team-debrief/index.ts';

/** One of the runs that are laid side by side. A person who played alone has no team. */
export type RunToCompare = {
	readonly name: string;
	readonly result: RunResult;
	readonly score: Score;
	readonly team: TeamDebrief | null;
};

/** Runs of one level and seed, side by side: of rooms and never of persons. Each list has one place for each run. */
export type Comparison = {
	readonly names: readonly string[];
	readonly ends: readonly {
		readonly won: boolean;
		readonly at: string | null;
		readonly harm: number;
	}[];
	readonly axes: readonly {readonly id: string; readonly points: readonly (number | null)[]}[];
	/** Null where the fact never came true, or nobody had to be told of it. */
	readonly facts: readonly {
		readonly id: string;
		readonly what: string;
		readonly runs: readonly (Pick<
			Relay,
			'seenAt' | 'said' | 'reached' | 'acted' | 'broke'
		> | null)[];
	}[];
	/** Seconds of the night until the word came; null where it did not, or nobody was owed one. */
	readonly notify: readonly {
		readonly audience: string;
		readonly seconds: readonly (number | null)[];
	}[];
	readonly requests: readonly (Pick<
		Requests,
		'answered' | 'declined' | 'lost' | 'closed' | 'carried' | 'caught' | 'missed'
	> & {readonly asked: number})[];
	/** Of all handovers of a run: what was kept of what was true, and what was wrong. */
	readonly handovers: readonly {
		readonly notes: number;
		readonly kept: number;
		readonly of: number;
		readonly wrong: number;
	}[];
};

export function compareRuns(runs: readonly RunToCompare[]): Comparison {
	const teams = runs.map(({team}) => team);
	const [first] = runs;
	return {
		names: runs.map(({name}) => name),
		ends: runs.map(({result: {ended, harm}}) => ({
			won: ended?.won === true,
			at: ended?.at ?? null,
			harm: harm.total,
		})),
		axes: (first?.score.axes ?? []).map(({id}) => ({
			id,
			points: runs.map(({score}) => score.axes.find(axis => axis.id === id)?.points ?? null),
		})),
		facts: factsOf(teams),
		notify: noticesOf(teams),
		requests: teams.map(team => requestsOf(team)),
		handovers: teams.map(team => handoversOf(team)),
	};
}

type Teams = readonly (TeamDebrief | null)[];

function factsOf(teams: Teams): Comparison['facts'] {
	const relays = teams.flatMap(team => team?.relays ?? []).filter(({own}) => !own);
	const ids = [...new Set(relays.map(({id}) => id))];
	return ids.map(id => ({
		id,
		what: relays.find(relay => relay.id === id)?.what ?? '',
		runs: teams.map(team => {
			const relay = team?.relays.find(each => each.id === id && !each.own);
			if (relay === undefined) return null;
			const {seenAt, said, reached, acted, broke} = relay;
			return {seenAt, said, reached, acted, broke};
		}),
	}));
}

function noticesOf(teams: Teams): Comparison['notify'] {
	const audiences = teams.flatMap(team => team?.notify.map(({audience}) => audience) ?? []);
	return [...new Set(audiences)].map(audience => ({
		audience,
		seconds: teams.map(team => {
			const notice = team?.notify.find(each => each.audience === audience);
			return notice === undefined || notice.at === null ? null : notice.at - notice.from;
		}),
	}));
}

function requestsOf(team: TeamDebrief | null): Comparison['requests'][number] {
	const none = {answered: 0, declined: 0, lost: 0, closed: 0, carried: 0, caught: 0, missed: 0};
	if (team === null) return {asked: 0, ...none};
	const {all, answered, declined, lost, closed, carried, caught, missed} = team.requests;
	return {asked: all.length, answered, declined, lost, closed, carried, caught, missed};
}

function handoversOf(team: TeamDebrief | null): Comparison['handovers'][number] {
	const handovers = team?.handovers ?? [];
	const fields = handovers.flatMap(each => each.fields);
	const sum = (of: (field: (typeof fields)[number]) => number) =>
		fields.reduce((total, field) => total + of(field), 0);
	return {
		notes: handovers.length,
		kept: sum(({kept}) => kept.length),
		of: sum(({of}) => of),
		wrong: sum(({wrong}) => wrong),
	};
}
