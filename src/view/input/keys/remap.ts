import type {Place} from '../../screen/size/index.ts';
import type {Key, Keymap} from '../ui.types.ts';
import {
	binding,
	BINDING_IDS,
	keymapIn,
	ELSEWHERE,
	isBindingId,
	keysOn,
	panelOf,
	WRITING,
	type BindingId,
} from './keymap.ts';
import type {Mode} from './binding.types.ts';
import {written} from './written.ts';

export type Remaps = Readonly<Record<string, readonly Key[]>>;

export type Remapped =
	| {readonly ok: true; readonly keymap: Keymap}
	/** Sentences: what is wrong, and where. */
	| {readonly ok: false; readonly problems: readonly string[]};

const NAMED_KEYS: readonly Key[] = [
	...['enter', 'escape', 'tab', 'shift-tab', 'backspace', 'delete', 'up', 'down', 'left', 'right'],
	...['page-up', 'page-down', 'home', 'end', 'ctrl-left', 'ctrl-right'],
];

/** The keymap with the player's own keys in it, or why it cannot be. */
export function keymapWith(remaps: Remaps, place: Place = 'terminal'): Remapped {
	const problems: string[] = [];
	const keymap: Record<string, readonly Key[]> = {...keymapIn(place)};
	for (const [id, keys] of Object.entries(remaps)) {
		const problem = isBindingId(id) ? objection(id, keys) : `keys.${id}: there is no such action.`;
		if (problem !== null) problems.push(problem);
		else if (isBindingId(id)) keymap[id] = keys;
	}
	if (problems.length === 0) problems.push(...conflicts(keymap));
	return problems.length > 0 ? {ok: false, problems} : {ok: true, keymap};
}

function objection(id: BindingId, keys: readonly Key[]): string | null {
	const {fixed, dangerous, mode} = binding(id);
	if (fixed === true) return `keys.${id}: this key cannot be moved.`;
	if (keys.length === 0) return `keys.${id}: name at least one key.`;
	for (const key of keys) {
		if (!isKey(key)) {
			return `keys.${id}: “${key}” is not a key; expected one character, ctrl- and a letter, or one of ${NAMED_KEYS.join(', ')}.`;
		}
		if (dangerous === true && /^[a-z]$/u.test(key)) {
			return `keys.${id}: a dangerous action cannot be on a plain letter.`;
		}
		if (key.length === 1 && isWritten(mode)) {
			return `keys.${id}: ${written(key)} types a character here, and cannot be a key.`;
		}
		if (mode === 'panels' && panelOf(key) !== null) {
			return `keys.${id}: ${written(key)} goes to a panel, and cannot be reassigned.`;
		}
	}
	return null;
}

/** Whether characters go into a line where the keys of a mode are in force. */
function isWritten(mode: Mode): boolean {
	return [...WRITING, 'edit', 'everywhere'].includes(mode);
}

function isKey(key: string): boolean {
	if (NAMED_KEYS.includes(key) || /^ctrl-[a-z]$/u.test(key)) return true;
	return key.length === 1 && key >= ' ' && key !== '\u007F';
}

/** A key means one thing in a mode. */
function conflicts(keymap: Keymap): readonly string[] {
	const taken = new Map<string, BindingId>();
	const found: string[] = [];
	for (const id of BINDING_IDS) {
		for (const key of keysOn(keymap, id)) {
			for (const mode of modesOf(id)) {
				const place = `${mode} ${key}`;
				const other = taken.get(place);
				if (other === undefined) taken.set(place, id);
				else
					found.push(`keys.${id}: ${written(key)} is taken by ${other} (${binding(other).help}).`);
			}
		}
	}
	return found;
}

/** Where a binding is in force: what edits is in every mode in which a line is written. */
function modesOf(id: BindingId): readonly Mode[] {
	const {mode} = binding(id);
	if (mode === 'everywhere') return ELSEWHERE;
	return mode === 'edit' ? WRITING : [mode];
}
