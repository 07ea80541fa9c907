import {
	assert,
	done,
	refuse,
	TEAMS,
	unreachable,
	type Acceptance,
	type StepContext,
	type Setup,
	type Order,
	type OrderSpec,
	type OrderTable,
	type Refusal,
	type Result,
	type Team,
} from '../kernel/index.ts';
import type {IncidentCallParameters} from './incident-call.parameters.ts';
import {escalateTo, pageTeam, releaseTeam} from './incident-call.step.ts';
import {
	MARKS_MAX,
	NOTES_MAX,
	POSTS_MAX,
	SEVERITIES,
	type Advice,
	type IncidentCall,
	type CallTeam,
	type Mark,
} from './incident-call.types.ts';
import {
	ACTIONS,
	contradictionIn,
	IMPACTS,
	SCOPES,
	wordsOfUpdate,
	type StatusUpdate,
} from './status-update.ts';

const ALERT = {kind: 'text', lengthMax: 120} as const;
const WORDS = {kind: 'text', lengthMax: 400} as const;

const ADVICE_WORDS = ['retry', 'pin-zone', 'no-zone', 'flush'] as const;
type AdviceWord = (typeof ADVICE_WORDS)[number];

/** The field each advice moves, and how it reads on the Health Dashboard. */
const ADVICE: Readonly<Record<AdviceWord, {readonly field: keyof Advice; readonly post: string}>> =
	{
		retry: {field: 'retryHard', post: 'retry failed requests at once and keep retrying'},
		'pin-zone': {field: 'pinZone', post: 'ask for a specific Availability Zone when launching'},
		'no-zone': {field: 'noZone', post: 'leave the Availability Zone open when launching'},
		flush: {
			field: 'flush',
			post: 'flush DNS caches if the DynamoDB endpoint still does not resolve',
		},
	};

/** Rows that need nobody else and no tools: a telephone is enough. */
function byTelephone(row: Omit<OrderSpec, 'kind' | 'team' | 'needs'>): OrderSpec {
	return {kind: 'do', team: null, needs: 'nothing', ...row};
}

export const INCIDENT_CALL_ORDERS = {
	page: byTelephone({
		forms: ['page <team>'],
		blanks: {team: {kind: 'word', words: TEAMS}},
		seconds: 30,
		what: 'wakes a team; it joins the call in 8 to 23 minutes',
		risk: 'None but their sleep: paging late costs more than paging for nothing.',
		touches: 'whoever of that team is on call',
		example: 'page dynamodb',
	}),
	escalate: byTelephone({
		forms: ['escalate <team>'],
		blanks: {team: {kind: 'word', words: TEAMS}},
		seconds: 15,
		what: 'sends the page of a team that does not come on to its second; 4 to 10 minutes more',
		risk: 'None but a second person’s sleep.',
		touches: 'the second on call of that team',
		example: 'escalate dynamodb',
	}),
	release: byTelephone({
		forms: ['release <team>'],
		blanks: {team: {kind: 'word', words: TEAMS}},
		seconds: 15,
		what: 'lets a team leave the call',
		risk: 'Orders that need the team are refused until it has been paged and has joined again.',
		touches: 'that team’s place on the call',
		example: 'release redshift',
	}),
	declare: byTelephone({
		forms: ['declare <severity>'],
		blanks: {severity: {kind: 'word', words: ['sev-1', 'sev-2', 'sev-3']}},
		seconds: 15,
		what: 'declares how bad it is, for everyone who is deciding whether to join',
		risk: 'Too low, and nobody outside the call takes it seriously.',
		touches: 'everyone who watches the incident',
		example: 'declare sev-1',
	}),
	ack: byTelephone({
		forms: ['ack <alert>'],
		blanks: {alert: ALERT},
		seconds: 5,
		what: 'acknowledges an alert, a group of alerts, or `all` that stand now',
		risk: 'What is acknowledged unread is forgotten.',
		touches: 'the alerts named: they stop asking for somebody',
		example: 'ack all',
	}),
	shelve: byTelephone({
		forms: ['shelve <alert>'],
		blanks: {alert: ALERT},
		seconds: 5,
		what: 'takes an alert or a whole group out of sight for an hour',
		risk: 'The one alert that matters may be in the group.',
		touches: 'the alerts named: nobody sees them for an hour',
		example: 'shelve services',
	}),
	unshelve: byTelephone({
		forms: ['unshelve <alert>'],
		blanks: {alert: ALERT},
		seconds: 5,
		what: 'brings a shelved alert or group back, or `all` of them',
		risk: '',
		touches: 'the alerts named',
		example: 'unshelve services',
	}),
	post: byTelephone({
		forms: ['post <text>'],
		blanks: {text: WORDS},
		seconds: 120,
		what: 'publishes an update on the Health Dashboard, once its words are agreed',
		risk: 'Customers act on what it says, right or wrong.',
		touches: 'what customers read on the Health Dashboard',
		example: 'post The DynamoDB endpoint does not resolve; we are restoring its records.',
	}),
	update: byTelephone({
		forms: ['update <scope> <impact> <action> next <minutes>'],
		blanks: {
			scope: {kind: 'word', words: SCOPES},
			impact: {kind: 'word', words: IMPACTS},
			action: {kind: 'word', words: ACTIONS},
			minutes: {kind: 'whole', min: 5, max: 240, unit: 'min'},
		},
		seconds: 90,
		what: 'publishes a status update from a form on the Health Dashboard, and promises the next one',
		risk: 'A scope too small or a promise missed costs more trust than a late word.',
		touches: 'what customers read on the Health Dashboard, and when they expect to hear more',
		example: 'update dynamodb errors investigating next 30',
	}),
	promise: byTelephone({
		forms: ['promise <minutes>'],
		blanks: {minutes: {kind: 'whole', min: 5, max: 240, unit: 'min'}},
		seconds: 5,
		what: 'says on the Health Dashboard when the next update will come',
		risk: 'A promise missed costs more trust than no promise.',
		touches: 'when customers and colleagues expect to hear from you',
		example: 'promise 30',
	}),
	advise: byTelephone({
		forms: ['advise <advice> <setting>'],
		blanks: {
			advice: {kind: 'word', words: ADVICE_WORDS},
			setting: {kind: 'word', words: ['on', 'off']},
		},
		seconds: 60,
		what: 'tells customers, through the Health Dashboard, what to do themselves',
		risk: 'Customers follow: hard retries multiply load, and a pinned zone has no room.',
		touches: 'what customers do, all of them',
		example: 'advise no-zone on',
	}),
	note: byTelephone({
		forms: ['note <text>'],
		blanks: {text: WORDS},
		seconds: 1,
		what: 'writes a line into the timeline of the call',
		risk: '',
		touches: 'the record of the call',
		example: 'note packet loss cannot explain a name that does not resolve',
	}),
} satisfies OrderTable;

type IncidentCallOrderId = keyof typeof INCIDENT_CALL_ORDERS;

export function validateIncidentCall(
	call: IncidentCall,
	order: Order,
	setup: Setup<IncidentCallParameters>,
	ctx: StepContext,
): Acceptance | Refusal {
	const accepted: Acceptance = {ok: true, seconds: INCIDENT_CALL_ORDERS[idOf(order)].seconds};
	return whyNot(call, order, setup.parameters, ctx) ?? accepted;
}

/** The effect. What was true at the attempt may not be true any more, so it is asked again. */
export function applyIncidentCall(
	call: IncidentCall,
	order: Order,
	by: string,
	setup: Setup<IncidentCallParameters>,
	ctx: StepContext,
): Result {
	const refusal = whyNot(call, order, setup.parameters, ctx);
	if (refusal !== null) return refusal;
	const {output} = call;
	const id = idOf(order);
	switch (id) {
		case 'page': {
			const team = teamOf(order);
			pageTeam(call, team, by, setup.parameters, ctx);
			return done(`${team} is paged.`);
		}
		case 'escalate':
			escalateTo(call, teamOf(order), by, setup.parameters, ctx);
			return done(`The second of ${teamOf(order)} is paged.`);
		case 'release':
			releaseTeam(call, teamOf(order), ctx);
			return done(`${teamOf(order)} has left the call.`);
		case 'declare':
			return declare(call, order, by, ctx);
		case 'ack':
			push(output.acknowledged, markOf(order, by, ctx), MARKS_MAX);
			return done(`Acknowledged ${text(order, 'alert')}.`);
		case 'shelve':
			push(output.shelved, markOf(order, by, ctx), MARKS_MAX);
			return done(`${text(order, 'alert')} is out of sight for an hour.`);
		case 'unshelve':
			return unshelve(call, text(order, 'alert'));
		case 'post':
			publish(call, by, text(order, 'text'), ctx);
			output.promisedAt = null;
			return done('The update is on the Health Dashboard.');
		case 'update':
			return postUpdate(call, order, by, ctx);
		case 'promise': {
			const minutes = Number(order.args['minutes']);
			output.promisedAt = ctx.now + minutes * 60;
			return done(`The next update is promised in ${String(minutes)} minutes.`);
		}
		case 'advise':
			return advise(call, order, by, ctx);
		case 'note':
			push(output.notes, {at: ctx.now, by, text: text(order, 'text')}, NOTES_MAX);
			say(ctx, 'note', `${by}: ${text(order, 'text')}`);
			return done('Noted.');
		default:
			return unreachable(id);
	}
}

function whyNot(
	call: IncidentCall,
	order: Order,
	parameters: IncidentCallParameters,
	ctx: StepContext,
): Refusal | null {
	const id = idOf(order);
	if (id === 'page') {
		const {team, state} = placeOf(call, order);
		if (state === 'paged') return refuse('already-paged', `${team} is paged and on its way.`);
		if (state === 'present') return refuse('already-present', `${team} is on the call.`);
	}
	if (id === 'escalate') return whyNoEscalation(placeOf(call, order), parameters, ctx);
	if (id === 'update') {
		const contradiction = contradictionIn(partsOf(order));
		return contradiction === null ? null : refuse('contradiction', contradiction);
	}
	if (id === 'release') {
		const {team, state} = placeOf(call, order);
		if (state !== 'present') return refuse('not-present', `${team} is not on the call.`);
	}
	if (id === 'declare' && order.args['severity'] === call.output.severity) {
		return refuse('no-change', `It is ${call.output.severity} already.`);
	}
	if (id === 'advise') {
		const {field} = ADVICE[adviceOf(order)];
		const on = order.args['setting'] === 'on';
		if (call.output.advice[field] === on) {
			return refuse('no-change', on ? 'That advice stands already.' : 'No such advice stands.');
		}
	}
	if (id === 'shelve' && call.output.shelved.some(mark => mark.alert === order.args['alert'])) {
		return refuse('already-shelved', `${text(order, 'alert')} is out of sight already.`);
	}
	if (id === 'unshelve' && !call.output.shelved.some(mark => matches(mark, order))) {
		return refuse('not-shelved', `${text(order, 'alert')} is not shelved.`);
	}
	return null;
}

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

/** A form says all at once: what, how bad, what is being done, and when we speak again. */
function postUpdate(call: IncidentCall, order: Order, by: string, ctx: StepContext): Result {
	const {output} = call;
	const minutes = Number(order.args['minutes']);
	const parts = partsOf(order);
	const nextAt = ctx.now + minutes * 60;
	publish(call, by, wordsOfUpdate(parts, minutes), ctx);
	push(output.updates, {at: ctx.now, by, ...parts, nextAt}, POSTS_MAX);
	output.promisedAt = nextAt;
	return done(`The update is on the Health Dashboard; the next is due in ${String(minutes)} min.`);
}

function partsOf(order: Order): Pick<StatusUpdate, 'scope' | 'impact' | 'action'> {
	const scope = SCOPES.find(word => word === order.args['scope']);
	const impact = IMPACTS.find(word => word === order.args['impact']);
	const action = ACTIONS.find(word => word === order.args['action']);
	assert(scope !== undefined, 'the scope of an update is one of ours');
	assert(impact !== undefined, 'the impact of an update is one of ours');
	assert(action !== undefined, 'the action of an update is one of ours');
	return {scope, impact, action};
}

function declare(call: IncidentCall, order: Order, by: string, ctx: StepContext): Result {
	const severity = SEVERITIES.find(name => name === order.args['severity']);
	assert(severity !== undefined, 'a declared severity is one of ours');
	call.output.severity = severity;
	say(ctx, 'severity-declared', `${by} declared ${severity}`);
	return done(`It is ${severity} now.`);
}

/** Advice is public: giving it or taking it back is a post. Naming a zone and naming none exclude each other. */
function advise(call: IncidentCall, order: Order, by: string, ctx: StepContext): Result {
	const {advice} = call.output;
	const word = adviceOf(order);
	const on = order.args['setting'] === 'on';
	advice[ADVICE[word].field] = on;
	if (on && word === 'pin-zone') advice.noZone = false;
	if (on && word === 'no-zone') advice.pinZone = false;
	const said = ADVICE[word].post;
	publish(
		call,
		by,
		on ? `We advise customers to ${said}.` : `We no longer advise to ${said}.`,
		ctx,
	);
	return done(on ? `Customers are advised to ${said}.` : 'The advice is withdrawn.');
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

function push<T>(list: T[], item: T, lengthMax: number): void {
	list.push(item);
	if (list.length > lengthMax) list.shift();
}

function say(ctx: StepContext, kind: string, words: string): void {
	ctx.say({source: 'call', level: 'info', kind, text: words});
}

function matches(mark: Mark, order: Order): boolean {
	return order.args['alert'] === 'all' || order.args['alert'] === mark.alert;
}

function markOf(order: Order, by: string, ctx: StepContext): Mark {
	return {at: ctx.now, by, alert: text(order, 'alert')};
}

function placeOf(call: IncidentCall, order: Order): CallTeam {
	const place = call.output.teams[TEAMS.indexOf(teamOf(order))];
	assert(place !== undefined, 'every team has a place on the call');
	return place;
}

function teamOf(order: Order): Team {
	const team = TEAMS.find(name => name === order.args['team']);
	assert(team !== undefined, 'a team is one of ours');
	return team;
}

function adviceOf(order: Order): AdviceWord {
	const word = ADVICE_WORDS.find(name => name === order.args['advice']);
	assert(word !== undefined, 'an advice is one of ours');
	return word;
}

function text(order: Order, blank: string): string {
	return String(order.args[blank]);
}

function idOf(order: Order): IncidentCallOrderId {
	assert(order.id in INCIDENT_CALL_ORDERS, `${order.id} is an order of the call`);
	return order.id as IncidentCallOrderId;
}
