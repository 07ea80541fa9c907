import type {Debrief, TeamDebrief} from '../../../session/index.ts';
import type {Graphs} from '../../input/ui.types.ts';
import {printed} from '../../say/clean.ts';
import {asAscii} from '../../screen/glyphs.ts';
import type {Row} from '../../screen/screen.types.ts';
import {wrap} from '../../screen/text.ts';
import {blockRows} from './main/finding-rows.ts';
import {mainBlocks} from './main/findings.ts';
import {pictureRows} from './main/picture.ts';
import {mainSentences, timelineSentences} from './main/sentences.ts';
import {lessonSentences} from './lessons/lines.ts';
import {headOf, sectionOf, SECTIONS} from './sections.ts';
import {teamLines} from './team/text.ts';
import {runsWords, verdictWords} from './words.ts';

const WIDTH = 78;

/** The whole debrief as plain text of at most 78 columns: the main page, and the pages behind it. */
export function debriefText(
	debrief: Debrief,
	team: TeamDebrief | null = null,
	graphs: Graphs = 'block',
): string {
	const told = team === null ? null : teamLines({debrief, team}, WIDTH);
	const main = [
		...blockRows(mainBlocks(debrief), WIDTH, 'all').rows,
		[],
		...pictureRows(debrief, {columns: WIDTH, rows: 0}, graphs),
	];
	const parts = SECTIONS.flatMap(id => {
		const {title, lines} = sectionOf(debrief, id, WIDTH);
		const talked = id === 'timeline' ? (told?.talkedThrough ?? []) : [];
		return ['', title.toUpperCase(), '', ...lines, ...talked];
	});
	return printed([
		headOf(debrief),
		'',
		...textOf(main, graphs),
		...parts,
		...(told?.measured ?? []),
		'',
		...wrap(runsWords(debrief), WIDTH),
	]).join('\n');
}

function textOf(rows: readonly Row[], graphs: Graphs): readonly string[] {
	const drawn = graphs === 'ascii' ? asAscii({rows}).rows : rows;
	return drawn.map(row =>
		row
			.map(({text}) => text)
			.join('')
			.trimEnd(),
	);
}

/** The same in sentences, for whoever hears it. */
export function debriefSentences(debrief: Debrief): readonly string[] {
	return printed([
		headOf(debrief),
		verdictWords(debrief),
		...mainSentences(debrief),
		...timelineSentences(debrief),
		...lessonSentences(debrief),
		runsWords(debrief),
	]);
}
