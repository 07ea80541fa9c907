import path from 'node:path';
import {cleanText, LEVEL_LENGTH_MAX, withGoal} from '../level/text/index.ts';
import type {LevelTexts} from '../play/index.ts';
import {kindOf, readJson, readText} from '../saves/disk/index.ts';
import type {Journal} from '../session/index.ts';
import {scriptText} from './level-script.ts';
import {compiledLevel, levelsFolder, ownLevels} from './levels-folder.ts';
import {didYouMean} from './terminal-text.ts';

/** A level, and the folder that it and all beside it lies in. */
export type LevelFolder = LevelTexts & {readonly folder: string};

export type LoadedLevel =
	({readonly ok: true} & LevelFolder) | {readonly ok: false; readonly sentences: readonly string[]};

/** A level by the id of one of ours or its place in the ladder, `L1`, or by the path of its folder. */
export async function loadLevel(name: string): Promise<LoadedLevel> {
	const own = ownLevels();
	if (own.includes(name)) return readLevel(path.join(levelsFolder(), name));
	const rung = /^L(\d{1,2})$/iu.exec(name)?.[1];
	if (rung !== undefined && kindOf(name) === 'nothing') return levelOnRung(Number(rung), own);
	const kind = kindOf(name);
	if (kind === 'folder') return readLevel(name);
	if (kind === 'file' && path.basename(name) === 'level.yaml') return readLevel(path.dirname(name));
	const {wordsLike} = await region();
	const shown = cleanText(name).slice(0, 60);
	const like = wordsLike(name, own);
	const known = like.length > 0 ? didYouMean(like) : ` There are: ${own.join(', ')}.`;
	return fail(
		`There is no level “${shown}”: neither one of the game's nor a folder with a level.yaml.${known}`,
	);
}

// The card of a level is shown without knowing the Region.
const region = () => import('./region.ts');

async function levelOnRung(rung: number, own: readonly string[]): Promise<LoadedLevel> {
	const levels = await Promise.all(own.map(id => readLevel(path.join(levelsFolder(), id))));
	const found = levels.find(loaded => loaded.ok && loaded.level.ladder === rung);
	if (found !== undefined) return found;
	const most = levels.map(loaded => (loaded.ok ? (loaded.level.ladder ?? 0) : 0));
	return fail(`The ladder has L0 to L${String(Math.max(...most))}.`);
}

/**
 * The level that a journal is of, or another in its stead. One may be gone together with its world, and what a journal
 * says of its level is from outside: it names one of ours or a folder at hand, and never leads anywhere else.
 */
export async function levelOf({begin}: Journal, instead: string | undefined): Promise<LoadedLevel> {
	if (instead !== undefined) return loadLevel(instead);
	const {level, world} = begin;
	const {LEVEL_ID, otherWorld, WORLD} = await region();
	if (ownLevels().includes(level) || (LEVEL_ID.test(level) && kindOf(level) === 'folder')) {
		return loadLevel(level);
	}
	if (world !== WORLD) return fail(otherWorld(begin));
	return fail(
		`The run is of the level “${cleanText(level)}”, which is not one of the game's: get its folder from its author, and pass it as --level PATH.`,
	);
}

async function readLevel(folder: string): Promise<LoadedLevel> {
	const read = compiledLevel(folder) ?? (await judged(path.join(folder, 'level.yaml')));
	if ('sentences' in read) return fail(...read.sentences);
	return {
		ok: true,
		level: read.level,
		folder,
		briefing: withGoal(proseOf(path.join(folder, 'briefing.md')), read.goal),
		debrief: proseOf(path.join(folder, 'debrief.md')),
		script: player => scriptText({folder}, player),
		reference() {
			const kept = readJson(path.join(folder, 'reference.json'));
			return kept.ok ? kept.value : undefined;
		},
	};
}

// Ours are judged already, and a start does not wait for what judges.
async function judged(file: string) {
	const {sourceLevel} = await import('./level-source.ts');
	return sourceLevel(file);
}

/** A level is playable without prose. */
function proseOf(file: string): string {
	const read = readText(file, LEVEL_LENGTH_MAX);
	return read.ok ? read.text.split(/\r?\n/).map(cleanText).join('\n') : '';
}

function fail(...sentences: readonly string[]): LoadedLevel & {ok: false} {
	return {ok: false, sentences};
}
