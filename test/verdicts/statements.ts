import {SWITCH_NAMES} from '../../src/sim/index.ts';
import {FIX_NIGHTS, PLAYERS, REPAIRED, SHIFTS} from './nights.ts';
import type {Outcome} from './october.ts';

/** What must hold of a verdict, in how many of the cases it does, and where it does not. */
export type Statement = {
	readonly what: string;
	readonly met: number;
	readonly of: number;
	/** Share of cases that must meet it. */
	readonly bar: number;
	readonly unmet: readonly string[];
};

/** A fix may cost so much where it stands alone. */
const FIX_RATIO_MAX = 1.02;
const LESSON_RATIO_MIN = 1.2;
/** Rounding of a sum of sixty thousand seconds. */
const ROUNDING_MINUTES = 1e-6;

/** Fixes that are worse than nothing when they stand alone, and why: the model card says the same. */
export const DEAR_ALONE: Readonly<Record<string, string>> = {};

export function statementsOf(outcomes: ReadonlyMap<string, Outcome>): readonly Statement[] {
	const samples = [...outcomes.keys()]
		.filter(key => key.endsWith(' textbook') && /^\d/.test(key))
		.map(key => Number.parseInt(key, 10));
	const of = (key: string) => outcomes.get(key);
	const known = (key: string) => {
		const outcome = of(key);
		if (outcome === undefined) throw new Error(`the night ${key} was not lived`);
		return outcome;
	};
	const night = (sample: number, name: string) => known(`${String(sample)} ${name}`);
	const swept = samples.filter(sample => of(`${String(sample)} shifted 0`) !== undefined);
	return [
		judged('harm: textbook < as it happened < silent', 1, samples, sample => {
			const [textbook, day, , silent] = PLAYERS.map(player => night(sample, player).harm);
			return textbook! < day! && day! < silent! ? null : minutes([textbook!, day!, silent!]);
		}),
		judged(
			'textbook wins; all but the lesson loses, with 1.2 times its harm',
			0.95,
			samples,
			sample => {
				const textbook = night(sample, 'textbook');
				const unlearned = night(sample, 'all-but-the-lesson');
				const dearer = unlearned.harm >= LESSON_RATIO_MIN * textbook.harm;
				if (textbook.won && !unlearned.won && dearer) return null;
				const won = `${textbook.won ? 'won' : 'lost'}, ${unlearned.won ? 'won' : 'lost'}`;
				return `${won}; ${minutes([textbook.harm, unlearned.harm])}`;
			},
		),
		judged('repaired at T alone: harm does not fall with T', 1, swept, sample =>
			risingOrNot(REPAIRED.map(at => night(sample, `repaired ${String(at)}`).harm)),
		),
		judged('the day shifted: harm does not fall with the shift', 0.95, swept, sample =>
			risingOrNot(SHIFTS.map(at => night(sample, `shifted ${String(at)}`).harm)),
		),
		judged('a fix alone costs 2 % at most, or the card says why', 1, fixes(), ([fix, name]) => {
			const ratio = known(`${fix} ${name}`).harm / known(`none ${name}`).harm;
			if (ratio <= FIX_RATIO_MAX || fix in DEAR_ALONE) return null;
			return `${((ratio - 1) * 100).toFixed(1)} % more`;
		}),
	];
}

/** Ratio of harm with a fix to harm without, night by night: what the card may have to explain. */
function fixes(): readonly (readonly [string, string])[] {
	return FIX_NIGHTS.flatMap(name => SWITCH_NAMES.map(fix => [fix, name] as const));
}

function judged<Case extends number | readonly string[]>(
	what: string,
	bar: number,
	cases: readonly Case[],
	wrong: (each: Case) => string | null,
): Statement {
	const unmet = cases.flatMap(each => {
		const why = wrong(each);
		const name = typeof each === 'number' ? `sample ${String(each)}` : each.join(' in ');
		return why === null ? [] : [`${name}: ${why}`];
	});
	return {what, met: cases.length - unmet.length, of: cases.length, bar, unmet};
}

function risingOrNot(harms: readonly number[]): string | null {
	const falls = harms.some((harm, index) => harm < (harms[index - 1] ?? 0) - ROUNDING_MINUTES);
	return falls ? minutes(harms) : null;
}

function minutes(harms: readonly number[]): string {
	return `${harms.map(harm => harm.toFixed(1)).join(' ')} min`;
}
