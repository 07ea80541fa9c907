import {castOf, isOrderIn} from './cast.ts';
import {isPresent} from './incident-call/index.ts';
import {
	applyOrder,
	assert,
	cancel,
	plan,
	refuse,
	tick,
	validateOrder,
	type Acceptance,
	type Order,
	type OrderSpec,
	type Refusal,
} from './kernel/index.ts';
import {ATTEMPTS_PER_SECOND_MAX, UNDER_WAY_MAX} from './order-limits.ts';
import {beginsAsOneOf, ownerOf, specOf, wordsOf} from './order.ts';
import {SUBSYSTEMS} from './subsystems.ts';
import type {Attempt, OrderRecord, World} from './world.types.ts';

/** Weighs an attempt: it is refused with a reason, or it begins and will take effect when its time is up. */
export function schedule(world: World, attempt: Attempt): void {
	const verdict = validate(world, attempt);
	const delay = world.settings.rules?.orderDelay ?? 1;
	const due = verdict.ok
		? tick(world.now + Math.max(1, Math.round(delay * verdict.seconds)))
		: world.now;
	world.orders.push({
		number: attempt.number,
		by: attempt.by,
		order: attempt.order,
		words: wordsOf(attempt.order),
		at: world.now,
		due,
		state: verdict.ok ? 'running' : 'refused',
		code: verdict.ok ? '' : verdict.code,
		message: verdict.ok ? '' : verdict.reason,
	});
	if (!verdict.ok) return;
	const event = {type: 'ORDER_DUE', number: attempt.number};
	plan(world.agenda, due, `order/${String(attempt.number)}`, 'orders', event);
}

/** Carries out an order whose time is up; the world may have changed meanwhile, so it can still fail. */
export function apply(world: World, event: {readonly number: number}): void {
	const record = world.orders.find(({number}) => number === event.number);
	assert(record !== undefined, 'a due order is on record');
	const owner = ownerOf(record.order);
	if (owner === null) {
		finish(record, 'done', '', 'Seen.');
		return;
	}
	const result = applyOrder(
		SUBSYSTEMS[owner].orders,
		world[owner],
		record.order,
		record.by,
		world.derived.setups[owner],
		world.derived.ctx,
		record.at,
	);
	if (result.ok) finish(record, 'done', '', result.text);
	else finish(record, 'failed', result.code, result.reason);
}

/** What is under way has less left to do from now on: `share` of what it would have taken. */
export function hasten(world: World, ids: readonly string[], share: number): void {
	for (const record of world.orders) {
		if (record.state !== 'running' || !ids.includes(record.order.id)) continue;
		const left = Math.max(1, Math.ceil((record.due - world.now) * share));
		record.due = tick(world.now + left);
		const name = `order/${String(record.number)}`;
		cancel(world.agenda, name);
		const event = {type: 'ORDER_DUE', number: record.number};
		plan(world.agenda, record.due, name, 'orders', event);
	}
}

function finish(
	record: OrderRecord,
	state: 'done' | 'failed',
	code: string,
	message: string,
): void {
	record.state = state;
	record.code = code;
	record.message = message;
}

function validate(world: World, attempt: Attempt): Acceptance | Refusal {
	const spec = specOf(attempt.order);
	const words = wordsOf(attempt.order);
	const underWay = world.orders.filter(({state}) => state === 'running');
	if (attemptsNow(world, spec.kind) >= ATTEMPTS_PER_SECOND_MAX[spec.kind]) {
		return refuse('too-many-orders', 'Nobody can follow this many orders in one second.');
	}
	if (attempt.number > 0 && isWithheld(world, attempt.order, words)) {
		return refuse('not-in-this-drill', 'This drill is played without it.');
	}
	if (spec.needs === 'tools' && world.identity.output.operator === 'failing') {
		return refuse(
			'not-signed-in',
			'Your session has lapsed and sign-in fails; `break glass access` does not need it.',
		);
	}
	if (spec.team !== null && !isPresent(world.incidentCall, spec.team)) {
		return refuse(
			'nobody-on-the-call',
			`Nobody from ${spec.team} is on the call: \`page ${spec.team}\` first.`,
		);
	}
	if (underWay.some(record => record.words === words)) {
		return refuse('under-way', 'The same order is already under way.');
	}
	if (spec.kind === 'do' && underWay.length >= UNDER_WAY_MAX) {
		return refuse('hands-full', `${String(UNDER_WAY_MAX)} orders are under way: wait for one.`);
	}
	const owner = ownerOf(attempt.order);
	if (owner === null) return {ok: true, seconds: spec.seconds};
	return validateOrder(
		SUBSYSTEMS[owner].orders,
		world[owner],
		attempt.order,
		world.derived.setups[owner],
		world.derived.ctx,
	);
}

/** Attempts of a kind that were weighed in this second already: looks never use up what is left for acts. */
function attemptsNow({orders, now}: World, kind: OrderSpec['kind']): number {
	let attempts = 0;
	for (let index = orders.length - 1; index >= 0 && orders[index]!.at === now; index--) {
		if (specOf(orders[index]!.order).kind === kind) attempts++;
	}
	return attempts;
}

/** What a level keeps from its player; colleagues, whose orders count up to zero, are free. */
function isWithheld({settings}: World, order: Order, words: string): boolean {
	const {rules} = settings;
	if (!isOrderIn(order, castOf({settings}))) return true;
	return rules !== undefined && beginsAsOneOf(rules.withheld, words);
}
