import path from 'node:path';
import {dialsOf} from '../level/dials/index.ts';
import {cardsOf, type CardedLevel, type ShelvedLevel} from '../play/index.ts';
import type {Glance} from '../play/kept/index.ts';
import {readText} from '../saves/disk/index.ts';
import {compiledLevel, levelsFolder, ownLevels} from './levels-folder.ts';

/** Cards of our own levels. Read as they were compiled: no Region is loaded. */
export async function levelCards(runs: readonly Glance[]): Promise<readonly ShelvedLevel[]> {
	const found: CardedLevel[] = [];
	for (const id of ownLevels()) {
		const folder = path.join(levelsFolder(), id);
		const level = compiledLevel(folder)?.level ?? (await fieldsOf(folder)); // In the repository there is the source only.
		if (level !== undefined) found.push({id, level});
	}
	return cardsOf(found, runs);
}

async function fieldsOf(folder: string): Promise<CardedLevel['level'] | undefined> {
	const {parse} = await import('yaml');
	try {
		const read = readText(path.join(folder, 'level.yaml'));
		const file: unknown = read.ok ? parse(read.text) : undefined;
		return typeof file === 'object' && file !== null
			? {...file, dials: dialsOf({...file})}
			: undefined;
	} catch {
		return undefined; // `levels` says what is wrong with it.
	}
}
