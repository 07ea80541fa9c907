import {currentName, isWithin, SUBSYSTEM_NAMES, type SubsystemName} from '../sim/index.ts';
import {wordsLike} from './likeness.ts';
import type {Level} from './level.types.ts';
import {parametersOf} from './parameter-range.ts';

/** One number of the model, and what it is changed to. */
export type ParameterChange = {
	readonly part: SubsystemName;
	readonly name: string;
	readonly value: number;
};

export type ReadChange =
	| {readonly ok: true; readonly change: ParameterChange}
	| {readonly ok: false; readonly message: string; readonly suggestions: readonly string[]};

/** `dwfm.hosts=50`, or what was expected instead. */
export function parseParameterChange(typed: string): ReadChange {
	const [, partTyped = '', name = '', text = ''] =
		/^\s*([^=\s.]+)\.([^=\s]+)\s*=\s*(\S+)\s*$/.exec(typed) ?? [];
	if (name === '') {
		return fail(`“${typed.slice(0, 60)}” is not a change: expected part.name=number.`);
	}
	return changeFrom(currentName(partTyped), name, NUMBER.test(text) ? Number(text) : text);
}

/** The first change that the model does not know or that lies out of bounds, in a sentence. */
export function parametersFault(
	parameters: Readonly<Record<string, Readonly<Record<string, number>>>>,
): string | undefined {
	for (const [part, values] of Object.entries(parameters)) {
		for (const [name, value] of Object.entries(values)) {
			const read = changeFrom(part, name, value);
			if (!read.ok) return read.message;
		}
	}
	return undefined;
}

function changeFrom(partNamed: string, name: string, value: number | string): ReadChange {
	const part = SUBSYSTEM_NAMES.find(known => known === partNamed);
	if (part === undefined) {
		const shown = partNamed.slice(0, 60);
		return fail(`The model has no part “${shown}”.`, wordsLike(partNamed, SUBSYSTEM_NAMES));
	}
	const table = parametersOf(part);
	const known = Object.hasOwn(table, name) ? table[name] : undefined;
	if (known === undefined) {
		return fail(
			`${part} has no number “${name.slice(0, 60)}”.`,
			wordsLike(name, Object.keys(table)),
		);
	}
	if (typeof value === 'number' && isWithin(value, known.bounds)) {
		return {ok: true, change: {part, name, value}};
	}
	const {kind, min, max} = known.bounds;
	return fail(
		`${part}.${name} is a ${kind === 'whole' ? 'whole ' : ''}number from ${String(min)} to ${String(max)} (${known.unit}), not “${String(value).slice(0, 30)}”.`,
	);
}

/** Changes as a level writes its parameters; of two to the same number the later counts. */
export function parametersWith(changes: readonly ParameterChange[]): Level['parameters'] {
	const parts: Record<string, Readonly<Record<string, number>>> = {};
	for (const {part, name, value} of changes) parts[part] = {...parts[part], [name]: value};
	return parts;
}

const NUMBER = /^\d{1,12}(\.\d{1,12})?(e-?\d{1,2})?$/;

function fail(message: string, suggestions: readonly string[] = []): ReadChange {
	return {ok: false, message, suggestions};
}
