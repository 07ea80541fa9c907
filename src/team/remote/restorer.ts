import type {Observation, Reading} from '../../observe/index.ts';

/** JSON has no number that is none: where a value of a history is missing there is null, and NaN again. */
export function restorer(): (observation: Observation) => Observation {
	const readings = new WeakMap<Reading, Reading>();
	const reading = (raw: Reading): Reading => {
		const known = readings.get(raw);
		if (known !== undefined) return known;
		const history = (raw.history as readonly (number | null)[]).map(value => value ?? NaN);
		const made = {...raw, history};
		readings.set(raw, made);
		return made;
	};
	return observation => ({
		...observation,
		metrics: Object.fromEntries(
			Object.entries(observation.metrics).map(([id, raw]) => [id, reading(raw)]),
		),
	});
}
