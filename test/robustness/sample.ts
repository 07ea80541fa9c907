import {
	SUBSYSTEM_NAMES,
	SUBSYSTEMS,
	type SubsystemName,
	type WorldSettings,
} from '../../src/sim/index.ts';
import {randomStreams} from '../../src/sim/kernel/index.ts';

/** How far each number may be from what we declare. */
const SPREAD = 0.2;

/** Numbers that are a structure and not an estimate: moving them asks another question. */
const FIXED_UNITS = new Set(['zones', 'enactors', 'flag']);

/** Every declared parameter moved at once by its own uniform draw within +-20 %. */
export function sampleParameters(sample: number): WorldSettings['parameters'] {
	const draw = randomStreams('robustness')('parameters', sample);
	const parameters: Partial<Record<SubsystemName, Record<string, number>>> = {};
	for (const part of SUBSYSTEM_NAMES) {
		const values: Record<string, number> = {};
		for (const [name, {value, unit}] of Object.entries(SUBSYSTEMS[part].parameters)) {
			const moved = value * draw.between(1 - SPREAD, 1 + SPREAD);
			if (FIXED_UNITS.has(unit)) continue;
			values[name] = withinKind(value, unit, moved);
		}
		parameters[part] = values;
	}
	return parameters;
}

/** Whole numbers stay whole, and a share stays a share. */
function withinKind(declared: number, unit: string, moved: number): number {
	if (Number.isInteger(declared) && declared >= 3) return Math.round(moved);
	if (Number.isInteger(declared) && !unit.includes('seconds')) return declared;
	return unit === 'share' ? Math.min(1, moved) : moved;
}
