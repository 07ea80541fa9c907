import type {Debrief} from '../../../session/index.ts';
import {wrap} from '../../screen/text.ts';
import {headOf, sectionOf, SECTIONS} from './sections.ts';
import {printed} from '../../say/clean.ts';

const WIDTH = 78;

/** The whole debrief as plain text of at most 78 columns. */
export function debriefText(debrief: Debrief): string {
	const {commitment, runs} = debrief;
	const parts = SECTIONS.flatMap(id => {
		const {title, lines} = sectionOf(debrief, id, WIDTH);
		return ['', title.toUpperCase(), '', ...lines];
	});
	const failed =
		runs.failed === 0
			? ''
			: ` ${String(runs.failed)} could not be lived to their end and count for nothing.`;
	return printed([
		headOf(debrief),
		...parts,
		...(commitment === '' ? [] : ['', 'YOUR COMMITMENT', '', ...wrap(commitment, WIDTH)]),
		'',
		...wrap(
			`From ${String(runs.lived)} nights lived again with one thing changed.${failed} All of it is true in this model, and nowhere else for certain.`,
			WIDTH,
		),
	]).join('\n');
}
