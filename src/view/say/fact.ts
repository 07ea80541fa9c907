import type {Observation, Reading} from '../../observe/index.ts';
import type {Act, Fact, Verdict} from './fact.types.ts';
import {age} from './measure.ts';

type Parts<Of> = Pick<Fact<Of>, 'id' | 'label' | 'of'> &
	Partial<Omit<Fact<Of>, 'text' | 'acts'>> & {
		/** Made when somebody asks for them, where they take making. */
		readonly acts?: readonly Act[] | (() => readonly Act[]);
	};

/** A fact; its sentence is made when somebody asks for it, since a screen never does. */
export function fact<Of>(parts: Parts<Of>, text: () => string): Fact<Of> {
	return new Said(parts, text);
}

/** A class, because frames make hundreds of these: objects that carry an accessor of their own are slow. */
class Said<Of> implements Fact<Of> {
	readonly id: Fact['id'];
	readonly label: Fact['label'];
	readonly value: Fact['value'];
	readonly unit: Fact['unit'];
	readonly word: Fact['word'];
	readonly verdict: Fact['verdict'];
	readonly trend: Fact['trend'];
	readonly age: Fact['age'];
	readonly of: Of;
	readonly #acts: Parts<Of>['acts'];
	readonly #say: () => string;

	constructor(parts: Parts<Of>, say: () => string) {
		const {id, label, value = null, unit = '', word = '', of} = parts;
		const {verdict = 'unknown', trend = '', age: seconds = null} = parts;
		this.id = id;
		this.label = label;
		this.value = value;
		this.unit = unit;
		this.word = word;
		this.verdict = verdict;
		this.trend = trend;
		this.age = seconds;
		this.of = of;
		this.#acts = parts.acts;
		this.#say = say;
	}

	get acts(): readonly Act[] {
		const acts = this.#acts ?? NO_ACTS;
		return typeof acts === 'function' ? acts() : acts;
	}

	get text(): string {
		return sentence(this.#say());
	}
}

const NO_ACTS: readonly never[] = [];

/** Ends as a sentence does; nothing stays nothing. */
export function sentence(text: string): string {
	return text === '' || /[.!?:]$/u.test(text) ? text : `${text}.`;
}

/** Seconds after which what monitoring says is called old: two rounds of the metrics pipeline and a bit. */
const STALE_SECONDS = 180;
/** Knowledge from a look that is older than this deserves another look. */
const OLD_LOOK_SECONDS = 900;

/** The age of what is made of readings: that of the oldest of them. Null where nothing has arrived. */
export function ageOf(
	{now}: Observation,
	...readings: readonly (Reading | undefined)[]
): number | null {
	let oldest = Infinity;
	for (const reading of readings) {
		if (!hasArrived(reading)) continue;
		if (reading.sampledAt < oldest) oldest = reading.sampledAt;
	}
	return oldest === Infinity ? null : now - oldest;
}

/** Whether anything is known of it: its value, or only how it stands. */
export function hasArrived(reading: Reading | undefined): reading is Reading {
	if (reading === undefined) return false;
	return reading.value !== null || (reading.judged?.verdict ?? 'unknown') !== 'unknown';
}

/** Whether it is so old that it has to be said: a line that is made of old data says so, in every face. */
export function isOld({age: seconds}: Pick<Fact, 'age'>): boolean {
	return seconds !== null && seconds > STALE_SECONDS;
}

/** How old, where that is worth saying. */
export function oldness(fact: Pick<Fact, 'age'>): string {
	return isOld(fact) ? `${age(fact.age ?? 0)} old` : '';
}

/** How long ago a look found it. */
export function shown({age: seconds}: Pick<Fact, 'age'>): {
	readonly text: string;
	readonly old: boolean;
} {
	return {text: `shown ${age(seconds ?? 0)} ago`, old: (seconds ?? 0) > OLD_LOOK_SECONDS};
}

/** Parts of a sentence, those that there are, with commas between them. */
export function listed(...parts: readonly string[]): string {
	return parts.filter(part => part !== '').join(', ');
}

/** What every face calls a verdict. All are at most four letters. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
	ok: 'OK',
	warn: 'WARN',
	crit: 'CRIT',
	unknown: 'N/A',
};
