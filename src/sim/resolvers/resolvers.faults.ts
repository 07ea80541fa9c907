import {faultsFor, send, SHARE} from '../kernel/index.ts';
import {cacheMachine} from './resolvers.machine.ts';
import type {ResolversParameters} from './resolvers.parameters.ts';
import {NAMES, SCOPES, type Resolvers} from './resolvers.types.ts';

const fault = faultsFor<Resolvers, ResolversParameters>();

const SCOPE = {kind: 'word', words: SCOPES} as const;

export const RESOLVERS_FAULTS = {
	'hold-empty-answers': fault({
		kind: 'fault',
		what: 'that share of a scope’s resolvers holds an empty answer for every name, until it ends by itself',
		blanks: {scope: SCOPE, share: SHARE},
		apply: (resolvers, {scope, share}, _setup, ctx) => {
			for (const index of namesOf(scope)) {
				if (resolvers.negative[index]! >= share) continue;
				send(cacheMachine, resolvers.caches[index]!.mode, {type: 'EMPTY_ANSWERS_HELD'}, ctx);
				resolvers.negative[index] = share;
				resolvers.fallPerSecond[index] = 0;
			}
		},
	}),
	'forget-empty-answers': fault({
		kind: 'recovery',
		what: 'a scope’s resolvers forget their empty answers; they come back while the name is empty',
		blanks: {scope: SCOPE},
		apply: (resolvers, {scope}) => {
			for (const index of namesOf(scope)) resolvers.negative[index] = 0;
		},
	}),
};

function namesOf(scope: (typeof SCOPES)[number]): readonly number[] {
	return NAMES.map((_, name) => SCOPES.indexOf(scope) * NAMES.length + name);
}
