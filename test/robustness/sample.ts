import {
	SUBSYSTEM_NAMES,
	SUBSYSTEMS,
	type Parameter,
	type SubsystemName,
	type WorldSettings,
} from '../../src/sim/index.ts';
import {randomStreams} from '../../src/sim/kernel/index.ts';

/** Numbers that are a structure and not an estimate: moving them asks another question. */
const FIXED_UNITS = new Set(['zones', 'enactors', 'flag']);

export type Sampling = {
	/** Names the draws, so that two runs of samples differ. */
	readonly name: string;
	/** How far each number may be from what we declare. */
	readonly spread: number;
	/** What a level declares in place of a table's own. */
	readonly declared?: WorldSettings['parameters'];
	readonly moves?: (part: SubsystemName, name: string, parameter: Parameter) => boolean;
};

/** Every declared parameter moved at once by its own uniform draw; sample 0 of a sampling with a `declared` is as declared. */
export function sampleParameters(sample: number, sampling: Sampling): WorldSettings['parameters'] {
	const {spread, declared = {}, moves = () => true} = sampling;
	const draw = randomStreams(sampling.name)('parameters', sample);
	const parameters: Partial<Record<SubsystemName, Record<string, number>>> = {};
	for (const part of SUBSYSTEM_NAMES) {
		const values: Record<string, number> = {...declared[part]};
		for (const [name, parameter] of Object.entries(SUBSYSTEMS[part].parameters)) {
			const factor = draw.between(1 - spread, 1 + spread);
			if (FIXED_UNITS.has(parameter.unit) || !moves(part, name, parameter)) continue;
			const value = values[name] ?? parameter.value;
			values[name] = withinKind(value, parameter.unit, value * factor);
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
