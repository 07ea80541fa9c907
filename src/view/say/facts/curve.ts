import type {Curve, Observation, Probe} from '../../../observe/index.ts';
import {fact, shown, VERDICT_WORDS} from '../fact.ts';
import type {Fact, Facts, Sight, Verdict} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {unseen} from '../headline.ts';
import {whole} from '../measure.ts';

/** What stands of an instrument: its words, and what of it can be drawn. */
export type CurveOf = {
	readonly lines: readonly string[];
	readonly legend: string;
	readonly curve: Curve;
};
export type ProbeOf = {readonly said: string};

/** The mean droplet manager: what its broken leases ask of it, what it can do, and where it stands. */
export function curveFacts(observation: Observation, {filter}: Sight) {
	const {curve, probe} = observation.instruments;
	const {now} = observation;
	const probes: readonly Fact<ProbeOf>[] = probe === null ? [] : [probeFact(probe, now)];
	const curves: readonly Fact<CurveOf>[] = curve === null ? [] : [curveFact(curve, now)];
	const missing = [
		...(probe === null ? [unseen(observation, 'no probe yet', 'show probe')] : []),
		...(curve === null ? [unseen(observation, 'no curve yet', 'show curve')] : []),
	];
	const groups = {
		probe: {facts: passing(filter, probes)},
		curve: {facts: passing(filter, curves)},
		unseen: {facts: passing(filter, missing)},
	};
	return {
		title: 'DWFM curve, probe',
		...(curve === null ? {note: ''} : noteOf(curve)),
		groups,
		emptied: Object.values(groups).every(({facts}) => facts.length === 0),
	} satisfies Facts;
}

function probeFact({stuck, managers, at}: Probe, now: number): Fact<ProbeOf> {
	const verdict = shareVerdict(stuck, managers);
	const said = `if DynamoDB came back now: ${whole(stuck)} of ${whole(managers)} managers stuck`;
	const age = now - at;
	const word = VERDICT_WORDS[verdict];
	return fact(
		{
			id: 'probe',
			label: 'managers stuck',
			value: stuck,
			unit: 'count',
			word,
			verdict,
			age,
			of: {said},
		},
		() => `${word}: ${said}, ${shown({age}).text}`,
	);
}

function shareVerdict(some: number, all: number): Verdict {
	return some === 0 ? 'ok' : some < all / 2 ? 'warn' : 'crit';
}

function curveFact(curve: Curve, now: number): Fact<CurveOf> {
	const {broken, tippingPoint, managersPast, managers, pressureWorst, margin, at} = curve;
	const verdict = shareVerdict(managersPast, managers);
	const lines = [
		`${whole(broken)} broken leases per manager; tips over at B* ${whole(tippingPoint)}`,
		`${whole(managersPast)} of ${whole(managers)} managers past B*; retry pressure R, worst: ${ratio(pressureWorst)}`,
	];
	const legend =
		broken < tippingPoint
			? `Now is left of B: the work that broken leases offer fits below capacity. Margin ${ratio(margin)}.`
			: `Now is right of B: more work is offered than can be done in time. Margin ${ratio(margin)}; it needs fewer leases at once, not more speed.`;
	const age = now - at;
	const word = VERDICT_WORDS[verdict];
	return fact(
		{
			id: 'curve',
			label: 'broken leases per manager',
			value: broken,
			unit: 'count',
			word,
			verdict,
			age,
			of: {lines, legend, curve},
		},
		() => `${word}: ${lines.join('. ')}. ${legend} ${shown({age}).text}`,
	);
}

function noteOf({margin}: Curve): Pick<Facts, 'note' | 'noted'> {
	const noted = margin >= 2 ? 'ok' : margin >= 1 ? 'warn' : 'crit';
	return {note: `${VERDICT_WORDS[noted]} margin ${ratio(margin)}`, noted};
}

function ratio(value: number): string {
	return value >= 100 ? 'over 100' : value.toFixed(2);
}
