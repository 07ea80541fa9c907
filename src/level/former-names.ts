import {currentName, stableName, SUBSYSTEM_NAMES, type SubsystemName} from '../sim/index.ts';

type Renaming = (name: string) => string;

const formerName: Renaming = name => (isSubsystem(name) ? stableName(name) : name);

/** A level with the names of today, whatever it was written with. */
export function withCurrentNames(level: unknown): unknown {
	return renamed(level, currentName);
}

/** A level as its hash has always spelled it: a name that is new makes no other level. */
export function withFormerNames(level: unknown): unknown {
	return renamed(level, formerName);
}

/** Names stand where a fault says `to`, and as keys of `parameters`. */
function renamed(value: unknown, rename: Renaming): unknown {
	if (Array.isArray(value)) return value.map(item => renamed(item, rename));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, item]: [string, unknown]) => {
			if (key === 'to' && typeof item === 'string') return [key, rename(item)];
			if (key === 'parameters') return [key, keysRenamed(item, rename)];
			return [key, renamed(item, rename)];
		}),
	);
}

function keysRenamed(value: unknown, rename: Renaming): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [rename(key), item]));
}

function isSubsystem(name: string): name is SubsystemName {
	return SUBSYSTEM_NAMES.some(known => known === name);
}
