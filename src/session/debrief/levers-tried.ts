import {
	assert,
	beginsAsOneOf,
	blanksOf,
	filledForm,
	ORDERS,
	specOf,
	type Blank,
	type Order,
	valueAt,
} from '../../sim/index.ts';
import {HELD_BACK, LEVERS_STANDING, remediesOf} from '../goals/index.ts';
import {parseOrder} from '../command.ts';
import type {PlannedOrder} from '../order-file.ts';
import {ALARMED} from '../relive/calm.ts';
import {change, type Change, type Step} from '../relive/change.ts';
import type {Baseline} from './baseline.ts';
import {listed, toldAs, type Candidate} from './candidate.ts';
import {wasSo} from './course.ts';
import {actOf} from './decisions.ts';
import {formsOf, wantsOf, type Want} from './wants.ts';

/** An order that could have moved what was wanted, at a time at which somebody could have given it. */
export type Tried = {readonly want: Want; readonly words: string; readonly at: number};

/** Seconds of nights that levers may cost: those of an hour are tried more widely than those of a day. */
const SECONDS_MAX = 300_000;

/**
 * Levers for all that was left to be wanted, while there is time for them: what the night was lost for first, and of it
 * what answers most of that; then each other want in turn.
 */
export function leversTried(baseline: Baseline, secondsMax = SECONDS_MAX): readonly Candidate[] {
	const wants = wantsOf(baseline);
	const needed = wants.filter(want => want.needed);
	const answers = answersOf(needed);
	const first = inTurn(needed.map(triesOf)).sort(
		(a, b) => (answers.get(b.words) ?? 0) - (answers.get(a.words) ?? 0),
	);
	const others = inTurn(wants.filter(want => !want.needed).map(triesOf));
	const tried = new Map<string, Candidate>();
	let seconds = 0;
	for (const next of [...first, ...others]) {
		if (wasGiven(baseline, next) || isWithheld(baseline, next.words)) continue;
		const candidate = leverAt(baseline, next);
		if (tried.has(candidate.id)) continue;
		seconds += baseline.recorded.until - next.at;
		if (seconds > secondsMax) break;
		tried.set(candidate.id, candidate);
	}
	return [...tried.values()];
}

/** How much of what is wanted each order answers: what could be met in many ways asks for none of them by name. */
function answersOf(wants: readonly Want[]): ReadonlyMap<string, number> {
	const answers = new Map<string, number>();
	for (const {levers} of wants)
		for (const words of new Set(levers.flatMap(filled)))
			answers.set(words, (answers.get(words) ?? 0) + 1 / levers.length);
	return answers;
}

/** The first of each, then the second of each, and so on. */
function inTurn(queues: readonly (readonly Tried[])[]): Tried[] {
	const longest = Math.max(0, ...queues.map(({length}) => length));
	return Array.from({length: longest}, (_, round) =>
		queues.flatMap(queue => queue[round] ?? []),
	).flat();
}

/** All that was open by what people had set, lifted in the minute in which nothing else was left. */
export function allLifted(baseline: Baseline): readonly Candidate[] {
	const wants = wantsOf(baseline).filter(({needed}) => needed);
	if (wants.length < 2) return [];
	const times = [...new Set(wants.flatMap(({times: each}) => each))];
	return times.map(at => {
		const changes = wants.flatMap(want => {
			const words = filled(valueAt(want.levers, 0))[0];
			return words === undefined || isWithheld(baseline, words)
				? []
				: [changeAt(baseline, {words, at})];
		});
		const [first] = wants;
		assert(first !== undefined, 'something was wanted');
		const whole = changes.reduce(beside, change({}));
		return {
			...about(baseline, {want: first, words: valueAt(first.levers, 0), at}),
			id: `all that was open at ${String(at)}`,
			did: wants.map(({text}) => text).join('; '),
			other: toldAs(baseline, whole),
			change: whole,
		};
	});
}

/** Every way to give a want's levers: each at its most telling time first. */
function triesOf(want: Want): readonly Tried[] {
	const orders = want.levers.flatMap(filled);
	return want.times.flatMap(at => orders.map(words => ({want, words, at})));
}

/** The same words within a few minutes of then are a shift of the player's own order. */
const NEAR_SECONDS = 300;

function wasGiven({orders}: Baseline, {words, at}: Tried): boolean {
	return orders.some(
		given =>
			given.words === words && given.state === 'done' && Math.abs(given.at - at) < NEAR_SECONDS,
	);
}

function isWithheld({level}: Baseline, words: string): boolean {
	return beginsAsOneOf(level.withhold.orders, words);
}

export function leverAt(baseline: Baseline, tried: Tried): Candidate {
	return {...about(baseline, tried), change: changeAt(baseline, tried)};
}

function about(baseline: Baseline, {want, words, at}: Tried): Omit<Candidate, 'change'> {
	const parsed = parseOrder(words);
	return {
		id: `${words} at ${String(at)}`,
		act: parsed.ok ? actOf(parsed) : 'others',
		kind: 'instead',
		decision: null,
		point: null,
		at,
		did: want.text,
		other: listed(baseline, [{at, words}]),
		parts: [],
	};
}

/** The order, with whoever it takes, and what lifts it once all that it moves has been calm for a while. */
export function changeAt(baseline: Baseline, {words, at}: Pick<Tried, 'words' | 'at'>): Change {
	const parsed = parseOrder(words);
	assert(parsed.ok, 'levers are filled as the grammar asks');
	const people = peopleFor(baseline, parsed.order, at);
	const {team} = specOf(parsed.order);
	const lift = liftOf(baseline, parsed.order);
	if (people.length === 0 && !isAwaited(baseline, parsed.order, at)) {
		return change({add: [{at, words}], steps: lift.length === 0 ? [] : [lift]});
	}
	const given: Step = {team, bad: [], calm: [], minutes: 0, words: [words]};
	return change({add: people, steps: [[given, ...lift]]});
}

/** A change with something done before it; null where its words fit no order. */
export function ledBy(baseline: Baseline, first: string, candidate: Candidate): Candidate | null {
	const words = formsOf(first).flatMap(filled)[0];
	if (words === undefined) return null;
	const {at, id} = candidate;
	const whole = beside(changeAt(baseline, {words, at}), candidate.change);
	return {...candidate, id: `${words} and ${id}`, change: whole, other: toldAs(baseline, whole)};
}

/** Pages and access that an order takes and that nobody had seen to by then. */
function peopleFor(
	{course, orders, level}: Baseline,
	order: Order,
	at: number,
): readonly PlannedOrder[] {
	const {team, needs} = specOf(order);
	const paged =
		team === null ||
		wasSo(course.present, team, at) ||
		orders.some(each => each.words === `page ${team}` && each.state === 'done' && each.at <= at);
	const open = needs === 'nothing' || !wasSo(course.shutOut, 'tools', at);
	const when = Math.max(level.takeover + 60, at);
	return [
		...(open ? [] : [{at: when, words: 'break glass access'}]),
		...(paged ? [] : [{at: when, words: `page ${team}`}]),
	];
}

/** Whether the team is on its way. */
function isAwaited({course}: Baseline, order: Order, at: number): boolean {
	const {team} = specOf(order);
	return team !== null && !wasSo(course.present, team, at);
}

const CALM_MINUTES = 20;

/** Steps that lift what an order sets and people have to lift, or the level asks for; none where it may stand. */
function liftOf({level}: Baseline, order: Order): readonly Step[] {
	const {liftedBy, moves = [], team} = specOf(order);
	const words = liftedBy === undefined ? undefined : filledForm(liftedBy, order);
	const asked = level.goals === null ? [] : remediesOf(level.goals.win, true).orders;
	const lifts = [...asked, ...LEVERS_STANDING.flatMap(lever => lever.lifts)];
	if (words === undefined || !lifts.includes(words)) return [];
	const watched = moves.filter(
		each => ALARMED.includes(each) && !HELD_BACK.includes(each) && each !== 'containers.errors',
	);
	return [
		{team: null, bad: watched, calm: [], minutes: 0, words: []},
		{team, bad: [], calm: watched, minutes: CALM_MINUTES, words: [words]},
	];
}

/** Both, with each page and each access once, the earlier of two. */
export function beside(one: Change, other: Change): Change {
	const add = [...one.add, ...other.add].sort((a, b) => a.at - b.at);
	const isOnce = ({words}: PlannedOrder) => /^(page|break glass)/.test(words);
	return {
		...one,
		leaveOut: [...new Set([...one.leaveOut, ...other.leaveOut])],
		move: [...one.move, ...other.move],
		add: add.filter(
			(each, index) => !isOnce(each) || add.findIndex(({words}) => words === each.words) === index,
		),
		steps: [...one.steps, ...other.steps],
	};
}

/** Of the words that a blank takes, so many are tried. */
const WORDS_MAX = 2;

/** A form with what people would first put in its blanks; an order is itself. */
export function filled(form: string): readonly string[] {
	const spec = Object.values(ORDERS).find(({forms}) => forms.includes(form));
	const all = blanksOf(form).reduce<readonly string[]>(
		(forms, name) =>
			forms.flatMap(each =>
				valuesOf(spec?.blanks[name]).map(value => each.replace(`<${name}>`, value)),
			),
		[form],
	);
	return all.filter(words => parseOrder(words).ok);
}

function valuesOf(blank: Blank | undefined): readonly string[] {
	if (blank === undefined || blank.kind === 'text') return [];
	if (blank.usual !== undefined) return blank.usual.map(String);
	return blank.kind === 'word' ? blank.words.slice(0, WORDS_MAX) : [];
}
