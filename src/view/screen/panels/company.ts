import type {companyFacts} from '../../say/facts/company.ts';
import {metricRow} from '../metric-row.ts';
import type {Draw} from './drawn.ts';
import {orEmptied} from './shown.ts';

export const companyPanel: Draw<typeof companyFacts> = ({groups, emptied}, ui, {columns}) => {
	const rows = groups.metrics.facts.map(fact => metricRow(fact, columns));
	return {rows: orEmptied(rows, emptied, ui, ui.filters.company)};
};
