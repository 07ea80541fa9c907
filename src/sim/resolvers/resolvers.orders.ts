import {done, PUBLIC_NAMES, refuse, rowsFor, send, type StepContext} from '../kernel/index.ts';
import {cacheMachine, type CacheEvent} from './resolvers.machine.ts';
import {RESOLVERS_PARAMETERS, type ResolversParameters} from './resolvers.parameters.ts';
import {NAMES, SCOPES, type Cache, type Resolvers} from './resolvers.types.ts';

const row = rowsFor<Resolvers, ResolversParameters>({
	kind: 'do',
	team: 'dynamodb',
	needs: 'nothing',
});

export const RESOLVERS_ORDERS = {
	override: row({
		forms: ['override <name> <scope> <setting>'],
		blanks: {
			name: {
				kind: 'word',
				words: [...NAMES, 'all'],
				aliases: {
					[PUBLIC_NAMES.regional]: 'regional',
					[PUBLIC_NAMES['dual-stack']]: 'dual-stack',
					[PUBLIC_NAMES.fips]: 'fips',
				},
			},
			scope: {kind: 'word', words: ['prod', 'dwfm']},
			setting: {kind: 'word', words: ['on', 'off']},
		},
		seconds: RESOLVERS_PARAMETERS.overrideFirstSeconds.value,
		otherwise: `and about ${String(RESOLVERS_PARAMETERS.overrideNextSeconds.value / 60)} min for each further name, or to lift it`,
		team: 'dynamodb',
		needs: 'nothing',
		what: 'answers a name with known addresses in one internal network, whatever the zone says',
		risk: 'The addresses are fixed: right for hours, not for days.',
		touches: 'one name, for everybody behind the resolvers of that scope',
		danger:
			'On: whoever resolves through them gets fixed addresses, right or wrong, until it is lifted. Off: everybody there asks the zone again.',
		example: 'override regional prod on',
		moves: ['dynamodb.customerErrors', 'dynamodb.prodErrors', 'resolvers.customersEmpty'],
		takes: (resolvers, {name, scope, setting}, {parameters}) => {
			const {overrideFirstSeconds, overrideNextSeconds} = parameters;
			const known = resolvers.caches.some(each => each.scope === scope && each.overrideSince > 0);
			const first = setting === 'on' && !known ? overrideFirstSeconds : overrideNextSeconds;
			const others = changedBy(resolvers, name, scope, setting).length - 1;
			return first + others * overrideNextSeconds;
		},
		refuse: (resolvers, {name, scope, setting}) => {
			if (changedBy(resolvers, name, scope, setting).length > 0) return null;
			return setting === 'on'
				? refuse('overridden-already', 'that name is overridden there already')
				: refuse('not-overridden', 'no such override is in force');
		},
		apply: (resolvers, {name, scope, setting}, _by, _setup, ctx) => {
			for (const cache of changedBy(resolvers, name, scope, setting)) {
				override(resolvers, cache, setting === 'on', ctx);
			}
			return done(
				setting === 'on'
					? `${scope} answers ${name} itself`
					: `${scope} asks the zone for ${name} again`,
			);
		},
	}),
	flush: row({
		forms: ['flush resolvers <scope>'],
		blanks: {scope: {kind: 'word', words: SCOPES}},
		seconds: RESOLVERS_PARAMETERS.flushSeconds.value,
		team: 'network',
		needs: 'tools',
		what: 'drops cached answers, good and empty, from the resolvers of one network',
		risk: 'Everybody resolves and reconnects at once; while the name is empty it changes nothing.',
		touches: 'every cache of that scope',
		danger: 'All of them resolve and reconnect in the same minute.',
		example: 'flush resolvers prod',
		moves: ['dynamodb.customerErrors', 'dynamodb.prodErrors', 'resolvers.customersEmpty'],
		takes: (_resolvers, _args, {parameters}) => parameters.flushSeconds,
		apply: (resolvers, {scope}, _by, {parameters}) => {
			const kept = scope === 'customers' ? 1 - parameters.flushedShare : 0;
			const base = SCOPES.indexOf(scope) * NAMES.length;
			for (let name = 0; name < NAMES.length; name++) {
				const index = base + name;
				// Whoever asks again gets what the zone answers, and keeps it: nothing, while the name is empty.
				const left = resolvers.negative[index]! * kept;
				resolvers.negative[index] = Math.max(left, resolvers.wasEmpty[name]!);
				resolvers.fallPerSecond[index] = resolvers.fallPerSecond[index]! * kept;
			}
			return done(`caches of ${scope} dropped`);
		},
	}),
};

function override(resolvers: Resolvers, cache: Cache, on: boolean, ctx: StepContext): void {
	const nameIsEmpty = resolvers.wasEmpty[NAMES.indexOf(cache.name)]! > 0;
	const event: CacheEvent = on ? {type: 'OVERRIDE_SET'} : {type: 'OVERRIDE_LIFTED', nameIsEmpty};
	send(cacheMachine, cache.mode, event, ctx);
	cache.overrideSince = ctx.now;
}

/** Caches that a setting would change. The account names are CNAMEs to the regional one, which carries them. */
function changedBy(
	resolvers: Resolvers,
	name: string,
	scope: string,
	setting: 'on' | 'off',
): readonly Cache[] {
	return resolvers.caches.filter(
		cache =>
			(cache.mode.value === 'overridden') !== (setting === 'on') &&
			cache.scope === scope &&
			(name === 'all' || cache.name === name || (name === 'regional' && cache.name === 'account')),
	);
}
