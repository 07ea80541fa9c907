import {
	done,
	refuse,
	unreachable,
	type Acceptance,
	type StepContext,
	type Order,
	type OrderTable,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import {RESOLVERS_PARAMETERS} from './resolvers.parameters.ts';
import type {ResolversConditions} from './resolvers.step.ts';
import {NAMES, SCOPES, type Override, type Resolvers} from './resolvers.types.ts';

const FLUSH_SECONDS = 120;

export const RESOLVERS_ORDERS = {
	override: {
		forms: ['override <name> <scope> <setting>'],
		blanks: {
			name: {
				kind: 'word',
				words: [...NAMES, 'all'],
				aliases: {
					'dynamodb.us-east-1.amazonaws.com': 'regional',
					'dynamodb.us-east-1.api.aws': 'dual-stack',
					'dynamodb-fips.us-east-1.amazonaws.com': 'fips',
				},
			},
			scope: {kind: 'word', words: ['prod', 'dwfm']},
			setting: {kind: 'word', words: ['on', 'off']},
		},
		kind: 'do',
		seconds: RESOLVERS_PARAMETERS.overrideFirstSeconds.value,
		team: 'dynamodb',
		needs: 'nothing',
		what: 'answers a name with known addresses in one internal network, whatever the zone says',
		risk: 'The addresses are fixed: right for hours, not for days.',
		touches: 'one name, for everybody behind the resolvers of that scope',
		danger:
			'Whoever resolves through them gets fixed addresses, right or wrong, until it is lifted.',
		example: 'override regional prod on',
	},
	flush: {
		forms: ['flush resolvers <scope>'],
		blanks: {scope: {kind: 'word', words: SCOPES}},
		kind: 'do',
		seconds: FLUSH_SECONDS,
		team: 'network',
		needs: 'tools',
		what: 'drops cached answers, good and empty, from the resolvers of one network',
		risk: 'Everybody asks and reconnects at once; while the name is empty it changes nothing.',
		touches: 'every cache of that scope',
		danger: 'All of them ask and connect anew in the same minute.',
		example: 'flush resolvers prod',
	},
} as const satisfies OrderTable;

type ResolversOrderId = keyof typeof RESOLVERS_ORDERS;

/** Judges an order about resolvers as it is given. */
export function validateResolvers(
	resolvers: Resolvers,
	order: Order,
	{parameters}: ResolversConditions,
): Acceptance | Refusal {
	const id = order.id as ResolversOrderId;
	switch (id) {
		case 'override': {
			const on = order.args['setting'] === 'on';
			const changing = chosenOverrides(resolvers, order).filter(override => override.on !== on);
			if (changing.length === 0) {
				return on
					? refuse('overridden-already', 'that name is overridden there already')
					: refuse('not-overridden', 'no such override is in force');
			}
			const known = resolvers.overrides.some(
				({scope, since}) => scope === order.args['scope'] && since > 0,
			);
			const first = on && !known ? parameters.overrideFirstSeconds : parameters.overrideNextSeconds;
			const rest = (changing.length - 1) * parameters.overrideNextSeconds;
			return {ok: true, seconds: first + rest};
		}
		case 'flush':
			return {ok: true, seconds: FLUSH_SECONDS};
		default:
			return unreachable(id);
	}
}

/** The effect of an order about resolvers, once its time is over. */
export function applyResolvers(
	resolvers: Resolvers,
	order: Order,
	by: string,
	{parameters}: ResolversConditions,
	ctx: StepContext,
): Result {
	const id = order.id as ResolversOrderId;
	const scope = String(order.args['scope']);
	switch (id) {
		case 'override': {
			const on = order.args['setting'] === 'on';
			for (const override of chosenOverrides(resolvers, order)) {
				if (override.on === on) continue;
				override.on = on;
				override.by = by;
				override.since = ctx.now;
			}
			const name = String(order.args['name']);
			return done(
				on ? `${scope} answers ${name} itself` : `${scope} asks the zone for ${name} again`,
			);
		}
		case 'flush': {
			const kept = scope === 'customers' ? 1 - parameters.flushedShare : 0;
			const base = SCOPES.findIndex(candidate => candidate === scope) * NAMES.length;
			for (let index = base; index < base + NAMES.length; index++) {
				resolvers.negative[index] = resolvers.negative[index]! * kept;
				resolvers.fallPerSecond[index] = resolvers.fallPerSecond[index]! * kept;
			}
			return done(`caches of ${scope} dropped`);
		}
		default:
			return unreachable(id);
	}
}

/** The account names are CNAMEs to the regional one, so its override carries them. */
function chosenOverrides(resolvers: Resolvers, order: Order): readonly Override[] {
	const {name, scope} = order.args;
	return resolvers.overrides.filter(
		override =>
			override.scope === scope &&
			(name === 'all' ||
				override.name === name ||
				(name === 'regional' && override.name === 'account')),
	);
}
