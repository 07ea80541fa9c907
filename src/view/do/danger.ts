import {ORDERS, parseOrder, type KeptNote, type OrderSpec} from '../../session/index.ts';

/** What makes an order dangerous, and the word that must be typed to show that it is meant. */
export type Danger = {readonly spec: OrderSpec; readonly why: string; readonly target: string};

/** The danger of an order as typed; null for one that is safe, or that is no order. */
export function dangerOf(text: string): Danger | null {
	const parsed = parseOrder(text);
	if (!parsed.ok) return null;
	const spec = ORDERS[parsed.order.id];
	if (spec?.danger === undefined) return null;
	return {spec, why: spec.danger, target: targetOf(text, Object.values(parsed.order.args))};
}

/** Whether dangerous orders ask first: as the journal last says, else as it was set before the run. */
export function asksFirst(notes: readonly KeptNote[], set: boolean): boolean {
	const last = notes.findLast(({note}) => note.about === 'confirm')?.note;
	return last?.about === 'confirm' ? last.text === 'on' : set;
}

/** What the order is aimed at: its first blank, or else the word after its verb. */
function targetOf(text: string, blanks: readonly (string | number)[]): string {
	const [verb = '', second = verb] = text.trim().split(/\s+/u);
	return String(blanks[0] ?? second).toLowerCase();
}
