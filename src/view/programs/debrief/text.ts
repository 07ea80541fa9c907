import type {Debrief, TeamDebrief} from '../../../session/index.ts';
import {wrap} from '../../screen/text.ts';
import {headOf, sectionOf, SECTIONS} from './sections.ts';
import {teamLines} from './team/text.ts';
import {printed} from '../../say/clean.ts';

const WIDTH = 78;

/** The whole debrief as plain text of at most 78 columns. */
export function debriefText(debrief: Debrief, team: TeamDebrief | null = null): string {
	const {commitment, runs} = debrief;
	const told = team === null ? null : teamLines({debrief, team}, WIDTH);
	const parts = SECTIONS.flatMap(id => {
		const {title, lines} = sectionOf(debrief, id, WIDTH);
		const talked = id === 'timeline' ? (told?.talkedThrough ?? []) : [];
		return ['', title.toUpperCase(), '', ...lines, ...talked];
	});
	const failed =
		runs.failed === 0
			? ''
			: ` ${String(runs.failed)} could not be lived to their end and count for nothing.`;
	return printed([
		headOf(debrief),
		...parts,
		...(commitment === '' ? [] : ['', 'YOUR COMMITMENT', '', ...wrap(commitment, WIDTH)]),
		...(told?.measured ?? []),
		'',
		...wrap(
			`From ${String(runs.lived)} nights lived again with one thing changed.${failed} All of it is true in this model, and nowhere else for certain.`,
			WIDTH,
		),
	]).join('\n');
}
