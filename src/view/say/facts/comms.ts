import {castSeen, type ChatLine, type Observation} from '../../../observe/index.ts';
import {fact} from '../fact.ts';
import type {Fact, Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {clockAt, duration} from '../measure.ts';
import {teamFact} from './teams.ts';
import {draftFacts, noteFacts} from './handover.ts';
import {loopFacts} from './loops.ts';
import {probeFacts} from './probe.ts';
import {messageFacts, reminderFacts, seatFacts, servedFacts, timelineFacts} from './room.ts';

/** What was told, what is promised, who is here, and who asks. */
export function commsFacts(observation: Observation, {filter}: Sight) {
	const {chat, teams} = observation;
	const {palette, served, plan} = servedFacts(observation);
	const lines = passing(
		filter,
		chat.map((line, index) => chatFact(observation, line, index)).reverse(),
	);
	return {
		title: 'Comms',
		...noteOf(observation),
		groups: {
			probe: {title: 'Time stands still: three questions', facts: probeFacts(observation)},
			note: {title: 'Handed over to this seat', facts: noteFacts(observation)},
			draft: {title: 'Your note', facts: draftFacts(observation)},
			plan: {title: 'Plan of the session', facts: plan},
			served: {title: 'Served, newest first', facts: served},
			palette: {title: 'To inject', facts: palette},
			asked: {title: 'Requests', facts: loopFacts(observation)},
			reminders: {title: 'Reminders', facts: reminderFacts(observation)},
			timeline: {title: 'Timeline, newest first', facts: timelineFacts(observation)},
			said: {title: 'Said in the room, newest first', facts: messageFacts(observation)},
			seats: {title: 'Seats', facts: seatFacts(observation)},
			promise: {facts: [promiseFact(observation)]},
			post: {facts: [postFact(observation)]},
			chat: {title: 'Chat, newest first', facts: lines.slice(0, 1)},
			updates: {title: 'Status update', facts: templatesOf(observation).map(templateFact)},
			teams: {title: 'On the call', facts: teams.map(team => teamFact(observation, team))},
			earlier: {title: 'Earlier in the chat', facts: lines.slice(1)},
		},
		emptied: filter !== '' && lines.length === 0,
	} satisfies Facts;
}

function noteOf({chat, dashboard, now}: Observation): Pick<Facts, 'note' | 'noted'> {
	const {promisedAt} = dashboard;
	if (promisedAt !== null) {
		if (promisedAt < now) return {note: 'update is late', noted: 'warn'};
		return {note: `update in ${duration(promisedAt - now)}`};
	}
	const last = chat.at(-1);
	return {note: last === undefined ? '' : `last message ${duration(now - last.at)} ago`};
}

const SOON_SECONDS = 300;

/** When the next update is due, in seconds from now; null where none is promised. */
export type PromiseOf = {readonly inSeconds: number | null; readonly at: string};

/** The one clock that customers hold us to. */
export function promiseFact(observation: Observation): Fact<PromiseOf> {
	const {now, dashboard} = observation;
	const {promisedAt} = dashboard;
	const label = 'update';
	if (promisedAt === null) {
		return fact(
			{id: 'promise', label, word: 'NO PROMISE', of: {inSeconds: null, at: ''}},
			() => 'NO PROMISE: no time given for the next update',
		);
	}
	const at = clockAt(observation, promisedAt).slice(0, 5);
	const inSeconds = promisedAt - now;
	const [word, verdict] =
		inSeconds < 0
			? (['LATE', 'crit'] as const)
			: inSeconds < SOON_SECONDS
				? (['SOON', 'warn'] as const)
				: (['KEPT', 'ok'] as const);
	return fact(
		{id: 'promise', label, value: inSeconds, unit: 'seconds', word, verdict, of: {inSeconds, at}},
		() =>
			inSeconds < 0
				? `LATE: the update promised for ${at} is ${duration(-inSeconds)} late`
				: `${word}: next update promised for ${at}, in ${duration(inSeconds)}`,
	);
}

/** The last post, or null before the first. */
export type PostOf = {readonly said: string} | null;

export function postFact(observation: Observation): Fact<PostOf> {
	const last = observation.dashboard.posts.at(-1);
	if (last === undefined) {
		return fact(
			{id: 'post', label: 'posted', of: null},
			() => 'nothing is posted; customers see all green',
		);
	}
	const {by, text: label} = last;
	const said = `${clockAt(observation, last.at).slice(0, 5)} ${by}: ${label}`;
	const age = observation.now - last.at;
	return fact({id: 'post', label, value: by, age, of: {said}}, () => `POST: ${said}`);
}

/** A form filled like the last one, and the steps that usually follow: nothing here knows what is the matter. */
function templateFact(order: string, index: number): Fact<{readonly order: string}> {
	return fact(
		{
			id: `update-${String(index)}`,
			label: order,
			acts: [{key: 'u', label: 'post this update', order}],
			of: {order},
		},
		() => order,
	);
}

const STEPS = ['investigating', 'identified', 'mitigating', 'monitoring'] as const;

function templatesOf(observation: Observation): readonly string[] {
	if (!castSeen(observation).includes('incidentCall')) return [];
	const last = observation.updates.at(-1);
	if (last === undefined) {
		return [
			'update many-services errors investigating next 30',
			'update dynamodb errors investigating next 30',
			'update ec2-launches errors investigating next 30',
		];
	}
	const {scope, impact, action} = last;
	const step = STEPS.findIndex(word => word === action);
	const next = STEPS[step + 1];
	return [
		`update ${scope} ${impact} ${action} next 30`,
		...(step >= 0 && next !== undefined ? [`update ${scope} ${impact} ${next} next 30`] : []),
		...(action === 'monitoring' ? [`update ${scope} none resolved next 60`] : []),
	];
}

export type ChatOf = Pick<ChatLine, 'role' | 'from' | 'text'> & {readonly when: string};

function chatFact(observation: Observation, raw: ChatLine, index: number): Fact<ChatOf> {
	const {from, text} = raw;
	const when = clockAt(observation, raw.at).slice(0, 5);
	return fact(
		{
			id: `chat ${String(raw.at)}-${String(index)}`,
			label: text,
			value: from,
			age: observation.now - raw.at,
			of: {role: raw.role, from, text, when},
		},
		() => `${when} ${from}: ${text}`,
	);
}
