import {wordsLike} from '../level/index.ts';
import {withKeys, type Settings} from '../play/kept/index.ts';
import {keymapWith} from '../view/index.ts';
import {didYouMean} from './terminal-text.ts';

type OwnKeys =
	| {readonly ok: true; readonly settings: Settings; readonly said: string}
	| {readonly ok: false; readonly sentences: readonly string[]};

/** `keys.pause p,ctrl-p`: keys of the player's own; `default` gives back those that were there. */
export function ownKeys(settings: Settings, action: string, value: string | undefined): OwnKeys {
	const asMade = keymapWith({});
	const actions = asMade.ok ? Object.keys(asMade.keymap) : [];
	if (!actions.includes(action)) {
		const like = didYouMean(wordsLike(action, actions).map(name => `keys.${name}`));
		return {ok: false, sentences: [`“keys.${action.slice(0, 40)}” is no key to move.${like}`]};
	}
	const own = value === undefined || value === 'default' ? [] : value.split(',').map(keyNamed);
	const changed = value === undefined ? settings : withKeys(settings, action, own);
	const mapped = keymapWith(changed.keys);
	if (!mapped.ok) return {ok: false, sentences: mapped.problems};
	const keys = (mapped.keymap[action] ?? []).map(key => (key === ' ' ? 'space' : key));
	return {ok: true, settings: changed, said: `keys.${action} is ${keys.join(', ')}`};
}

/** A space cannot be seen on a command line. */
function keyNamed(word: string): string {
	return word === 'space' ? ' ' : word;
}
