import path from 'node:path';
import type {ShelvedLevel} from '../play/index.ts';
import {cardsOf} from '../play/index.ts';
import type {Glance} from '../play/kept/index.ts';
import {readJson, readText} from '../saves/disk/index.ts';
import {levelsFolder, ownLevels} from './levels-folder.ts';

/** Cards of our own levels. Read as they were compiled: no Region is loaded. */
export async function levelCards(runs: readonly Glance[]): Promise<readonly ShelvedLevel[]> {
	const found: {id: string; file: unknown}[] = [];
	for (const id of ownLevels()) {
		const file = compiled(id) ?? (await parsed(id));
		if (isRecord(file)) found.push({id, file});
	}
	return cardsOf(found, runs);
}

function compiled(id: string): unknown {
	const read = readJson(path.join(levelsFolder(), id, 'level.json'));
	return read.ok ? read.value : undefined; // In the repository there is the source only.
}

async function parsed(id: string): Promise<unknown> {
	const {parse} = await import('yaml');
	try {
		const read = readText(path.join(levelsFolder(), id, 'level.yaml'));
		return read.ok ? parse(read.text) : undefined;
	} catch {
		return undefined; // `levels` says what is wrong with it.
	}
}

function isRecord(value: unknown): boolean {
	return typeof value === 'object' && value !== null;
}
