import {ORDERS, type OrderSpec} from '../../session/index.ts';
import {wordsOf, type WordSpec} from '../console-words.ts';
import {duration} from '../measure.ts';
import {PANEL_NAMES} from '../panels/index.ts';
import {clean} from '../text.ts';
import {PANELS} from '../ui.types.ts';

/** Every word that is known by lines, and where orders are explained. */
export function helpLines(): readonly string[] {
	return [
		'Time stands still while you type. next, wait, until and go let it run.',
		...wordsOf('plain').map(({forms, what}) => `${forms.join(' or ')}: ${what}.`),
		'Anything else is an order: help orders lists the verbs, help dig explains one.',
	];
}

/** Help about one thing: an order by its verb or first words, a word of the console, a panel. */
export function helpAbout(topic: string): readonly string[] {
	const asked = clean(topic).toLowerCase().trim();
	if (asked === 'orders') return [`Verbs: ${verbs().join(', ')}.`, 'help VERB explains one.'];
	if (asked === 'panels') {
		return [`Panels: ${PANELS.map(panel => `${panel} (${PANEL_NAMES[panel]})`).join(', ')}.`];
	}
	const word = wordsOf('plain').find(({forms}) => forms.some(form => verbOf(form) === asked));
	const orders = Object.values(ORDERS).filter(({forms}) =>
		forms.some(form => form === asked || form.startsWith(`${asked} `)),
	);
	const told = [...(word === undefined ? [] : aboutWord(word)), ...orders.flatMap(aboutOrder)];
	if (told.length > 0) return told;
	const panel = PANELS.find(each => each === asked || PANEL_NAMES[each].toLowerCase() === asked);
	if (panel !== undefined) return [`${PANEL_NAMES[panel]}: a panel. panel ${panel} reads it out.`];
	return [
		`Nothing is known about “${asked.slice(0, 40)}”. help lists the words, help orders the verbs.`,
	];
}

/** What an order does, how long it takes, who it needs and what can go wrong. */
export function aboutOrder({
	forms,
	what,
	seconds,
	team,
	needs,
	risk,
	example,
}: OrderSpec): readonly string[] {
	const who = team === null ? '' : ` Needs ${team} on the call.`;
	const tools = needs === 'tools' ? ' Needs a signed-in operator.' : '';
	return [
		`${forms.join(' or ')}: ${sentence(what)}`,
		`  Takes ${duration(seconds)}.${who}${tools}${risk === '' ? '' : ` Risk: ${sentence(risk)}`}`,
		`  Example: ${example}`,
	];
}

function aboutWord({forms, what, example}: WordSpec): readonly string[] {
	return [`${forms.join(' or ')}: ${sentence(what)}`, `  Example: ${example}`];
}

function verbs(): readonly string[] {
	return [...new Set(Object.values(ORDERS).flatMap(({forms}) => forms.map(verbOf)))].sort();
}

function verbOf(form: string): string {
	return form.split(' ', 1)[0] ?? '';
}

function sentence(text: string): string {
	const first = text.charAt(0).toUpperCase() + text.slice(1);
	return /[.!?]$/u.test(first) ? first : `${first}.`;
}
