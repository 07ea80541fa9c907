import {clockOf} from '../../level/index.ts';
import {suspectsIn, trendOf} from '../handover/true-state.ts';
import type {KeptNote} from '../notes.types.ts';
import {relive, type Recorder} from '../relive/relive.ts';
import {NOBODY} from '../relive/source.ts';
import {copyRun, runFrom, type Run} from '../run.ts';
import type {GradedProbe, ProbeQuestion} from './probe.types.ts';
import {metricCalled, PROJECTED_MINUTES, questionsAt, stateOf} from './questions.ts';

/** Which options of a question are so, by the Region itself. */
export function rightOf(run: Run, question: ProbeQuestion): readonly number[] {
	const so = truthOf(run, question);
	return question.values.flatMap((value, option) => (so.includes(value) ? [option] : []));
}

function truthOf(run: Run, {kind, metric}: ProbeQuestion): readonly string[] {
	if (kind === 'comprehension' || metric === null) {
		const blamed = suspectsIn(run);
		return blamed.length === 0 ? ['nothing'] : blamed;
	}
	const {read} = metricCalled(metric);
	const now = read(run.world);
	return kind === 'perception'
		? [stateOf(metric, now)]
		: [trendOf(now, read(leftAlone(run).world))];
}

/** The run as it goes on when its player gives no more orders. */
function leftAlone(run: Run): Run {
	const alone = runFrom({...copyRun({...run, observer: null}), afterEnd: 'live on'});
	relive(alone, NOBODY, {until: run.world.now + 60 * PROJECTED_MINUTES});
	return alone;
}

/** Answers each probe of a run from the Region, in its second. */
export function recordedProbes(notes: readonly KeptNote[]): {
	readonly record: Recorder;
	readonly told: readonly GradedProbe[];
} {
	const asked = notes.flatMap(({at, note}) =>
		note.about === 'probe' && note.answers === null ? [at] : [],
	);
	const told: GradedProbe[] = [];
	return {
		told,
		record: run => {
			const {now} = run.world;
			if (!asked.includes(now)) return;
			const answers = answersTo(notes, now);
			told.push({
				at: now,
				clock: clockOf(run.evaluator.level, run.world.settings.seed).at(now),
				questions: questionsAt(run).map((question, index) => {
					const {kind, metric, ask, options} = question;
					const right = rightOf(run, question);
					return {kind, metric, ask, options, right, answered: answers[index] ?? null};
				}),
			});
		},
	};
}

/** Time stands until they are given: they have the second of the probe. */
function answersTo(notes: readonly KeptNote[], second: number): readonly (number | null)[] {
	for (const {at, note} of notes) {
		if (at === second && note.about === 'probe' && note.answers !== null) return note.answers;
	}
	return [];
}
