import {exp, onceFor} from '../kernel/index.ts';
import type {ResolversParameters} from './resolvers.parameters.ts';
import {NAMES, SCOPES, type Name} from './resolvers.types.ts';

export type ResolversConstants = {
	/** Share of good answers still cached a second later. */
	readonly goodKept: number;
	/** Weight of each name among the look-ups of a scope, by scope and name. */
	readonly weights: Float64Array;
};

/** What a second takes from the parameters, worked out once a run. */
export const constantsOf = onceFor((parameters: ResolversParameters): ResolversConstants => ({
	goodKept: exp(-1 / parameters.positiveSeconds),
	weights: Float64Array.from(
		SCOPES.flatMap((_, scope) =>
			// AWS's own services use the regional name only.
			NAMES.map(name => (scope === 0 ? weightOf(name, parameters) : Number(name === NAMES[0]))),
		),
	),
}));

function weightOf(name: Name, parameters: ResolversParameters): number {
	switch (name) {
		case 'regional':
			return parameters.regionalWeight;
		case 'dual-stack':
			return parameters.dualStackWeight;
		case 'fips':
			return parameters.fipsWeight;
		case 'account':
			return parameters.accountWeight;
	}
}
