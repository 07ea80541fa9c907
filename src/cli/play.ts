import {inTheRota, NO_CHANGES, type Scene} from '../play/index.ts';
import type {Level} from '../level/index.ts';
import {dailySeed, levelOfTheDay} from '../level/dials/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {CHANGE_OPTIONS, type ChangeValues} from './change-options.ts';
import {openDesk, type Desk} from './desk.ts';
import type {Exit} from './exit-codes.ts';
import {DEFAULT_LEVEL} from './levels-folder.ts';
import {LOOKS_OPTIONS} from './looks.ts';
import type {PlainChoice} from './play-plain.ts';
import {WHO_OPTIONS, whoPlays} from './who-plays.ts';

const OPTIONS = {
	seed: {type: 'string'},
	...CHANGE_OPTIONS,
	saves: {type: 'string'},
	daily: {type: 'boolean'},
	new: {type: 'boolean'},
	...LOOKS_OPTIONS,
	plain: {type: 'boolean'},
	protocol: {type: 'string'},
	continue: {type: 'boolean'},
	...WHO_OPTIONS,
} as const;

/** What asks for a run and not for the menu. */
const ABOUT_A_RUN = ['seed', 'daily', 'new', 'switch', 'set'];

/** `play`: the menu, or the card of the level that was asked for, and on from there. */
export async function playCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words.map(withVersion), OPTIONS, {
		positionals: ['LEVEL'],
		optional: 1,
	});
	if (!parsed.ok) return badInput(parsed.message);
	const {saves} = parsed.values;
	const [level] = parsed.positionals;
	const named = whoPlays(parsed.values);
	if ('message' in named) return badInput(named.message);
	const opened = openDesk(saves, parsed.values, named.who);
	if (!opened.ok) return badInput(opened.message);
	const {plain, protocol, continue: goesOn} = parsed.values;
	if (protocol !== undefined || plain === true || opened.desk.looks.screenReader || !canDraw()) {
		const brief = await briefOf(level, parsed.values);
		if ('sentences' in brief) return badInput(...brief.sentences);
		return byLines({...brief, goesOn: goesOn === true}, opened.desk, protocol);
	}
	const first =
		level === undefined && !ABOUT_A_RUN.some(name => name in parsed.values)
			? ({at: 'menu'} as const)
			: await briefOf(level, parsed.values);
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

type RunValues = ChangeValues & {
	readonly seed?: string | undefined;
	readonly daily?: boolean | undefined;
	readonly new?: boolean | undefined;
};

/** Reads the level before the screen is taken: what is wrong with it is said where it can be read. */
async function briefOf(
	asked: string | undefined,
	{seed: typed, daily, new: anew, ...changed}: RunValues,
): Promise<(Scene & {at: 'brief'}) | {readonly sentences: readonly string[]}> {
	if (daily === true && typed !== undefined) {
		return {sentences: ['The daily run has a seed of its own: --daily or --seed, not both.']};
	}
	const today = new Date().toISOString().slice(0, 10);
	const seed = daily === true ? dailySeed(today) : typed;
	const name = asked ?? (daily === true ? await todaysLevel(today) : DEFAULT_LEVEL);
	const loaded = await (await import('./level-folder.ts')).loadLevel(name);
	if (!loaded.ok) return loaded;
	const wrongSeed = seed === undefined ? undefined : (await region()).seedFault(seed);
	if (wrongSeed !== undefined) return {sentences: [wrongSeed]};
	const changes = await changesAsked(loaded.level, changed);
	if ('sentences' in changes) return changes;
	return {at: 'brief', loaded, seed, changes, anew: anew === true, name};
}

// The card is shown before the Region is there: most begin a level as it stands.
const region = () => import('./region.ts');

async function changesAsked(level: Level, changed: ChangeValues) {
	if (changed.switch === undefined && changed.set === undefined) return NO_CHANGES;
	return (await import('../play/runs/index.ts')).changesInPlay(level, changed);
}

async function todaysLevel(today: string): Promise<string> {
	const {levelCards} = await import('./level-cards.ts');
	const rota = inTheRota(await levelCards([]));
	return levelOfTheDay(today, rota)?.id ?? DEFAULT_LEVEL;
}
