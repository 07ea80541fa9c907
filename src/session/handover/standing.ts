import {automationsIn, type World} from '../../sim/index.ts';
import {LEVERS_STANDING} from '../goals/lever-state.ts';

/** Something that people have set and that stays: how the order begins that sets it, and whether it has to be given back. */
export type Standing = {readonly begins: string; readonly isDebt: boolean};

const ADVICE = {
	retryHard: 'advise retry',
	pinZone: 'advise pin-zone',
	noZone: 'advise no-zone',
	flush: 'advise flush',
} as const;

/** All that people have set and that stands in this second. */
export function standingIn(world: World): readonly Standing[] {
	const {resolvers, support, incidentCall, nlb, dns} = world;
	const set = (begins: string, isSo: boolean, isDebt = false): readonly Standing[] =>
		isSo ? [{begins, isDebt}] : [];
	const zoneHeld = (hold: string) => nlb.zones.some(({value}) => value === hold);
	return [
		...LEVERS_STANDING.flatMap(({setBy, text}) =>
			setBy === null ? [] : set(setBy, text(world) !== null, setBy.startsWith('advise ')),
		),
		...pausedIn(world).map(id => ({begins: `pause ${id}`, isDebt: true})),
		...set(
			'override',
			resolvers.caches.some(({mode}) => mode.value === 'overridden'),
			true,
		),
		...set('bypass support', support.bypassed, true),
		...Object.entries(ADVICE).flatMap(([word, begins]) =>
			set(begins, incidentCall.output.advice[word as keyof typeof ADVICE], true),
		),
		...set('pin zone', zoneHeld('pinned'), true),
		...set('drain zone', zoneHeld('drained'), true),
		...set(
			'pin',
			dns.zones.pinned.some(count => count > 0),
			true,
		),
	];
}

/** Automations that are paused; those of DynamoDB's DNS count as one. */
function pausedIn(world: World): readonly string[] {
	const paused = automationsIn(world).filter(each => each.paused);
	return [...new Set(paused.map(({id}) => debtOf(id)))];
}

/** What is owed, as it is counted, by whatever it is called. */
export function debtOf(what: string): string {
	const name = what.toLowerCase();
	if (/^(?:planner|cleanup|enactors|enactor-\d|dns-automation)$/u.test(name)) {
		return 'dns-automation';
	}
	if (name === 'bypass') return 'bypass support';
	return name;
}

/** An order in the words in which what it set is counted. */
export function setBy(words: string): string {
	const paused = /^pause (?<id>\S+)$/u.exec(words)?.groups?.['id'];
	return paused === undefined ? words : `pause ${debtOf(paused)}`;
}
