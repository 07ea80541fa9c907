/**
 * Readies the numbers of a state to be fractions, and leaves their values as they are. Engines keep
 * whole numbers apart from others, and throw compiled code away at each field that is whole at first and
 * a fraction later: a run that waited for that to happen field by field would take a fifth longer.
 * Writing a fraction once, before anything is compiled, is all it takes. Arrays stay as they are.
 */
export function readyForFractions<State extends object>(state: State): State {
	if (ArrayBuffer.isView(state)) return state;
	const fields = state as Record<string, unknown>;
	for (const key of Object.keys(fields)) {
		const value = fields[key];
		if (typeof value === 'object' && value !== null) readyForFractions(value);
		if (typeof value !== 'number' || Array.isArray(state)) continue;
		fields[key] = 0.5;
		fields[key] = value;
	}
	return state;
}
