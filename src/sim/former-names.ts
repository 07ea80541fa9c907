import type {SubsystemName} from './subsystems.ts';

/**
 * What a subsystem was called before. Levels, `--set` and journals that say so still load; states, marks
 * and hashes of levels keep the old spelling, because renaming it there would make another world of it.
 */
const FORMER_NAMES: Readonly<Partial<Record<SubsystemName, string>>> = {
	dynamodb: 'store',
	identity: 'access',
	dwfm: 'droplets',
	nlb: 'balancers',
	lambda: 'functions',
	connect: 'contact',
	redshift: 'warehouse',
	incidentCall: 'call',
};

const CURRENT: Readonly<Record<string, string>> = Object.fromEntries(
	Object.entries(FORMER_NAMES).map(([current, former]) => [former, current]),
);

/** The name of today for one that may be of before; any other word as it is. */
export function currentName(name: string): string {
	return Object.hasOwn(CURRENT, name) ? CURRENT[name]! : name;
}

/** The spelling that states, marks and hashes keep. */
export function stableName(name: SubsystemName): string {
	return FORMER_NAMES[name] ?? name;
}
