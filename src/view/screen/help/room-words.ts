import type {Observation} from '../../../observe/index.ts';
import {
	HANDOVER_FORMS,
	ROOM_WORDS,
	SERVICE_FORMS,
	SERVICE_MEANINGS,
	TALK_FORMS,
	TALK_MEANINGS,
} from '../../../session/index.ts';
import {entry, heading} from './help-rows.ts';
import type {Row} from '../screen.types.ts';

const FORM_CELLS = 24;

/** What is typed to the others of a room, by whoever sits in it or serves the drill. */
export function roomWordRows({room}: Observation, width: number): readonly Row[] {
	if (room === null) return [];
	const rows = (title: string, entries: readonly (readonly [form: string, what: string])[]) => [
		heading(title),
		...entries.flatMap(([form, what]) => entry(form, what, {width, cells: FORM_CELLS})),
		[],
	];
	const time = Object.values(ROOM_WORDS).map(({form, what}) => [form, what] as const);
	if (room.served !== null) {
		const served = pairs(SERVICE_FORMS, SERVICE_MEANINGS);
		return rows('Running the drill, typed like commands', [...time, ...served]);
	}
	return [
		...rows('Said to the others, typed like commands', [
			...pairs(TALK_FORMS, TALK_MEANINGS),
			...time,
		]),
		...rows(
			'Handing your seat over',
			Object.values(HANDOVER_FORMS).map(form => [form, '']),
		),
	];
}

function pairs<Verb extends string>(
	forms: Readonly<Record<Verb, string>>,
	meanings: Readonly<Record<Verb, string>>,
): readonly (readonly [form: string, what: string])[] {
	return (Object.keys(forms) as Verb[]).map(verb => [forms[verb], meanings[verb]] as const);
}
