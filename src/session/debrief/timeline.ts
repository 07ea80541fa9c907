import {suspectsOf, type Clock, type Level} from '../../level/index.ts';
import {look} from '../../observe/index.ts';
import {assert, milestonesOf, specOf} from '../../sim/index.ts';
import type {KeptNote} from '../notes.types.ts';
import type {Run} from '../run.ts';

/** One line of what happened, in the order in which it did. */
export type TimelineRow = {
	readonly at: number;
	/** `HH:MM:SS` PDT. */
	readonly clock: string;
	readonly kind:
		'milestone' | 'page' | 'order' | 'look' | 'post' | 'hypothesis' | 'prediction' | 'end';
	readonly text: string;
	/** What became of it: `done`, `refused`, `came true`, `did not`; empty where there is nothing to say. */
	readonly came: string;
	/** How often in a row it stood there, and when last: repetitions are one row. */
	readonly times: number;
	readonly last: string;
};

/** What came of a prediction. */
export type Verdict = 'came true' | 'did not' | 'not measured';
/** Predictions by the numbers of their orders, in the words of whoever made them. */
export type Verdicts = ReadonlyMap<number, {readonly text: string; readonly verdict: Verdict}>;

/** A run in the order in which it happened, whoever brought it about. */
export function timelineOf(
	clock: Clock,
	run: Run,
	notes: readonly KeptNote[],
	verdicts: Verdicts,
): readonly TimelineRow[] {
	const {world, observer} = run;
	assert(observer !== null, 'a run that is looked back on was observed');
	const seen = look(observer, world);
	const moments: Moment[] = [
		...milestonesOf(world).flatMap(({at, what}) =>
			at === null ? [] : [{at, kind: 'milestone' as const, text: what, came: ''}],
		),
		...seen.alerts
			.filter(({severity}) => severity === 'page')
			.map(({raisedAt, title, group}) => ({
				at: raisedAt,
				kind: 'page' as const,
				text: `${group}: ${title}`,
				came: '',
			})),
		...seen.dashboard.posts.map(({at, by, text}) => ({
			at,
			kind: 'post' as const,
			text,
			came: `by ${by}`,
		})),
		...world.orders
			.filter(({order}) => order.id !== 'post')
			.map(({number, by, at, words, state, order}) => ({
				at,
				kind: specOf(order).kind === 'do' ? ('order' as const) : ('look' as const),
				text: number > 0 ? words : `${by}: ${words}`,
				came: state,
			})),
		...notes.flatMap(({at, note}) => noteMoment(run.evaluator.level, at, note, verdicts)),
		...(world.ending === null
			? []
			: [{at: world.ending.at, kind: 'end' as const, text: world.ending.why, came: ''}]),
	];
	return folded(
		clock,
		moments.sort((a, b) => a.at - b.at),
	);
}

type Moment = Pick<TimelineRow, 'at' | 'kind' | 'text' | 'came'>;

/** What stood there again with nothing else of its kind between is one row; posts that differ in their counts are the same post. */
export function folded(clock: Clock, moments: readonly Moment[]): readonly TimelineRow[] {
	const rows: Writable<TimelineRow>[] = [];
	for (const moment of moments) {
		const before = rows.findLast(({kind}) => kind === moment.kind);
		const now = clock.at(moment.at);
		const again = before?.came === moment.came ? asOne(before, moment) : null;
		if (before !== undefined && again !== null) {
			before.text = again;
			before.times += 1;
			before.last = now;
		} else rows.push({...moment, clock: now, times: 1, last: now});
	}
	return rows;
}

const COUNTS = /\d[\d,]*(?: to \d[\d,]*)?/g;

/** Two rows in the words of one, its counts from first to last; null where they say different things. */
function asOne({kind, text}: Moment, again: Moment): string | null {
	if (text === again.text) return text;
	const shape = (words: string) => words.replace(COUNTS, '#');
	if (kind !== 'post' || shape(text) !== shape(again.text)) return null;
	const now = again.text.match(COUNTS) ?? [];
	let index = 0;
	return text.replace(COUNTS, counts => {
		const [first = ''] = counts.split(' to ');
		const last = now[index++] ?? first;
		return first === last ? first : `${first} to ${last}`;
	});
}

type Writable<Of> = {-readonly [Key in keyof Of]: Of[Key]};

function noteMoment(
	level: Level,
	at: number,
	note: KeptNote['note'],
	verdicts: Verdicts,
): readonly Moment[] {
	switch (note.about) {
		case 'hypothesis': {
			const unless = note.unless === '' ? '' : `, unless ${note.unless}`;
			const text = `${suspectsOf(level)[note.suspect] ?? note.suspect}, ${String(note.confidence)} % sure${unless}`;
			return [{at, kind: 'hypothesis', text, came: ''}];
		}
		case 'prediction': {
			const came = verdicts.get(note.order)?.verdict ?? 'not measured';
			return [{at, kind: 'prediction', text: note.text, came}];
		}
		default:
			return [];
	}
}
