import type {SystemName, SystemPanel} from './kernel/index.ts';
import type {SubsystemName} from './subsystems.ts';

/**
 * What things were called before. Levels, `--set`, words and journals that say so still load; states, marks and the
 * hashes of levels and notes keep the old spelling, because renaming it there would make another world of it.
 */
const FORMER_NAMES = {
	subsystem: {
		dynamodb: 'store',
		identity: 'access',
		dwfm: 'droplets',
		nlb: 'balancers',
		lambda: 'functions',
		connect: 'contact',
		redshift: 'warehouse',
		incidentCall: 'call',
	},
	/** What the ids of its metrics begin with. */
	system: {dynamodb: 'store'},
	panel: {nlb: 'balancers', overview: 'map', open: 'automations'},
} as const satisfies {
	readonly subsystem: Readonly<Partial<Record<SubsystemName, string>>>;
	readonly system: Readonly<Partial<Record<SystemName, string>>>;
	readonly panel: Readonly<Partial<Record<SystemPanel | 'overview' | 'open', string>>>;
};

export type Named = keyof typeof FORMER_NAMES;

const FORMER: Readonly<Record<Named, ReadonlyMap<string, string>>> = {
	subsystem: new Map(Object.entries(FORMER_NAMES.subsystem)),
	system: new Map(Object.entries(FORMER_NAMES.system)),
	panel: new Map(Object.entries(FORMER_NAMES.panel)),
};
const CURRENT: Readonly<Record<Named, ReadonlyMap<string, string>>> = {
	subsystem: reversed(FORMER.subsystem),
	system: reversed(FORMER.system),
	// Two panels have become one.
	panel: new Map([...reversed(FORMER.panel), ['vitals', 'overview']]),
};

/** The name of today for one that may be of before; any other word as it is. */
export function currentName(name: string, of: Named = 'subsystem'): string {
	return CURRENT[of].get(name) ?? name;
}

/** The spelling that states, marks and hashes keep. */
export function stableName(name: string, of: Named = 'subsystem'): string {
	return FORMER[of].get(name) ?? name;
}

/** The id of a metric, or what stands in place of one, with the name of its system as it is today. */
export function currentMetric(id: string): string {
	return withSystem(id, name => currentName(name, 'system'));
}

export function stableMetric(id: string): string {
	return withSystem(id, name => stableName(name, 'system'));
}

function withSystem(id: string, rename: (name: string) => string): string {
	const dot = id.indexOf('.');
	return dot === -1 ? id : rename(id.slice(0, dot)) + id.slice(dot);
}

function reversed(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
	return new Map([...names].map(([current, former]) => [former, current]));
}
