import {PROBE_LETTERS, type Observation} from '../../../observe/index.ts';
import {fact} from '../fact.ts';
import type {Fact} from '../fact.types.ts';

/** The questions that wait, each with its answers by letter. */
export function probeFacts({probe}: Observation): readonly Fact<null>[] {
	return (probe?.questions ?? []).map(({ask, options}, index) => {
		const answers = options.map((option, place) => `${PROBE_LETTERS[place] ?? ''} ${option}`);
		const text = `${String(index + 1)} ${ask} ${answers.join(', ')}`;
		return fact({id: `question ${String(index + 1)}`, label: text, of: null}, () => text);
	});
}
