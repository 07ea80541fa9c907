import {
	assert,
	done,
	leverSetTo,
	refuse,
	rowsFor,
	setLever,
	TEAMS,
	type Refusal,
	type Result,
	type StepContext,
	type Team,
} from '../kernel/index.ts';
import type {IncidentCallParameters} from './incident-call.parameters.ts';
import {escalateTo, pageTeam, releaseTeam} from './incident-call.step.ts';
import {
	MARKS_MAX,
	NOTES_MAX,
	POSTS_MAX,
	type Advice,
	type CallTeam,
	type IncidentCall,
} from './incident-call.types.ts';
import {FOLLOWED, FOLLOWED_WORDS, isFollowed} from './followed-advice.ts';
import {ACTIONS, contradictionIn, IMPACTS, SCOPES, wordsOfUpdate} from './status-update.ts';

const ALERT = {kind: 'text', lengthMax: 120} as const;
const WORDS = {kind: 'text', lengthMax: 400} as const;

const FLAG_WORDS = ['retry', 'pin-zone', 'no-zone', 'flush'] as const;
type FlagWord = (typeof FLAG_WORDS)[number];
const ADVICE_WORDS = [...FLAG_WORDS, ...FOLLOWED_WORDS] as const;
type AdviceWord = (typeof ADVICE_WORDS)[number];

/** The field each advice moves, and how it reads on the Health Dashboard. */
const ADVICE: Readonly<Record<FlagWord, {readonly field: keyof Advice; readonly post: string}>> = {
	retry: {field: 'retryHard', post: 'retry failed requests at once and keep retrying'},
	'pin-zone': {field: 'pinZone', post: 'ask for a specific Availability Zone when launching'},
	'no-zone': {field: 'noZone', post: 'leave the Availability Zone open when launching'},
	flush: {
		field: 'flush',
		post: 'flush DNS caches if the DynamoDB endpoint still does not resolve',
	},
};

/** A telephone is enough: these need nobody else and no tools. */
const row = rowsFor<IncidentCall, IncidentCallParameters>({
	kind: 'do',
	team: null,
	needs: 'nothing',
});

export const INCIDENT_CALL_ORDERS = {
	page: row({
		forms: ['page <team>'],
		blanks: {team: {kind: 'word', words: TEAMS}},
		seconds: 30,
		what: 'wakes a team; it joins the call in 8 to 23 minutes',
		risk: 'None but their sleep: paging late costs more than paging for nothing.',
		touches: 'whoever of that team is on call',
		example: 'page dynamodb',
		refuse: (call, {team}) => {
			const {state} = placeOf(call, team);
			if (state === 'paged') return refuse('already-paged', `${team} is paged and on its way.`);
			return state === 'present' ? refuse('already-present', `${team} is on the call.`) : null;
		},
		apply: (call, {team}, by, {parameters}, ctx) => {
			if (placeOf(call, team).state !== 'asleep') return done(`${team} was paged already.`);
			pageTeam(call, team, by, parameters, ctx);
			return done(`${team} is paged.`);
		},
	}),
	escalate: row({
		forms: ['escalate <team>'],
		blanks: {team: {kind: 'word', words: TEAMS}},
		seconds: 15,
		what: 'pages the second on-call of a team that does not join; 4 to 10 minutes more',
		risk: 'None but a second person’s sleep.',
		touches: 'that team’s second on-call',
		example: 'escalate dynamodb',
		askedAgain: true,
		refuse: (call, {team}, {parameters}, ctx) =>
			whyNoEscalation(placeOf(call, team), parameters, ctx),
		apply: (call, {team}, by, {parameters}, ctx) => {
			escalateTo(call, team, by, parameters, ctx);
			return done(`The second of ${team} is paged.`);
		},
	}),
	release: row({
		forms: ['release <team>'],
		blanks: {team: {kind: 'word', words: TEAMS}},
		seconds: 15,
		what: 'lets a team leave the call',
		risk: 'Commands that need the team are refused until it has been paged and has joined again.',
		touches: 'that team’s place on the call',
		example: 'release redshift',
		askedAgain: true,
		refuse: (call, {team}) =>
			placeOf(call, team).state === 'present'
				? null
				: refuse('not-present', `${team} is not on the call.`),
		apply: (call, {team}, _by, _setup, ctx) => {
			releaseTeam(call, team, ctx);
			return done(`${team} has left the call.`);
		},
	}),
	declare: row({
		forms: ['declare <severity>'],
		blanks: {severity: {kind: 'word', words: ['sev-1', 'sev-2', 'sev-3']}},
		seconds: 15,
		what: 'declares how bad it is, for everyone who is deciding whether to join',
		risk: 'Too low, and nobody outside the call takes it seriously.',
		touches: 'everyone who watches the incident',
		example: 'declare sev-1',
		askedAgain: true,
		refuse: ({output}, {severity}) =>
			output.severity === severity ? refuse('no-change', `It is ${severity} already.`) : null,
		apply: ({output}, {severity}, by, _setup, ctx) => {
			output.severity = severity;
			say(ctx, 'severity-declared', `${by} declared ${severity}`);
			return done(`It is ${severity} now.`);
		},
	}),
	ack: row({
		forms: ['ack <alert>'],
		blanks: {alert: ALERT},
		seconds: 5,
		what: 'acknowledges an alert, a group of alerts, or `all` that are open now',
		risk: 'What is acknowledged unread is forgotten.',
		touches: 'the alerts named: they stop asking for somebody',
		example: 'ack all',
		apply: ({output}, {alert}, by, _setup, {now}) => {
			push(output.acknowledged, {at: now, by, alert}, MARKS_MAX);
			return done(`Acknowledged ${alert}.`);
		},
	}),
	shelve: row({
		forms: ['shelve <alert>'],
		blanks: {alert: ALERT},
		seconds: 5,
		what: 'takes an alert or a whole group out of sight for an hour',
		risk: 'The one alert that matters may be in the group.',
		touches: 'the alerts named: nobody sees them for an hour',
		example: 'shelve services',
		askedAgain: true,
		refuse: ({output}, {alert}) =>
			output.shelved.some(mark => mark.alert === alert)
				? refuse('already-shelved', `${alert} is out of sight already.`)
				: null,
		apply: ({output}, {alert}, by, _setup, {now}) => {
			push(output.shelved, {at: now, by, alert}, MARKS_MAX);
			return done(`${alert} is out of sight for an hour.`);
		},
	}),
	unshelve: row({
		forms: ['unshelve <alert>'],
		blanks: {alert: ALERT},
		seconds: 5,
		what: 'brings a shelved alert or group back, or `all` of them',
		risk: '',
		touches: 'the alerts named',
		example: 'unshelve services',
		askedAgain: true,
		refuse: ({output}, {alert}) =>
			output.shelved.some(mark => alert === 'all' || alert === mark.alert)
				? null
				: refuse('not-shelved', `${alert} is not shelved.`),
		apply: (call, {alert}) => unshelve(call, alert),
	}),
	post: row({
		forms: ['post <text>'],
		blanks: {text: WORDS},
		seconds: 120,
		what: 'publishes an update on the Health Dashboard, once its words are agreed',
		risk: 'Customers act on what it says, right or wrong.',
		touches: 'what customers read on the Health Dashboard',
		example: 'post The DynamoDB endpoint does not resolve; we are restoring its records.',
		apply: (call, {text}, by, _setup, ctx, givenAt) => {
			publish(call, by, text, ctx);
			// A promise that was made while these words were agreed on is for the next ones.
			if (call.promisedSince <= givenAt) call.output.promisedAt = null;
			return done('The update is on the Health Dashboard.');
		},
	}),
	update: row({
		forms: ['update <scope> <impact> <action> next <minutes>'],
		blanks: {
			scope: {kind: 'word', words: SCOPES},
			impact: {kind: 'word', words: IMPACTS},
			action: {kind: 'word', words: ACTIONS},
			minutes: {kind: 'whole', min: 5, max: 240, unit: 'min'},
		},
		seconds: 90,
		what: 'publishes a status update from a form on the Health Dashboard, and promises the next one',
		risk: 'A scope too small or a promise missed costs more trust than a late update.',
		touches: 'what customers read on the Health Dashboard, and when they expect to hear more',
		example: 'update dynamodb errors investigating next 30',
		askedAgain: true,
		refuse: (_call, update) => {
			const contradiction = contradictionIn(update);
			return contradiction === null ? null : refuse('contradiction', contradiction);
		},
		apply: (call, {scope, impact, action, minutes}, by, _setup, ctx) => {
			const nextAt = ctx.now + minutes * 60;
			publish(call, by, wordsOfUpdate({scope, impact, action}, minutes), ctx);
			push(call.output.updates, {at: ctx.now, by, scope, impact, action, nextAt}, POSTS_MAX);
			promise(call, nextAt, ctx);
			return done(
				`The update is on the Health Dashboard; the next is due in ${String(minutes)} min.`,
			);
		},
	}),
	promise: row({
		forms: ['promise <minutes>'],
		blanks: {minutes: {kind: 'whole', min: 5, max: 240, unit: 'min'}},
		seconds: 5,
		what: 'says on the Health Dashboard when the next update will come',
		risk: 'A promise missed costs more trust than no promise.',
		touches: 'when customers and colleagues expect to hear from you',
		example: 'promise 30',
		apply: (call, {minutes}, _by, _setup, ctx) => {
			promise(call, ctx.now + minutes * 60, ctx);
			return done(`The next update is promised in ${String(minutes)} minutes.`);
		},
	}),
	advise: row({
		forms: ['advise <advice> <setting>'],
		blanks: {
			advice: {kind: 'word', words: ADVICE_WORDS},
			setting: {kind: 'word', words: ['on', 'off']},
		},
		seconds: 60,
		what: 'tells customers, through the Health Dashboard, what to do themselves',
		risk: 'Customers follow: hard retries multiply load, a pinned zone has no room, and another Region was not sized for all.',
		touches: 'what customers do, all of them',
		example: 'advise no-zone on',
		askedAgain: true,
		refuse: (call, {advice, setting}, _setup, ctx) => {
			if (isAdvised(call, advice, ctx) !== (setting === 'on')) return null;
			return refuse(
				'no-change',
				setting === 'on' ? 'That advice stands already.' : 'No such advice stands.',
			);
		},
		apply: (call, {advice, setting}, by, {parameters}, ctx) =>
			advise(call, advice, setting === 'on', by, parameters, ctx),
	}),
	note: row({
		forms: ['note <text>'],
		blanks: {text: WORDS},
		seconds: 1,
		what: 'writes a line into the timeline of the call',
		risk: '',
		touches: 'the record of the call',
		example: 'note packet loss cannot explain a name that does not resolve',
		apply: ({output}, {text}, by, _setup, ctx) => {
			push(output.notes, {at: ctx.now, by, text}, NOTES_MAX);
			say(ctx, 'note', `${by}: ${text}`);
			return done('Noted.');
		},
	}),
};

/** A second is woken for somebody who does not come, not for somebody who was asked a minute ago. */
function whyNoEscalation(
	{team, state, since, escalated}: CallTeam,
	{escalateSeconds}: IncidentCallParameters,
	ctx: StepContext,
): Refusal | null {
	if (state === 'asleep') return refuse('not-paged', `${team} is not paged: page it first.`);
	if (state === 'present') return refuse('already-present', `${team} is on the call.`);
	if (escalated) return refuse('already-escalated', `The second of ${team} is on the way too.`);
	const left = since + escalateSeconds - ctx.now;
	if (left <= 0) return null;
	const minutes = Math.ceil(left / 60);
	const words = minutes === 1 ? 'a minute' : `${String(minutes)} minutes`;
	return refuse('too-early', `${team} was paged just now; give them ${words} more.`);
}

/** Advice is public: giving it or taking it back is a post. Naming a zone and naming none exclude each other. */
function advise(
	call: IncidentCall,
	word: AdviceWord,
	on: boolean,
	by: string,
	parameters: IncidentCallParameters,
	ctx: StepContext,
): Result {
	const {advice} = call.output;
	if (isFollowed(word)) setLever(ctx, word, on ? 1 : 0, {seconds: parameters[FOLLOWED[word].pace]});
	else advice[ADVICE[word].field] = on;
	if (on && word === 'pin-zone') advice.noZone = false;
	if (on && word === 'no-zone') advice.pinZone = false;
	const said = (isFollowed(word) ? FOLLOWED[word] : ADVICE[word]).post;
	publish(
		call,
		by,
		on ? `We advise customers to ${said}.` : `We no longer advise to ${said}.`,
		ctx,
	);
	return done(on ? `Customers are advised to ${said}.` : 'The advice is withdrawn.');
}

function isAdvised({output}: IncidentCall, word: AdviceWord, ctx: StepContext): boolean {
	return isFollowed(word) ? leverSetTo(ctx, word) > 0 : output.advice[ADVICE[word].field];
}

function unshelve(call: IncidentCall, alert: string): Result {
	const {shelved} = call.output;
	for (let index = shelved.length - 1; index >= 0; index--) {
		if (alert === 'all' || shelved[index]?.alert === alert) shelved.splice(index, 1);
	}
	return done(`${alert} is in sight again.`);
}

function publish(call: IncidentCall, by: string, words: string, ctx: StepContext): void {
	push(call.output.posts, {at: ctx.now, by, text: words}, POSTS_MAX);
	ctx.say({source: 'health-dashboard', level: 'info', kind: 'posted', text: words});
}

function promise(call: IncidentCall, at: number, {now}: StepContext): void {
	call.output.promisedAt = at;
	call.promisedSince = now;
}

function push<T>(list: T[], item: T, lengthMax: number): void {
	list.push(item);
	if (list.length > lengthMax) list.shift();
}

function say(ctx: StepContext, kind: string, words: string): void {
	ctx.say({source: 'call', level: 'info', kind, text: words});
}

function placeOf(call: IncidentCall, team: Team): CallTeam {
	const place = call.output.teams[TEAMS.indexOf(team)];
	assert(place !== undefined, 'every team has a place on the call');
	return place;
}
