import {
	PROBE_KINDS,
	type Debrief,
	type GradedProbe,
	type GradedQuestion,
} from '../../../../session/index.ts';

export const PROBED = 'What you knew when you were asked';

const KIND_WORDS = {
	perception: 'what is so',
	comprehension: 'what is behind it',
	projection: 'what comes next',
} as const;

/** How many answers were so, by what they were about. Nothing of it is scored. */
export function probeSum({probes}: Pick<Debrief, 'probes'>): string {
	const all = probes.flatMap(({questions}) => questions);
	const parts = PROBE_KINDS.map(kind => {
		const own = all.filter(question => question.kind === kind);
		return `${KIND_WORDS[kind]} ${String(own.filter(isRight).length)} of ${String(own.length)}`;
	});
	return `Right: ${parts.join(', ')}. The answers are the Region’s own, and nothing of it is scored.`;
}

/** Each question with the answer and what was so. */
export function probeWords({clock, questions}: GradedProbe): readonly string[] {
	return questions.map(question => {
		const {ask, options, right, answered} = question;
		const so = right.map(option => options[option] ?? '').join(' or ');
		const said = answered === null ? 'no answer' : `“${options[answered] ?? ''}”`;
		const verdict = isRight(question) ? 'which was so' : `it was “${so}”`;
		return `${clock.slice(0, 5)} ${ask} ${said}; ${verdict}.`;
	});
}

function isRight({right, answered}: GradedQuestion): boolean {
	return answered !== null && right.includes(answered);
}
