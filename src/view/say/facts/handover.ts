import {
	METRICS,
	READ_BACK,
	type Claim,
	type Handover,
	type Observation,
	type Until,
} from '../../../observe/index.ts';
import {fact} from '../fact.ts';
import type {Fact} from '../fact.types.ts';
import {clockAt, measure} from '../measure.ts';

/** The note that the seat was handed, claim by claim; what has to be read first is said first. */
export function noteFacts(observation: Observation): readonly Fact<null>[] {
	const {note = null} = observation.room ?? observation.handing ?? {};
	if (note === null) return [];
	return [
		line('note', noteHead(observation, note)),
		...claimFacts(observation, note.claims, 'note'),
		...(note.words === '' ? [] : [line('note words', note.words)]),
	];
}

/** What the seat has written of its own note. */
export function draftFacts(observation: Observation): readonly Fact<null>[] {
	const {draft = []} = observation.room ?? observation.handing ?? {};
	return claimFacts(observation, draft, 'draft');
}

function noteHead(observation: Observation, {at, takenAt, claims}: Handover): string {
	const when = clockAt(observation, at);
	if (takenAt !== null) return `handed over at ${when}, taken at ${clockAt(observation, takenAt)}`;
	const wanted = Math.min(READ_BACK, claims.length);
	return `handed over at ${when}. Your panels stay blank until you have read back ${String(wanted)} claims by number, as in: take 1 2 3`;
}

function claimFacts(
	observation: Observation,
	claims: readonly Claim[],
	of: string,
): readonly Fact<null>[] {
	return claims.map((claim, index) => {
		const place = String(index + 1);
		return line(`${of} ${place}`, `${place} ${claim.field}: ${claimWords(observation, claim)}`);
	});
}

function line(id: string, text: string): Fact<null> {
	return fact({id, label: text, of: null}, () => text);
}

/** A claim in words. */
export function claimWords(observation: Observation, claim: Claim): string {
	switch (claim.says) {
		case 'value':
			return `${claim.metric} is ${valueWords(claim.metric, claim.value)}, ${clockAt(observation, claim.sampledAt)}`;
		case 'verdict':
			return `${claim.metric} ${claim.verdict.toUpperCase()}`;
		case 'trend':
			return `${claim.metric} ${claim.trend}`;
		case 'suspect':
			return `suspects ${claim.suspect}, ${String(claim.confidence)} % sure`;
		case 'innocent':
			return `not ${claim.suspect}, because of ${claim.because}`;
		case 'order':
			return `command ${String(claim.order)} “${claim.what}”, ${claim.state}`;
		case 'tried':
			return `tried command ${String(claim.order)} “${claim.what}”, no effect`;
		case 'running':
			return `command ${String(claim.order)} “${claim.what}”, due ${clockAt(observation, claim.due)}`;
		case 'request':
			return `request ${String(claim.n)}, ${claim.what}`;
		case 'promise':
			return `next update promised for ${clockAt(observation, claim.at)}`;
		case 'team':
			return `team ${claim.team} is paged`;
		case 'owed':
			return `owed: ${claim.what}`;
		case 'line':
			return `${claim.metric} ${claim.side} ${valueWords(claim.metric, claim.value)} within ${String(claim.minutes)} min: ${claim.answer}`;
		case 'until':
			return `no “${claim.begins}” until ${untilWords(claim.until)}`;
	}
}

function untilWords(until: Until): string {
	switch (until.kind) {
		case 'metric':
			return `${until.metric} ${until.side} ${valueWords(until.metric, until.value)}`;
		case 'automation':
			return `${until.automation} is ${until.is}`;
		case 'says':
			return `${until.who} says so`;
	}
}

function valueWords(metric: string, value: number): string {
	return measure(value, METRICS.find(({id}) => id === metric)?.unit ?? 'count');
}
