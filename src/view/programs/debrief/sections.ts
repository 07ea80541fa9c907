import {tellHarm, type Debrief, type Finding} from '../../../session/index.ts';
import {left, right, wrap} from '../../screen/text.ts';
import {curveChart} from './curve-chart.ts';
import {
	againWords,
	aloneWords,
	closeWords,
	horizonWords,
	minutes,
	nothingWords,
	partWords,
	seenWords,
	sentence,
	verdictWords,
	whyWords,
	worthWords,
} from './words.ts';

/** A part of the debrief, set in lines. */
export type Section = {
	readonly id: SectionId;
	readonly title: string;
	readonly lines: readonly string[];
};

export const SECTIONS = ['outcome', 'timeline', 'decisions', 'curves', 'fixes', 'orders'] as const;
export type SectionId = (typeof SECTIONS)[number];

const TITLES: Readonly<Record<SectionId, string>> = {
	outcome: 'What happened',
	timeline: 'The timeline',
	decisions: 'What mattered most',
	curves: 'Your harm beside the others’',
	fixes: 'Which fixes would have prevented it',
	orders: 'Your orders',
};

/** One part of the debrief in lines of at most `width` cells. */
export function sectionOf(debrief: Debrief, id: SectionId, width: number): Section {
	return {id, title: TITLES[id], lines: linesOf(debrief, id, width)};
}

function linesOf(debrief: Debrief, id: SectionId, width: number): readonly string[] {
	switch (id) {
		case 'outcome':
			return outcomeLines(debrief, width);
		case 'timeline':
			return timelineLines(debrief, width);
		case 'decisions':
			return decisionLines(debrief, width);
		case 'curves':
			return curveLines(debrief, width);
		case 'fixes':
			return fixLines(debrief, width);
		case 'orders':
			return orderLines(debrief, width);
	}
}

const WITHHELD =
	'What would have been better is kept back: try the night again first. The next debrief tells it.';

function outcomeLines(debrief: Debrief, width: number): readonly string[] {
	const {result, felt, story} = debrief;
	const told = tellHarm(result.harm);
	const parts = told.parts.map(part => `${part.id} ${minutes(part.minutes)}`);
	return [
		...wrap(verdictWords(debrief), width),
		...wrap(
			`Harm: ${minutes(told.total)} minutes of total outage${parts.length === 0 ? '' : ` (${parts.join(', ')})`}.`,
			width,
		),
		...(felt === '' ? [] : wrap(`It felt ${felt}.`, width)),
		...(story === '' ? [] : ['', 'In your words:', ...indented(story, '  ', width)]),
	];
}

const MARKS = {
	milestone: '**',
	page: '!!',
	order: '->',
	look: '..',
	post: '##',
	hypothesis: '??',
	prediction: '=>',
	end: '==',
} as const;

function timelineLines({timeline}: Debrief, width: number): readonly string[] {
	return timeline.flatMap(row => {
		const {clock, kind, text, came} = row;
		const result = came === '' || came === 'done' ? '' : ` [${came}]`;
		const again = againWords(row);
		const [first = '', ...rest] = wrap(`${text}${again}${result}`, width - 12);
		return [`${clock} ${MARKS[kind]} ${first}`, ...rest.map(line => `            ${line}`)];
	});
}

function decisionLines(debrief: Debrief, width: number): readonly string[] {
	const {better, decisions, withheld, runs} = debrief;
	const good = better.flatMap(finding => [
		...wrap(`Yours, and good: ${finding.did}.`, width),
		...indented(
			`Without it, in this model: ${worthWords(finding)}${listed(partWords(finding))}. ${horizonWords(finding)}`,
			'  ',
			width,
		),
		'',
	]);
	if (withheld) return [...good, ...wrap(WITHHELD, width)];
	if (decisions.length === 0) return [...good, ...wrap(nothingWords(runs), width)];
	return [
		...good,
		...decisions.flatMap((finding, index) => findingLines(debrief, finding, index + 1, width)),
	];
}

function findingLines(
	debrief: Debrief,
	finding: Finding,
	number: number,
	width: number,
): readonly string[] {
	const why = whyWords(debrief, finding);
	return [
		...wrap(`${String(number)}. ${finding.act}: ${worthWords(finding)}, in this model`, width),
		...indented(sentence(`You: ${finding.did}`), '   ', width),
		...indented(`With ${finding.other}${listed(partWords(finding))}.`, '   ', width),
		...(finding.alone.length === 0 ? [] : indented(aloneWords(finding), '   ', width)),
		...(why === '' ? [] : indented(why, '   ', width)),
		...(finding.whole ? [] : indented(seenWords(finding), '   ', width)),
		...indented(horizonWords(finding), '   ', width),
		...indented(closeWords(finding), '   ', width),
		'',
	];
}

function curveLines(debrief: Debrief, width: number): readonly string[] {
	const {withheld, livedOn} = debrief;
	return [
		...curveChart(debrief, width),
		...(livedOn ? ['', ...wrap(LIVED_ON, width)] : []),
		...(withheld ? ['', ...wrap(OTHERS_WITHHELD, width)] : []),
	];
}

/** What is to be said where curves go on beyond the end of a run. */
export const LIVED_ON =
	'After its end a night is lived on while anybody suffers, to its limit at most, so that all are measured alike.';
const OTHERS_WITHHELD = 'How others did is kept back until you have tried again.';

function fixLines({guards, fixes, withheld}: Debrief, width: number): readonly string[] {
	if (withheld) return wrap(WITHHELD, width);
	const holes = guards.map(({id, state, best}) => {
		const how = state === 'there' ? 'THERE' : state === 'missing' ? 'MISSING' : '-';
		const fix = best === null ? '' : `${best.name} ${best.verdict}`;
		return `${left(how, 8)} ${left(id, 40)} ${fix}`.trimEnd();
	});
	const rows = fixes
		.filter(({verdict}) => verdict === 'prevents' || verdict === 'saves')
		.flatMap(({name, what, verdict, saves}) => [
			`${left(name, 24)} ${right(verdict === 'prevents' ? 'prevents it' : `saves ${minutes(saves)} min`, 16)}`,
			...indented(sentence(what), '  ', width),
		]);
	const misfits = fixes.filter(({verdict}) => verdict === 'does not fit').map(({name}) => name);
	return [
		...wrap('Guards in the way of that night; “-”: it would have made no difference.', width),
		...holes,
		'',
		...rows,
		...(misfits.length === 0
			? []
			: [
					'',
					...wrap(
						`Other orders would have gone with ${misfits.join(', ')}: yours were chosen for a night without.`,
						width,
					),
				]),
	];
}

function orderLines({orders}: Debrief, width: number): readonly string[] {
	if (orders.length === 0) return ['You gave no orders.'];
	return orders.flatMap(({order, clock, words, state, message, expected, came}) => {
		const head = `${right(String(order), 4)} ${clock} ${left(state, 8)} `;
		const [first = '', ...rest] = wrap(words, width - head.length);
		const pad = ' '.repeat(head.length);
		const said = state === 'done' ? '' : message;
		const hoped = expected === '' ? '' : `expected: ${expected} [${came}]`;
		return [
			head + first,
			...rest.map(line => pad + line),
			...[said, hoped].filter(text => text !== '').flatMap(text => indented(text, pad, width)),
		];
	});
}

function listed(parts: string): string {
	return parts === '' ? '' : ` (${parts})`;
}

function indented(text: string, pad: string, width: number): readonly string[] {
	return wrap(text, width - pad.length).map(line => pad + line);
}

/** Which night it was, for the head of a page. */
export function headOf(debrief: Debrief): string {
	const {title, result} = debrief;
	return `${title}, seed ${result.seed}, version ${result.version}`;
}
