import {userInfo} from 'node:os';
import {
	fingerprintOf,
	forgetKey,
	isPublicKey,
	isSigner,
	knownKeys,
	newKey,
	ownKey,
	trustKey,
	type OwnKey,
} from '../saves/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {ownPlaces} from './places.ts';
import {columns, print, printJson} from './terminal-text.ts';

const NAME = 'A name has 1 to 40 printable characters.';

/** `key`: the key that one signs runs with, and those of others that one knows. */
export function keyCommand(words: readonly string[]): Exit {
	const names = ['new, trust or forget', 'NAME', 'KEY'];
	const parsed = parseArguments(
		words,
		{json: {type: 'boolean'}},
		{
			positionals: names,
			optional: 3,
		},
	);
	if (!parsed.ok) return badInput(parsed.message);
	const [what, name, key] = parsed.positionals;
	const {state} = ownPlaces();
	if (parsed.values.json === true && what !== undefined)
		return badInput('--json is for `key` alone.');
	switch (what) {
		case undefined:
			return list(state, parsed.values.json === true);
		case 'new':
			if (key !== undefined) return badInput(`“${key.slice(0, 60)}” is one word too many.`);
			return made(state, name ?? ownName());
		case 'trust':
			if (name === undefined || !isSigner(name)) return badInput(NAME);
			if (key === undefined || !isPublicKey(key)) {
				return badInput('KEY is what `outage-oncall key` prints for its owner: 44 characters.');
			}
			return done(trustKey(state, name, key), `${name}: ${fingerprintOf(key)}`);
		case 'forget':
			if (name === undefined || key !== undefined)
				return badInput('`key forget NAME` is all of it.');
			return forgotten(state, name);
		default:
			return badInput(`“${what.slice(0, 60)}” is neither new, trust nor forget.`);
	}
}

function made(state: string, name: string): Exit {
	if (!isSigner(name)) return badInput(NAME);
	const outcome = newKey(state, name);
	if (!outcome.ok) return badInput(outcome.why);
	print(ownLine(outcome.key));
	return EXIT.done;
}

/** The name that the system knows the player under; none where nobody gave it one, as in a container. */
function ownName(): string {
	try {
		return userInfo().username;
	} catch {
		return '';
	}
}

function forgotten(state: string, name: string): Exit {
	const keys = knownKeys(state);
	if (!keys.ok) return badInput(keys.why);
	if (!Object.hasOwn(keys.known, name)) {
		return badInput(`There is no key under the name “${name.slice(0, 40)}”.`);
	}
	return done(forgetKey(state, name), `${name} is forgotten.`);
}

function list(state: string, asJson: boolean): Exit {
	const own = ownKey(state);
	if (!own.ok) return badInput(own.why);
	if (!asJson)
		print(own.key === undefined ? 'You have no key; `key new NAME` makes one.' : ownLine(own.key));
	const keys = knownKeys(state);
	if (!keys.ok) return badInput(keys.why);
	if (asJson) {
		const known = Object.entries(keys.known).map(([name, key]) => asData(name, key));
		const {key} = own;
		printJson({own: key === undefined ? null : asData(key.name, key.publicKey), known});
		return EXIT.done;
	}
	const rows = Object.entries(keys.known).map(([name, key]) => [name, fingerprintOf(key), key]);
	if (rows.length > 0) print(columns(rows).join('\n'));
	return EXIT.done;
}

function asData(name: string, key: string) {
	return {name, fingerprint: fingerprintOf(key), key};
}

function done(trouble: string | undefined, said: string): Exit {
	if (trouble !== undefined) return badInput(trouble);
	print(said);
	return EXIT.done;
}

function ownLine({name, publicKey}: OwnKey): string {
	return `You sign as “${name}”, ${fingerprintOf(publicKey)}. Others trust you by: key trust NAME ${publicKey}`;
}
