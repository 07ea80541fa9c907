import {ORDERS, ordersIn, type Cast, type OrderSpec} from '../../session/index.ts';
import {wordsOf, type WordSpec} from '../do/words.ts';
import {sentence} from '../say/fact.ts';
import {takesWords} from '../say/measure.ts';
import {findOrders, formsIn, ordersOf} from '../input/palette/index.ts';
import {MEANINGS, unmarked} from '../say/meanings.ts';
import {panelAskedFor} from '../say/panels.ts';
import {panelsIn, type PanelId} from '../../observe/index.ts';

/** More orders than this get a line each; fewer are told in full. */
const IN_FULL_MAX = 3;
const FOUND_MAX = 8;

/** Every word that is known by lines, and where orders are explained. */
export function helpLines(): readonly string[] {
	return [
		'Time is paused while you type. next, wait, until and go run it.',
		...wordsOf('plain').map(({forms, what}) => `${forms.join(' or ')}: ${what}.`),
		'Anything else is a command: help orders lists the verbs, help dig explains one, help packet loss finds some.',
		'help panels lists the panels; show dwfm, or dwfm alone, reads one out.',
	];
}

/** Help about one thing: an order by its verb or first words, a word of the console, a panel, or whatever it is about. */
export function helpAbout(topic: string, cast: Cast): readonly string[] {
	const asked = topic.toLowerCase().trim();
	if (asked === 'orders') {
		return [`Verbs: ${verbs(cast).join(', ')}.`, 'help VERB lists its commands.'];
	}
	if (asked === 'panels') return panelsIn(cast).map(panel => `${panel}: ${MEANINGS[panel].shows}`);
	const panel = panelAskedFor(asked);
	const word = wordsOf('plain').find(({forms}) => forms.some(form => verbOf(form) === asked));
	const orders = Object.values(ordersIn(cast)).filter(({forms}) =>
		forms.some(form => form === asked || form.startsWith(`${asked} `)),
	);
	const told = [
		...(word === undefined ? [] : aboutWord(word)),
		...aboutOrders(orders, 'Type more of one, such as help show zone, for its details.'),
		...(panel === undefined ? [] : aboutPanel(panel, cast)),
	];
	return told.length > 0 ? told : foundAbout(asked, cast);
}

/** What an order does, how long it takes, who it needs and what can go wrong. */
function aboutOrder(spec: OrderSpec): readonly string[] {
	const {forms, what, touches, team, needs, risk, danger, example} = spec;
	const who = team === null ? '' : ` Needs ${team} on the call.`;
	const tools = needs === 'tools' ? ' Needs a signed-in operator.' : '';
	const touched = touches === undefined ? '' : ` Touches ${sentence(touches)}`;
	const risky = risk === '' ? '' : ` Risk: ${capital(risk)}`;
	return [
		`${forms.join(' or ')}: ${capital(what)}`,
		`  Takes ${takesWords(spec)}.${touched}${who}${tools}${risky}`,
		...(danger === undefined ? [] : [`  DANGER, it asks first: ${capital(danger)}`]),
		`  Example: ${example}`,
	];
}

function aboutOrders(orders: readonly OrderSpec[], more: string): readonly string[] {
	if (orders.length <= IN_FULL_MAX) return orders.flatMap(aboutOrder);
	return [...orders.map(lineOf), more];
}

function lineOf(spec: OrderSpec): string {
	const {forms, what, danger} = spec;
	const asks = danger === undefined ? '' : ' DANGER, it asks first.';
	return `${forms.join(' or ')}: ${capital(what)} Takes ${takesWords(spec)}.${asks}`;
}

/** How to read a panel, and what can be ordered about it. */
function aboutPanel(panel: PanelId, cast: Cast): readonly string[] {
	const {shows, reading, lies} = MEANINGS[panel];
	const orders = ordersOf(panel, cast).flatMap(id => ORDERS[id]?.forms[0] ?? []);
	return [
		`panel ${panel}: ${shows}`,
		...reading.map(unmarked),
		lies,
		...(orders.length === 0 ? [] : [`Related commands: ${orders.join(', ')}.`]),
	];
}

function foundAbout(asked: string, cast: Cast): readonly string[] {
	const found = [...new Set(findOrders(asked, formsIn(cast)).map(({spec}) => spec))].slice(
		0,
		FOUND_MAX,
	);
	if (found.length > 0) return [`Commands about “${asked}”:`, ...found.map(lineOf)];
	return [`No help on “${asked.slice(0, 40)}”. help lists the words, help orders the verbs.`];
}

function aboutWord({forms, what, example}: WordSpec): readonly string[] {
	return [`${forms.join(' or ')}: ${capital(what)}`, `  Example: ${example}`];
}

function verbs(cast: Cast): readonly string[] {
	return [...new Set(Object.values(ordersIn(cast)).flatMap(({forms}) => forms.map(verbOf)))].sort();
}

function verbOf(form: string): string {
	return form.split(' ', 1)[0] ?? '';
}

function capital(text: string): string {
	return sentence(text.charAt(0).toUpperCase() + text.slice(1));
}
