import type {Comparison} from '../../../../session/index.ts';
import {minutes} from '../words.ts';
import type {TeamPart} from './parts.ts';

/** Runs side by side: of the rooms and never of a person. */
export function comparedParts(
	comparison: Comparison,
	clock: (at: number) => string,
): readonly TeamPart[] {
	const {names, ends, axes, facts, notify, requests, handovers} = comparison;
	const part = (id: string, title: string, rows: readonly (readonly string[])[], first = '') =>
		rows.length === 0 ? [] : [{id, title, lines: [], table: {head: [first, ...names], rows}}];
	const count = (what: string, of: (index: number) => number) => [
		what,
		...names.map((_, index) => String(of(index))),
	];
	return [
		...part('ends', 'How they ended', [
			[
				'outcome',
				...ends.map(({won, at}) =>
					at === null ? 'unfinished' : `${won ? 'won' : 'lost'} ${at.slice(0, 5)}`,
				),
			],
			['harm, minutes', ...ends.map(({harm}) => minutes(harm))],
			...axes.map(({id, points}) => [
				`${id}, points`,
				...points.map(each => (each === null ? '-' : String(each))),
			]),
		]),
		...part(
			'facts',
			'The same facts',
			facts.map(fact => factRow(fact, clock)),
			'fact',
		),
		...part(
			'notify',
			'Minutes until an update came',
			notify.map(({audience, seconds}) => [
				audience,
				...seconds.map(each => (each === null ? '-' : String(Math.round(each / 60)))),
			]),
			'audience',
		),
		...(requests.every(({asked}) => asked === 0)
			? []
			: part('requests', 'Requests between seats', [
					count('asked', index => requests[index]?.asked ?? 0),
					count('answered', index => requests[index]?.answered ?? 0),
					count('closed', index => requests[index]?.closed ?? 0),
					count('completed', index => requests[index]?.carried ?? 0),
					count('caught', index => requests[index]?.caught ?? 0),
					count('lost', index => requests[index]?.lost ?? 0),
				])),
		...(handovers.every(({notes}) => notes === 0)
			? []
			: part('handovers', 'Handovers', [
					count('notes', index => handovers[index]?.notes ?? 0),
					['kept', ...handovers.map(({kept, of}) => `${String(kept)} of ${String(of)}`)],
					count('wrong', index => handovers[index]?.wrong ?? 0),
				])),
	];
}

function factRow(
	{what, runs}: Comparison['facts'][number],
	clock: (at: number) => string,
): readonly string[] {
	const told = runs.map(run => {
		if (run === null) return 'not needed';
		const {said, reached, acted, broke} = run;
		const parts = [
			said === null ? '' : `said ${clock(said.at)}`,
			reached === null ? '' : `reached ${reached.seat}`,
			acted === null ? '' : `command ${clock(acted.at)}`,
			broke ?? '',
		];
		return parts.filter(text => text !== '').join(', ');
	});
	return [what, ...told];
}
