import type {Fact} from '../../say/fact.types.ts';
import type {AutomationOf, automationsFacts} from '../../say/facts/automations.ts';
import {age} from '../../say/measure.ts';
import {mark} from '../mark.ts';
import type {Row} from '../screen.types.ts';
import {left, span, spread, wrap} from '../text.ts';
import {draft, put, type Draw} from './drawn.ts';
import {orEmptied} from './shown.ts';

const MARK_CELLS = 7;

export const automationsPanel: Draw<typeof automationsFacts> = (
	{groups, emptied},
	ui,
	{columns},
) => {
	const {rows, items} = draft();
	for (const fact of groups.automations.facts) put({rows, items}, fact, ...rowsOf(fact, columns));
	for (const fact of groups.teams.facts) {
		const asleep = fact.value === 'asleep';
		const since = fact.age === null ? '' : ` ${age(fact.age)}`;
		const start = [mark(fact, MARK_CELLS), span(`team ${fact.label}`, asleep ? 'dim' : 'plain')];
		rows.push(spread(start, [span(since, 'dim')], columns));
	}
	return {rows: orEmptied(rows, emptied, ui, ui.filters.automations), items};
};

function rowsOf(fact: Fact<AutomationOf>, width: number): readonly Row[] {
	const {label, by, at, cost, state} = fact.of;
	const wide = width >= 60;
	const whose = by === null ? '' : `by ${by} `;
	const since = `${wide ? `at ${at} ` : ''}${age(fact.age ?? 0)}`;
	const row = spread(
		[mark(fact, MARK_CELLS), span(wide ? `${left(fact.label, 24)} ${label}` : fact.label)],
		[span(state === 'paused' ? ` ${whose}${since}` : '', 'warn')],
		width,
	);
	if (cost === '' || width < 44) return [row];
	return [row, ...wrap(cost, width - 12).map((line): Row => [span(`            ${line}`, 'dim')])];
}
