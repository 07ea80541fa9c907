import type {Debrief} from '../../../../session/index.ts';
import {AXES, axisOf, axisRow, scoreWords} from '../../../say/card.ts';
import {NOTHING_MORE, type CardTold} from '../../../say/card.types.ts';
import type {Row} from '../../../screen/screen.types.ts';
import {span, wrap} from '../../../screen/text.ts';
import {titleRow} from '../main/finding-rows.ts';
import {clockOf} from '../words.ts';
import type {Scored} from './telling.types.ts';

const INDENT = 4;

/** Seven axes, each with what it measured and the moments that made it; they come row by row. */
export function scoreRows(debrief: Debrief, scored: Scored, width: number): readonly Row[] {
	const told = cardTold(debrief, scored);
	const moment = (at: number, text: string): readonly Row[] =>
		wrap(`${clockOf(debrief, at)} ${text}`, width - INDENT - 8).map((line, index) => [
			span(`${' '.repeat(INDENT + 2 + (index === 0 ? 0 : 6))}${line}`),
		]);
	return [
		titleRow('Score', '', width),
		...wrap(scoreWords(told), width - 2).map((line): Row => [span(` ${line}`)]),
		[],
		...AXES.flatMap((id): readonly Row[] => {
			const axis = axisOf(told, id);
			return [
				[span(' '), ...axisRow(told, id, width - 2)],
				...(axis === undefined
					? []
					: [
							...wrap(axis.what, width - INDENT - 2).map((line): Row => [
								span(`${' '.repeat(INDENT)}${line}`, 'dim'),
							]),
							...axis.moments.flatMap(({at, text}) => moment(at, text)),
						]),
			];
		}),
	];
}

function cardTold(debrief: Debrief, scored: Scored): CardTold {
	const {title, result, atEnd} = debrief;
	const clock = (at: number) => clockOf(debrief, at);
	return {...NOTHING_MORE, ...scored, ...atEnd, title, ladder: null, room: false, result, clock};
}
