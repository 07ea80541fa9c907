import type {Observation} from '../../../observe/index.ts';
import {clockAt} from '../../say/measure.ts';
import type {Row, Span} from '../screen.types.ts';
import {span, spread} from '../text.ts';
import type {Ui} from '../../input/ui.types.ts';

const FLASH_MARKS = {good: '✔', warn: '▲', bad: '✗'} as const;
const FLASH_TONES = {good: 'plain', warn: 'warn', bad: 'bad'} as const;

/** What was said last, while it is new; after that what came last, dim. */
export function headlineRow(observation: Observation, ui: Ui, width: number): Row {
	const {flash} = ui;
	if (flash !== null) {
		return spread(
			[span(`${FLASH_MARKS[flash.tone]} ${flash.text}`, FLASH_TONES[flash.tone])],
			[],
			width,
		);
	}
	const last = lastOf(observation);
	if (last === undefined) return spread([span('Nothing has happened yet.', 'dim')], [], width);
	const time: readonly Span[] =
		width >= 76 ? [span(`  ${clockAt(observation, last.at).slice(0, 5)}`, 'dim')] : [];
	return spread([span(last.text, 'dim')], time, width);
}

type Item = {readonly at: number; readonly text: string};

/** The newest of the alerts that stand, of what was ordered, and of what was posted. */
function lastOf({alerts, orders, dashboard}: Observation): Item | undefined {
	const items: readonly Item[] = [
		...alerts
			.filter(({clearedAt, severity}) => clearedAt === null && severity !== 'info')
			.map(({raisedAt, severity, title}) => ({
				at: raisedAt,
				text: severity === 'page' ? `✗ PAGE  ${title}` : `▲ TICKET  ${title}`,
			})),
		...orders
			.filter(({state}) => state === 'done' || state === 'failed' || state === 'refused')
			.slice(-1)
			.map(({due, at, state, text, message}) => ({
				at: state === 'refused' ? at : due,
				text: `${ORDER_WORDS[state as keyof typeof ORDER_WORDS]}  ${text}: ${message}`,
			})),
		...dashboard.posts.slice(-1).map(({at, by, text}) => ({at, text: `● POST  ${by}: ${text}`})),
	];
	return items.reduce<Item | undefined>(
		(last, each) => (last === undefined || each.at > last.at ? each : last),
		undefined,
	);
}

const ORDER_WORDS = {done: '✔ DONE', failed: '✗ FAILED', refused: '✗ REFUSED'} as const;
