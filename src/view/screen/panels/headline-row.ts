import type {Observation} from '../../../observe/index.ts';
import {ITEM_MARKS, ITEM_TONES} from '../../input/inbox/index.ts';
import {keysOn} from '../../input/keys/index.ts';
import type {Ui} from '../../input/ui.types.ts';
import {clockAt} from '../../say/measure.ts';
import type {Row} from '../screen.types.ts';
import {fit, pressing, span, widthOf} from '../text.ts';

/** One line: what presses most, when it came, and how many more there are; what was read last where there is none. */
export function headlineRow(observation: Observation, {inbox, keymap}: Ui, columns: number): Row {
	const [first] = inbox.unread;
	const item = first ?? inbox.last;
	if (item === null) return fit([span('Nothing unread.', 'dim')], columns);
	const [key = ''] = keysOn(keymap, 'inbox');
	const many = inbox.unread.length;
	const count =
		many === 0
			? ''
			: columns >= 100
				? `${key} inbox: ${String(many)} unread`
				: `${key} ${String(many)}`;
	const time = columns >= 76 ? item.at : null;
	const end = [time === null ? '' : clockAt(observation, time).slice(0, 5), count]
		.filter(part => part !== '')
		.join('  ');
	const tone = first === undefined ? 'dim' : ITEM_TONES[item.tone];
	const more = item.many > 1 ? ` (${String(item.many)})` : '';
	const said = `${ITEM_MARKS[item.tone]} ${item.word}  ${item.text.replaceAll('\n', ' ')}${more}`;
	const room = columns - widthOf(end) - 1;
	return [
		...pressing(fit([span(said, tone)], room), [key]),
		...fit([span(' '), span(end, first === undefined ? 'dim' : 'plain')], columns - room),
	];
}
