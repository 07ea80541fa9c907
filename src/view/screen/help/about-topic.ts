import {wordsOf} from '../../do/words.ts';
import {takesWords} from '../../say/measure.ts';
import {findOrders, formsIn, type OrderForm} from '../../input/palette/index.ts';
import {panelAskedFor} from '../../say/panels.ts';
import type {Row} from '../screen.types.ts';
import {span} from '../text.ts';
import {keyOf} from '../../input/keys/index.ts';
import {aboutPanel, type Desk} from './about-panel.ts';
import {heading, paragraph} from './help-rows.ts';

const FOUND_MAX = 12;

/** What is known about something: a panel of that name, words of the console, and orders that are about it. */
export function aboutTopic(topic: string, desk: Desk): readonly Row[] {
	const {width, keymap, cast} = desk;
	const line = keyOf(keymap, 'command');
	const asked = topic.toLowerCase().trim();
	const panel = panelAskedFor(asked);
	const words = wordsOf('screen').filter(({forms}) =>
		forms.some(form => form.split(' ')[0] === asked),
	);
	const orders = findOrders(asked, formsIn(cast)).slice(0, FOUND_MAX);
	if (panel === undefined && words.length === 0 && orders.length === 0) {
		return [heading(`No help on “${topic}”`), []];
	}
	return [
		...(panel === undefined ? [] : aboutPanel(panel, desk)),
		...words.flatMap(({forms, what}) => [
			[span(`  ${line}${forms.join(`  ${line}`)}`, 'title')],
			...paragraph(what, width, '      '),
		]),
		...(words.length > 0 ? [[]] : []),
		...(orders.length > 0 ? [heading(`Commands about “${topic}”`)] : []),
		...orders.flatMap(form => orderRows(form, width)),
		[],
	];
}

function orderRows({form, spec}: OrderForm, width: number): readonly Row[] {
	const who = spec.team === null ? '' : `, with team ${spec.team} on the call`;
	const risk = spec.risk === '' ? '' : ` Risk: ${spec.risk}`;
	return [
		[span(`  ${form}`, 'title')],
		...paragraph(`${spec.what}. Takes ${takesWords(spec)}${who}.${risk}`, width, '      '),
	];
}
