import type {Automation, Observation} from '../../../observe/index.ts';
import {ORDERS, stillOpenOf, type StillOpen} from '../../../session/index.ts';
import {fact, listed} from '../fact.ts';
import type {Fact, Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {age, clockAt} from '../measure.ts';

/** What is lost while each automation is paused: the order that pauses it says so. */
const COSTS: ReadonlyMap<string, string> = new Map(
	Object.values(ORDERS)
		.filter(({forms}) => forms[0] === 'pause <automation>')
		.flatMap(({blanks, risk}) => {
			const blank = blanks['automation'];
			return blank?.kind === 'word' ? blank.words.map(word => [word, risk] as const) : [];
		}),
);

/** Something that stands until people take it back, since when, and what is lost meanwhile. */
export type OpenOf = {
	readonly open: StillOpen;
	/** `HH:MM`. */
	readonly at: string;
	/** Empty where nobody has said. */
	readonly cost: string;
};

const VERDICTS = {
	OWED: 'crit',
	LIMIT: 'warn',
	PAUSED: 'unknown',
	DETOUR: 'unknown',
	ADVICE: 'unknown',
	SHELVED: 'warn',
} as const;

/** What people put in place and must take back, in the order in which it hurts; then the machines that run. */
export function openFacts(observation: Observation, {filter}: Sight) {
	const standing = openList(observation);
	const open = passing(filter, standing);
	const running = passing(
		filter,
		observation.automations.filter(({state}) => state === 'running').map(runningFact),
	);
	const asked = passing(filter, observation.open.filter(({needed}) => needed).map(askedFact));
	return {
		title: 'Still open',
		note: standing.length === 0 ? 'nothing' : String(standing.length),
		groups: {
			open: {facts: open},
			asked: {title: 'Blocks the win', facts: asked},
			running: {title: 'Automations running', facts: running},
		},
		emptied: filter !== '' && open.length + running.length + asked.length === 0,
	} satisfies Facts;
}

/** The list as facts, whatever is looked for in it. */
export function openList(observation: Observation): readonly Fact<OpenOf>[] {
	const known = KNOWN.get(observation);
	if (known !== undefined) return known;
	const list = stillOpenOf(observation).map(each => openFact(observation, each));
	KNOWN.set(observation, list);
	return list;
}

/** Header and panel of one frame ask alike. */
const KNOWN = new WeakMap<Observation, readonly Fact<OpenOf>[]>();

function openFact(observation: Observation, open: StillOpen): Fact<OpenOf> {
	const {kind, id, text: label, since, by, lift} = open;
	const stood = observation.now - since;
	const at = clockAt(observation, since).slice(0, 5);
	const cost = kind === 'PAUSED' ? (COSTS.get(id) ?? '') : '';
	return fact(
		{
			id: `open ${id}`,
			label,
			word: kind,
			verdict: VERDICTS[kind],
			age: stood,
			acts: () => (lift === '' ? [] : [{key: 'r', label: lift, order: lift}]),
			of: {open, at, cost},
		},
		() =>
			`${kind}: ${listed(label, by === null ? '' : `by ${by}`, `at ${at}`, `for ${age(stood)}`)}${cost === '' ? '' : `. ${cost}`}`,
	);
}

/** What the level still asks for. */
function askedFact({id, text, until}: Observation['open'][number]): Fact<{readonly said: string}> {
	const said = until === '' ? text : `${text} (${until})`;
	return fact(
		{id: `asked ${id}`, label: said, verdict: 'warn', of: {said}},
		() => `Blocks the win: ${said}`,
	);
}

function runningFact({id, label}: Automation): Fact<{readonly label: string}> {
	return fact(
		{
			id: `running ${id}`,
			label: id,
			word: 'RUNNING',
			verdict: 'ok',
			acts: () => [{key: 'x', label: 'pause it', order: `pause ${id}`}],
			of: {label},
		},
		() => `RUNNING: ${id}, ${label}`,
	);
}
