import {currentMetric, currentName, stableMetric, stableName, type Named} from '../sim/index.ts';

type Renaming = {
	readonly name: (name: string, of: Named) => string;
	readonly metric: (id: string) => string;
};

/** A level or a note with the names of today, whatever it was written with. */
export function withCurrentNames<Value>(value: Value): Value {
	return renamed(value, {name: currentName, metric: currentMetric}) as Value;
}

/** The same as its hash has always spelled it: a name that is new makes nothing else of it. */
export function withFormerNames(value: unknown): unknown {
	return renamed(value, {name: stableName, metric: stableMetric});
}

/** As hashes spell it that are younger than the names of subsystems. */
export function withFormerMetrics(value: unknown): unknown {
	return renamed(value, {name: name => name, metric: stableMetric});
}

/** By the key under which it stands, what a name is of. */
const WORDS: Readonly<Record<string, (word: string, rename: Renaming) => string>> = {
	to: (word, {name}) => name(word, 'subsystem'),
	panel: (word, {name}) => name(word, 'panel'),
	panels: (word, {name}) => name(word, 'panel'),
	metric: (word, {metric}) => metric(word),
};

function renamed(value: unknown, rename: Renaming, key = ''): unknown {
	if (typeof value === 'string') return WORDS[key]?.(value, rename) ?? value;
	if (Array.isArray(value)) return value.map(item => renamed(item, rename, key));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([inner, item]: [string, unknown]) => [
			key === 'parameters' ? rename.name(inner, 'subsystem') : inner,
			renamed(item, rename, inner),
		]),
	);
}
