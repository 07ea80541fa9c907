import type {Observation, PanelId} from '../../../observe/index.ts';
import type {Place} from '../../screen/size/index.ts';
import {PANEL_KEYS, type Key, type Keymap, type Ui} from '../ui.types.ts';
import type {Binding, ConsoleMode, Mode} from './binding.types.ts';
import {DEBRIEF_BINDINGS} from './debrief-keys.ts';
import {INBOX_BINDINGS} from './inbox-keys.ts';
import {LINE_BINDINGS} from './line-keys.ts';
import {MENU_BINDINGS} from './menu-keys.ts';
import {ORDER_BINDINGS} from './order-keys.ts';
import {PAGE_BINDINGS} from './page-keys.ts';
import {PANEL_BINDINGS} from './panel-keys.ts';
import {REPLAY_BINDINGS} from './replay-keys.ts';
import {written} from './written.ts';

/** Every key there is. Input, footer and help read this one table. */
export const BINDINGS = {
	...PANEL_BINDINGS,
	...LINE_BINDINGS,
	...INBOX_BINDINGS,
	...ORDER_BINDINGS,
	...PAGE_BINDINGS,
	...MENU_BINDINGS,
	...REPLAY_BINDINGS,
	...DEBRIEF_BINDINGS,
} as const;

export type BindingId = keyof typeof BINDINGS;

/** The bindings of one mode. */
export type IdOf<M extends Mode> = {
	[Id in BindingId]: (typeof BINDINGS)[Id]['mode'] extends M ? Id : never;
}[BindingId];

export const BINDING_IDS: readonly BindingId[] = Object.keys(BINDINGS).filter(isBindingId);

export const DEFAULT_KEYMAP: Keymap = Object.fromEntries(
	BINDING_IDS.map(id => [id, BINDINGS[id].keys]),
);

/** The modes in which a line is written. */
export const WRITING: readonly Mode[] = [
	...(['prompt', 'filter', 'palette', 'target', 'expecting'] as const),
	...(['field', 'telling'] as const),
];

/** Going by words is the browser's as well, and means the same. */
const WORDWISE: readonly Key[] = ['ctrl-left', 'ctrl-right'];

/** In a page, what goes with ctrl is the browser's; so is tab, but where a line is written. */
const PAGE_KEYMAP: Keymap = Object.fromEntries(
	BINDING_IDS.map(id => {
		const writes = [...WRITING, 'edit'].includes(BINDINGS[id].mode);
		const isOurs = (key: Key) =>
			/tab$/u.test(key) ? writes : !key.startsWith('ctrl-') || WORDWISE.includes(key);
		return [id, keysOf(id).filter(isOurs)];
	}),
);

function keysOf(id: BindingId): readonly Key[] {
	return BINDINGS[id].keys;
}

export function keymapIn(place: Place): Keymap {
	return place === 'page' ? PAGE_KEYMAP : DEFAULT_KEYMAP;
}

/** The keys that a binding is on. */
export function keysOn(keymap: Keymap, id: BindingId): readonly Key[] {
	return keymap[id] ?? BINDINGS[id].keys;
}

export function isBindingId(id: string): id is BindingId {
	return Object.hasOwn(BINDINGS, id);
}

/** A row of the table, with all that a row may have. */
export function binding(id: BindingId): Binding {
	return BINDINGS[id];
}

export function isIn<M extends Mode>(mode: M, id: BindingId): id is IdOf<M> {
	return BINDINGS[id].mode === mode;
}

/** Which mode the console is in. */
export function modeOf(ui: Ui): ConsoleMode {
	if (ui.overlay === 'quit' || ui.overlay === 'interrupt') return 'ask';
	if (ui.overlay === 'help') return 'help';
	if (ui.stage !== 'playing') return ui.stage;
	if (ui.order !== null) {
		if (ui.order.expecting) return 'expecting';
		return ui.order.armed ? 'order' : 'target';
	}
	if (ui.palette !== null) return 'palette';
	if (ui.prompt.open) return 'prompt';
	if (ui.inbox.at !== null) return 'inbox';
	return ui.filtering ? 'filter' : 'panels';
}

/** The modes of the programs that are no console. */
export const ELSEWHERE: readonly Mode[] = [
	...(['menu', 'text', 'brief', 'review', 'feeling', 'debrief', 'telling', 'field'] as const),
];

/** What a key means in a mode, if anything. */
export function bindingOf(keymap: Keymap, mode: Mode, key: Key): BindingId | null {
	return (
		BINDING_IDS.find(id => BINDINGS[id].mode === mode && keysOn(keymap, id).includes(key)) ?? null
	);
}

/** The same, where only one mode is asked about. */
export function bindingIn<M extends Mode>(keymap: Keymap, mode: M, key: Key): IdOf<M> | null {
	const id = bindingOf(keymap, mode, key);
	return id !== null && isIn(mode, id) ? id : null;
}

/** Made of the keys themselves: asking `observe` for its panels would load the Region before the menu. */
const PANEL_OF: ReadonlyMap<Key, PanelId> = new Map(
	Object.entries(PANEL_KEYS).flatMap(([panel, key]) =>
		isPanel(panel) ? [[key, panel] as const] : [],
	),
);

function isPanel(name: string): name is PanelId {
	return Object.hasOwn(PANEL_KEYS, name);
}

/** The panel that a key jumps to; these keys stand in the panels' titles and stay where they are. */
export function panelOf(key: Key): PanelId | null {
	return PANEL_OF.get(key) ?? null;
}

/** Why a binding does nothing just now, or null. */
export function whyNot(id: BindingId, ui: Ui, observation: Observation): string | null {
	const reason = binding(id).whyNot?.(ui, observation) ?? null;
	return reason === null ? null : withKeys(reason, ui.keymap);
}

/** The key of a binding as people write it: the first, where it is on several. */
export function keyOf(keymap: Keymap, id: BindingId): string {
	return written(keysOn(keymap, id)[0] ?? '');
}

/** Text in which keys stand by the names of what they do, as in `{next}`, with the keys that they are on. */
export function withKeys(text: string, keymap: Keymap): string {
	return text.replace(/\{(\w+)\}/gu, (name, id: string) =>
		isBindingId(id) ? keyOf(keymap, id) : name,
	);
}
