import {castSeen, type Observation, type SystemId} from '../../observe/index.ts';
import {parseOrder} from '../command.ts';
import {debtOf} from '../handover/standing.ts';
import {STANDING_RULES, type Effect} from './standing-rules.ts';

/** In the order in which they hurt. */
const OPEN_KINDS = ['OWED', 'LIMIT', 'PAUSED', 'DETOUR', 'ADVICE', 'SHELVED'] as const;
export type OpenKind = (typeof OPEN_KINDS)[number];

/** Something that somebody put in place, or owes, and must take back. */
export type StillOpen = {
	readonly kind: OpenKind;
	/** The same as long as it stands. */
	readonly id: string;
	/** As it was commanded; only a look shows how it is. */
	readonly text: string;
	/** The same in the fewest words. */
	readonly short: string;
	/** The second since which it stands. */
	readonly since: number;
	readonly by: string | null;
	/** The command that takes it back; empty where there is none to give. */
	readonly lift: string;
	readonly acts: readonly SystemId[];
	/** Alerts that a shelf hides. */
	readonly hides?: number;
};

/** All that stands and that somebody must take back, as it can be seen: by rank, the oldest first within each. */
export function stillOpenOf(observation: Observation): readonly StillOpen[] {
	const known = KNOWN.get(observation);
	if (known !== undefined) return known;
	const open = [
		...owed(observation),
		...settings(observation),
		...paused(observation),
		...shelved(observation),
	].sort(
		(a, b) =>
			OPEN_KINDS.indexOf(a.kind) - OPEN_KINDS.indexOf(b.kind) ||
			RANKED.indexOf(a.id) - RANKED.indexOf(b.id) ||
			a.since - b.since,
	);
	KNOWN.set(observation, open);
	return open;
}

/** The part of it that somebody put in place: what a run leaves behind when it ends. */
export function leftStanding(observation: Observation): readonly StillOpen[] {
	return stillOpenOf(observation).filter(({kind}) => kind !== 'OWED' && kind !== 'ADVICE');
}

/** Every frame asks, and an observation stands for a second at least. */
const KNOWN = new WeakMap<Observation, readonly StillOpen[]>();

/** Seconds after the first page by which customers have to be told something, and seconds between two words. */
const FIRST_WORD_SECONDS = 5 * 60;
const SILENCE_SECONDS = 30 * 60;

/** The second by which customers are to be told a first word: so long after the first page; null where that is not asked. */
export function firstWordBy(observation: Observation): number | null {
	const {alerts, dashboard} = observation;
	if (dashboard.posts.length > 0 || !castSeen(observation).includes('incidentCall')) return null;
	const pages = alerts.filter(({severity}) => severity === 'page');
	if (pages.length === 0) return null;
	return Math.min(...pages.map(({raisedAt}) => raisedAt)) + FIRST_WORD_SECONDS;
}

/** The word that customers are owed: a first one, the one that was promised, or any after so long. */
function owed(observation: Observation): readonly StillOpen[] {
	const {now, dashboard, ended} = observation;
	if (ended !== null || !castSeen(observation).includes('incidentCall')) return [];
	const debt = (since: number, text: string, short: string): readonly StillOpen[] => [
		{kind: 'OWED', id: 'word', text, short, since, by: null, lift: '', acts: []},
	];
	const {posts, promisedAt, impacted} = dashboard;
	const last = posts.at(-1)?.at;
	if (promisedAt !== null) {
		return promisedAt < now ? debt(promisedAt, 'the promised update', 'update late') : [];
	}
	if (last === undefined) {
		const by = firstWordBy(observation);
		return by !== null && now >= by
			? debt(by - FIRST_WORD_SECONDS, 'a first update to customers', 'no update to customers')
			: [];
	}
	return impacted > 0 && now - last >= SILENCE_SECONDS
		? debt(last, 'an update to customers, none promised', 'update owed')
		: [];
}

/** What done commands have left in place, in the order in which they were done. */
function settings({orders}: Observation): readonly StillOpen[] {
	const open = new Map<string, StillOpen>();
	for (const order of orders.filter(({state}) => state === 'done').sort((a, b) => a.due - b.due)) {
		const effect = effectOf(order.text);
		if (effect === null) continue;
		if ('lifts' in effect) {
			for (const about of open.keys()) if (effect.lifts(about)) open.delete(about);
			continue;
		}
		const {about, kind, text, lift, acts} = effect.sets;
		const {due: since, by} = order;
		open.set(about, {kind, id: about, text, short: text, since, by, lift, acts});
	}
	return [...open.values()];
}

/** Whether one order takes back, or sets otherwise, what another has put in place. */
export function standsAgainst(one: string, other: string): boolean {
	const [first, second] = [effectOf(one), effectOf(other)];
	if (first === null || second === null) return false;
	if ('lifts' in first) return 'sets' in second && first.lifts(second.sets.about);
	const {about} = first.sets;
	return 'lifts' in second ? second.lifts(about) : second.sets.about === about;
}

/** Whether an order takes back what stands. */
export function takesBack(text: string, {id, lift}: Pick<StillOpen, 'id' | 'lift'>): boolean {
	if (text === lift) return true;
	const effect = effectOf(text);
	return effect !== null && 'lifts' in effect && effect.lifts(id);
}

/** Words are read once: a night holds hundreds of orders, and every frame asks. */
const EFFECTS = new Map<string, Effect | null>();
const EFFECTS_MAX = 5_000;

function effectOf(text: string): Effect | null {
	const known = EFFECTS.get(text);
	if (known !== undefined) return known;
	const parsed = parseOrder(text);
	const rule = parsed.ok ? STANDING_RULES[parsed.order.id] : undefined;
	const effect = parsed.ok && rule !== undefined ? rule(parsed.order.args) : null;
	if (EFFECTS.size >= EFFECTS_MAX) EFFECTS.clear();
	EFFECTS.set(text, effect);
	return effect;
}

/** Automations, the one that heals most first, and what each of them is for. */
const AUTOMATIONS: Readonly<Record<string, readonly SystemId[]>> = {
	'nlb-failover': ['nlb'],
	'redshift-replacement': ['redshift'],
	'lambda-scale-in': ['lambda'],
	'container-deployments': ['containers'],
	'dns-automation': ['dns'],
	'dns-automation-elsewhere': [],
	'connection-recycling': ['dynamodb'],
	'fleet-scale-in': ['fleet'],
	deploys: ['fleet'],
};
/** Limits by what they hold back, and automations by what they heal. */
const RANKED: readonly string[] = [
	'launches',
	'terminations',
	'gate dwfm',
	'registration held',
	'pollers',
	'async',
	...Object.keys(AUTOMATIONS),
];

/** Paused automations; the machines of DynamoDB's DNS are one entry. */
function paused({automations}: Observation): readonly StillOpen[] {
	const open = new Map<string, StillOpen>();
	for (const {id, state, by, since} of automations) {
		if (state !== 'paused') continue;
		const name = debtOf(id);
		const machines = automations.filter(each => debtOf(each.id) === name);
		const many = machines.filter(each => each.state === 'paused').length;
		const [lift, machine] =
			many === 1 && name !== id ? [`resume ${id}`, id] : [`resume ${name}`, name];
		open.set(name, {
			kind: 'PAUSED',
			id: name,
			text: many > 1 ? `${name} (${String(many)} machines)` : machine,
			short: many > 1 ? `${name} (${String(many)})` : machine,
			since: Math.min(since, open.get(name)?.since ?? since),
			by,
			lift,
			acts: AUTOMATIONS[name] ?? [],
		});
	}
	return [...open.values()];
}

function shelved({shelves}: Observation): readonly StillOpen[] {
	return shelves.map(({alert, by, at, hides}) => ({
		kind: 'SHELVED',
		id: `shelf ${alert}`,
		text: `${alert}, hides ${hides === 0 ? 'none now' : String(hides)}`,
		short: `${alert} shelved, hides ${String(hides)}`,
		since: at,
		by,
		lift: `unshelve ${alert}`,
		acts: [],
		hides,
	}));
}
