import type {Observation} from '../../observe/index.ts';
import {fact} from './fact.ts';
import type {Fact} from './fact.types.ts';
import {loopFacts} from './facts/loops.ts';
import {messageFacts} from './facts/room.ts';
import {standingFacts} from './facts/standing.ts';
import {clockAt} from './measure.ts';

/** When it was, on the clock of the night. */
export type MomentOf = {readonly when: string};
/** What a seat has been asked for and has not done yet, in words. */
export type SeatOf = {
	readonly person: string;
	readonly away: boolean;
	readonly tasks: readonly string[];
};

/** What a whole room may see of its night: what was said to everybody, asked and done, and what is public. */
export function boardFacts(observation: Observation) {
	return {
		timeline: timelineFacts(observation),
		seats: doingFacts(observation),
		impact: impactFacts(observation),
	};
}

type Moment = {readonly at: number; readonly fact: Fact<MomentOf>};

/** Newest first; of one second, what people said before what came of it. */
function timelineFacts(observation: Observation): readonly Fact<MomentOf>[] {
	const {room, dashboard, teams} = observation;
	const moment = (at: number, id: string, text: string, told?: Fact): Moment => ({
		at,
		fact: fact(
			{id, label: text, verdict: told?.verdict ?? 'unknown', of: {when: clockAt(observation, at)}},
			() => text,
		),
	});
	const asked = new Map(loopFacts(observation).map(told => [told.id, told]));
	const said = messageFacts(observation).map(({id, age, of}) =>
		moment(observation.now - (age ?? 0), id, `${of.by}: ${of.said}`),
	);
	const loops = (room?.loops ?? []).map(({n, changedAt}) => {
		const told = asked.get(`loop ${String(n)}`);
		return moment(changedAt, `loop ${String(n)}`, told?.text ?? '', told);
	});
	const posts = dashboard.posts.map(({at, by, text}, index) =>
		moment(at, `post ${String(index)}`, `${by} posts: ${text}`),
	);
	const joined = teams
		.filter(({state}) => state === 'present')
		.map(({team, since}) => moment(since, `team ${team}`, `team ${team} is on the call`));
	return [...said, ...loops, ...posts, ...joined]
		.sort((a, b) => b.at - a.at)
		.map(({fact: told}) => told);
}

/** Who sits where, and what each has taken on. */
function doingFacts({room}: Observation): readonly Fact<SeatOf>[] {
	return (room?.seats ?? []).map(({id, title, roles, person, away}) => {
		const tasks = (room?.loops ?? [])
			.filter(({state}) => ['open', 'accepted', 'confirmed', 'given'].includes(state))
			.filter(({of, answeredBy}) => (answeredBy ?? of) === id || roles.includes(of))
			.map(({order, about, state, by}) => `${order ?? aboutOf(about)}, ${state}, for ${by}`);
		const word = person === '' ? 'EMPTY' : away ? 'AWAY' : '';
		return fact({id: `seat ${id}`, label: id, value: person, word, of: {person, away, tasks}}, () =>
			[`${title}: ${person === '' ? 'nobody' : person}`, ...tasks].join('; '),
		);
	});
}

type Asked = NonNullable<Observation['room']>['loops'][number]['about'];

function aboutOf(about: Asked): string {
	return about === null ? '' : 'metric' in about ? about.metric : 'look' in about ? about.look : '';
}

/** How bad it is, for whom, what is owed, and how it ended. */
function impactFacts(observation: Observation): readonly Fact[] {
	const {severity, impacted, promise, access} = standingFacts(observation);
	const {ended, open} = observation;
	const end =
		ended === null
			? []
			: [
					fact(
						{
							id: 'end',
							label: ended.won ? 'WON' : 'LOST',
							verdict: ended.won ? 'ok' : 'crit',
							of: 0,
						},
						() =>
							`${ended.won ? 'WON' : 'LOST'} at ${clockAt(observation, ended.at)}: ${ended.why}`,
					),
				];
	const asked = open
		.filter(({needed}) => needed)
		.map(({id, text}) =>
			fact({id, label: text, verdict: 'warn', of: 0}, () => `Still open: ${text}`),
		);
	return [...end, severity, impacted, promise, access, ...asked];
}
