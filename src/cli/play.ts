import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {openDesk, type Desk} from './desk.ts';
import type {Exit} from './exit-codes.ts';
import {DEFAULT_LEVEL} from './levels-folder.ts';
import {LOOKS_OPTIONS} from './looks.ts';
import type {PlainChoice} from './play-plain.ts';
import type {Scene} from './scene.ts';

const OPTIONS = {
	seed: {type: 'string'},
	saves: {type: 'string'},
	new: {type: 'boolean'},
	...LOOKS_OPTIONS,
	plain: {type: 'boolean'},
	protocol: {type: 'string'},
	continue: {type: 'boolean'},
} as const;

/** `play`: the menu, or the card of the level that was asked for, and on from there. */
export async function playCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words.map(withVersion), OPTIONS, {
		positionals: ['LEVEL'],
		optional: 1,
	});
	if (!parsed.ok) return badInput(parsed.message);
	const {seed, saves, new: anew} = parsed.values;
	const [level] = parsed.positionals;
	const opened = openDesk(saves, parsed.values);
	if (!opened.ok) return badInput(opened.message);
	const {plain, protocol, continue: goesOn} = parsed.values;
	if (protocol !== undefined || plain === true || opened.desk.looks.screenReader || !canDraw()) {
		const brief = await briefOf(level ?? DEFAULT_LEVEL, seed, anew === true);
		if ('sentences' in brief) return badInput(...brief.sentences);
		return byLines({...brief, goesOn: goesOn === true}, opened.desk, protocol);
	}
	const first =
		level === undefined && seed === undefined && anew === undefined
			? ({at: 'menu'} as const)
			: await briefOf(level ?? DEFAULT_LEVEL, seed, anew === true);
	if ('sentences' in first) return badInput(...first.sentences);
	const {playFrom} = await import('./play-from.ts');
	return playFrom(first, opened.desk);
}

/** `--protocol` by itself means the version that is spoken now. */
function withVersion(word: string): string {
	return word === '--protocol' ? '--protocol=1' : word;
}

/** Plays without a screen: for programs where they ask for the protocol, else for people. */
async function byLines(
	choice: PlainChoice,
	desk: Desk,
	protocol: string | undefined,
): Promise<Exit> {
	if (protocol === undefined) return (await import('./play-plain.ts')).playPlain(choice, desk);
	const {playProtocol, protocolFault} = await import('./play-protocol.ts');
	const fault = protocolFault(protocol);
	return fault === undefined ? playProtocol(choice, desk) : badInput(fault);
}

/** Whether there is a screen: without one, play goes by lines. */
function canDraw(): boolean {
	return process.stdin.isTTY && process.stdout.isTTY && process.env['TERM'] !== 'dumb';
}

/** Reads the level before the screen is taken: what is wrong with it is said where it can be read. */
async function briefOf(
	name: string,
	seed: string | undefined,
	anew: boolean,
): Promise<(Scene & {at: 'brief'}) | {readonly sentences: readonly string[]}> {
	const [{loadLevel}, {seedFault}] = await Promise.all([
		import('./level-folder.ts'),
		import('../level/index.ts'),
	]);
	const loaded = loadLevel(name);
	if (!loaded.ok) return loaded;
	const wrongSeed = seed === undefined ? undefined : seedFault(seed);
	if (wrongSeed !== undefined) return {sentences: [wrongSeed]};
	return {at: 'brief', loaded, seed, anew, name};
}
