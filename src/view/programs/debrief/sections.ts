import type {Debrief} from '../../../session/index.ts';
import {left, right, wrap} from '../../screen/text.ts';
import {lessonLines} from './lessons/lines.ts';
import {againWords, minutes, sentence} from './words.ts';

/** A part of the debrief, set in lines. */
export type Section = {
	readonly id: SectionId;
	readonly title: string;
	readonly lines: readonly string[];
};

export const SECTIONS = ['timeline', 'fixes', 'lessons', 'orders'] as const;
export type SectionId = (typeof SECTIONS)[number];

const TITLES: Readonly<Record<SectionId, string>> = {
	timeline: 'The timeline',
	fixes: 'Which fixes would have prevented it',
	lessons: 'What it can teach',
	orders: 'Your commands',
};

/** One part of the debrief in lines of at most `width` cells. */
export function sectionOf(debrief: Debrief, id: SectionId, width: number): Section {
	return {id, title: TITLES[id], lines: linesOf(debrief, id, width)};
}

function linesOf(debrief: Debrief, id: SectionId, width: number): readonly string[] {
	switch (id) {
		case 'timeline':
			return timelineLines(debrief, width);
		case 'fixes':
			return fixLines(debrief, width);
		case 'lessons':
			return lessonLines(debrief, width);
		case 'orders':
			return orderLines(debrief, width);
	}
}

const WITHHELD = 'Which fixes would have helped is held back until you have tried again.';

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
		...wrap('Guards against it; “-”: it would have made no difference.', width),
		...holes,
		'',
		...rows,
		...(misfits.length === 0
			? []
			: [
					'',
					...wrap(
						`With ${misfits.join(', ')} other commands would have been right: yours were chosen for a run without.`,
						width,
					),
				]),
	];
}

function orderLines({orders}: Debrief, width: number): readonly string[] {
	if (orders.length === 0) return ['You ran no commands.'];
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

function indented(text: string, pad: string, width: number): readonly string[] {
	return wrap(text, width - pad.length).map(line => pad + line);
}

/** Which night it was, for the head of a page. */
export function headOf(debrief: Debrief): string {
	const {title, result} = debrief;
	return `${title}, seed ${result.seed}, version ${result.version}`;
}
