import type {Debrief, Judged} from '../../../../session/index.ts';
import {count, measure} from '../../../say/measure.ts';
import {left, right} from '../../../screen/text.ts';
import {listed} from './words.ts';

/** `188`, `4.6`, `8.2 %`. */
export function judgedValue(value: number, unit: Judged['unit']): string {
	if (unit === 'share') return measure(value, 'share');
	return Number.isInteger(value) ? measure(value, 'count') : value.toFixed(1);
}

/** How alarms were to live with, in a sentence or two. */
export function craftWords({alarmCraft}: Debrief): readonly string[] {
	const {raised, bySeverity, measures, frequent} = alarmCraft;
	const broken = measures.filter(({met}) => !met);
	const {page, ticket, info} = bySeverity;
	return [
		`${count(raised, 'alarm')} came: ${count(page, 'page')}, ${count(ticket, 'ticket')} and ${String(info)} for information.`,
		broken.length === 0
			? 'All measures of the standards are met.'
			: `Of ${String(measures.length)} measures of ISA-18.2 and EEMUA 191 ${String(broken.length)} are not met.`,
		...(frequent.length === 0
			? []
			: [
					`Most often came ${listed(frequent.slice(0, 3).map(({title, times}) => `“${title}” (${String(times)} times)`))}.`,
				]),
	];
}

/** The measures as rows of a table in cells. */
export function craftLines({alarmCraft: {measures}}: Debrief, width: number): readonly string[] {
	return measures.map(({what, value, unit, limit, met}) => {
		const numbers = `${right(judgedValue(value, unit), 8)}  ${right(judgedValue(limit, unit), 6)}  ${met ? 'met' : 'NOT MET'}`;
		return `${left(what, Math.max(20, width - 27))}  ${numbers}`;
	});
}
