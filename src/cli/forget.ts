import {cleanName} from '../level/index.ts';
import {savesFolder} from '../saves/glance/index.ts';
import {diskTrouble, forgetName, shownPath, type Forgotten} from '../saves/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {ownPlaces} from './places.ts';
import {complain, print} from './terminal-text.ts';

/** `forget NAME`: takes a name out of everything that is kept. Runs stay what they are, to their last hash. */
export function forgetCommand(words: readonly string[]): Exit {
	const parsed = parseArguments(
		words,
		{saves: {type: 'string'}},
		{positionals: ['NAME'], optional: 0},
	);
	if (!parsed.ok) return badInput(parsed.message);
	const name = cleanName(parsed.positionals[0] ?? '');
	if (name === '') return badInput('NAME expects printable characters.');
	const {state} = ownPlaces();
	const folder = savesFolder(parsed.values.saves, state);
	let forgotten: Forgotten;
	try {
		forgotten = forgetName(folder, state, name);
	} catch (error) {
		return badInput(`${shownPath(folder)}: the saves cannot be read: ${diskTrouble(error)}.`);
	}
	const {beside, within, said, left} = forgotten;
	print(`Taken from beside ${runs(beside)}, and out of the journals of ${String(within)}.`);
	for (const sentence of said) print(sentence);
	for (const sentence of left) complain(sentence);
	return left.length === 0 ? EXIT.done : EXIT.badInput;
}

function runs(many: number): string {
	return many === 1 ? 'one run' : `${String(many)} runs`;
}
