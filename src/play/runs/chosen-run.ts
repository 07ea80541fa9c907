import {clockOf, parseSwitch, seedFault} from '../../level/index.ts';
import {
	chooseSeed,
	openReplay,
	recordedRunOf,
	timeMeant,
	whyRefused,
	type Changes,
} from '../../session/index.ts';
import type {House} from '../house.types.ts';
import type {Glance} from '../kept/index.ts';
import {
	NO_CHANGES,
	type BriefScene,
	type ReplayScene,
	type RunScene,
	type Scene,
} from '../scene.ts';
import {rolesOfRun} from './roles-of-run.ts';
import {changesInPlay} from './changes.ts';
import {beginWith, branch, goOn} from './started.ts';

/** The card of one of our levels. With a seed of one's own a run that was left is passed over. */
export async function levelScene(
	name: string,
	seed: string | undefined,
	house: House,
): Promise<Scene> {
	const loaded = await house.level(name);
	if (!loaded.ok) return {at: 'menu', said: loaded.sentences.join(' ')};
	const wrongSeed = seed === undefined ? undefined : seedFault(seed);
	if (wrongSeed !== undefined) return {at: 'menu', said: wrongSeed};
	return {at: 'brief', loaded, name, seed, changes: NO_CHANGES, anew: seed !== undefined};
}

/** A run picked from the list goes on where it was left. */
export async function takenUp({file, level: name}: Glance, house: House): Promise<Scene> {
	const read = await house.journals.read(file);
	if (!read.ok) return {at: 'menu', said: read.message};
	const loaded = await house.levelOf(read.journal, name);
	if (!loaded.ok) return {at: 'menu', said: loaded.sentences.join(' ')};
	const scene = await resumed(file, {loaded, name}, house);
	return typeof scene === 'string' ? {at: 'menu', said: scene} : scene;
}

/** The card of a run's level once more, with its seed and with what was changed in it. */
export async function retried(
	{file, level: name}: Pick<Glance, 'file' | 'level'>,
	house: House,
): Promise<Scene> {
	const read = await house.journals.read(file);
	if (!read.ok) return {at: 'menu', said: read.message};
	const loaded = await house.levelOf(read.journal, name);
	if (!loaded.ok) return {at: 'menu', said: loaded.sentences.join(' ')};
	const {seed, switches, parameters} = recordedRunOf(loaded.level, read.journal);
	return {at: 'brief', loaded, name, seed, changes: {switches, parameters}, anew: true};
}

/** A run picked from the list is watched as it was played. */
export async function watched(run: Pick<Glance, 'file' | 'level'>, house: House): Promise<Scene> {
	const opened = await replayOf(run, house);
	return typeof opened === 'string' ? {at: 'menu', said: opened} : opened;
}

/** A run of one's own that leaves one that is kept at a time of its day. */
export async function fromMoment(run: Glance, time: string, house: House): Promise<Scene> {
	const opened = await replayOf(run, house);
	if (typeof opened === 'string') return {at: 'menu', said: opened};
	const at = clockOf(opened.loaded.level, run.seed).tickOf(timeMeant(time) ?? '');
	const {first, last} = opened.replayer;
	if (at === undefined || at < first || at >= last) return {at: 'menu', said: noMoment(time)};
	return takenOverOr(opened, at, house);
}

/** The same at a second of it. */
export async function fromSecond(
	run: Pick<Glance, 'file' | 'level'>,
	at: number,
	house: House,
): Promise<Scene> {
	const opened = await replayOf(run, house);
	return typeof opened === 'string' ? {at: 'menu', said: opened} : takenOverOr(opened, at, house);
}

async function takenOverOr(opened: ReplayScene, at: number, house: House): Promise<Scene> {
	const next = await takenOver(opened, at, house);
	return typeof next === 'string' ? {at: 'menu', said: next} : next;
}

function noMoment(time: string): string {
	return `“${time}” is not a time in this run: a time such as 01:30, before its end.`;
}

/** A run that is kept, made ready to be watched; a sentence where it cannot be. */
export async function replayOf(
	{file, level: name}: Pick<Glance, 'file' | 'level'>,
	house: House,
): Promise<ReplayScene | string> {
	const read = await house.journals.read(file);
	if (!read.ok) return read.message;
	const loaded = await house.levelOf(read.journal, name);
	if (!loaded.ok) return loaded.sentences.join(' ');
	const refused = whyRefused(loaded.level, read.journal, house.versions);
	if (refused !== null) return refused.problem.message;
	const roles = await rolesOfRun(read.journal, loaded.level, house);
	if (roles !== undefined && 'sentences' in roles) return roles.sentences.join(' ');
	const opened = openReplay(loaded.level, read.journal, {
		...house.versions,
		...(roles === undefined ? {} : {roles}),
	});
	if (!opened.ok) return opened.problem.message;
	return {at: 'replay', replayer: opened.replayer, file, loaded, name};
}

/** A new run of the level on the card; a sentence where it cannot begin. */
export async function begun(
	{loaded, name, seed, changes}: Pick<BriefScene, 'loaded' | 'name' | 'seed' | 'changes'>,
	house: House,
): Promise<RunScene | string> {
	const troubles: string[] = [];
	const started = await beginWith({level: loaded.level, seed, changes}, house, sentence =>
		troubles.push(sentence),
	);
	if (typeof started === 'string') return started;
	return {at: 'run', started, loaded, name, troubles, waits: false};
}

/** The card with another seed: the one that was typed, or the next of its line that makes the level's story. */
export function reseeded(scene: BriefScene, seed: string): BriefScene {
	const wrong = seedFault(seed);
	if (wrong !== undefined) return {...scene, said: wrong};
	const chosen = chooseSeed(scene.loaded.level, seed);
	if (!chosen.ok) return {...scene, said: chosen.message};
	return {...scene, seed: chosen.seed, anew: true, said: chosen.said};
}

/** The card with one thing changed: a fix goes in or comes out again, a number becomes what it is set to. */
export function changedBy(scene: BriefScene, words: string): BriefScene {
	const {level} = scene.loaded;
	const before = asValues(scene.changes);
	const typed = words.includes('=')
		? {...before, set: [...before.set, words]}
		: {...before, switch: toggled(before.switch, words)};
	const changes = changesInPlay(level, typed);
	if ('sentences' in changes) return {...scene, said: changes.sentences.join(' ')};
	return {...scene, changes, anew: true, said: ''};
}

/** What differs, each as it would be typed. */
export function changeWords(changes: Changes): readonly string[] {
	const {switch: names, set} = asValues(changes);
	return [...names, ...set];
}

function asValues({switches, parameters}: Changes) {
	const set = Object.entries(parameters).flatMap(([part, numbers]) =>
		Object.entries(numbers).map(([name, value]) => `${part}.${name}=${String(value)}`),
	);
	return {switch: switches as readonly string[], set};
}

function toggled(names: readonly string[], typed: string): readonly string[] {
	const read = parseSwitch(typed);
	const name = read.ok ? read.name : typed;
	return names.includes(name) ? names.filter(each => each !== name) : [...names, name];
}

/** A run that was left, in its own journal; a sentence where it cannot go on. */
export async function resumed(
	file: string,
	{loaded, name}: Pick<BriefScene, 'loaded' | 'name'>,
	house: House,
): Promise<RunScene | string> {
	const troubles: string[] = [];
	const started = await goOn(file, loaded.level, house, sentence => troubles.push(sentence));
	if (typeof started === 'string') return started;
	return {at: 'run', started, loaded, name, troubles, waits: true};
}

/** A run of one's own that leaves a replay at a second; a sentence where it cannot begin. */
export async function takenOver(
	{replayer, loaded, name}: ReplayScene,
	at: number,
	house: House,
): Promise<RunScene | string> {
	const troubles: string[] = [];
	replayer.seek(at);
	const started = await branch(replayer, house, sentence => troubles.push(sentence));
	if (typeof started === 'string') return started;
	return {at: 'run', started, loaded, name, troubles, waits: true};
}
