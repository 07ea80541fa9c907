import fs from 'node:fs';
import {join} from 'node:path';
import type {Level} from '../../src/level/index.ts';
import type {PassRate} from '../../src/session/index.ts';
import {hash} from '../../src/sim/index.ts';
import {filesBelow, ROOT} from '../support/tree.ts';

/** Seeds in the table of docs/levels.md. */
export const SEEDS = 100;

/** What the players made of a level over all seeds, and of which text of it that is true. */
export type KeptProof = {
	/** Names what of the level can decide a run, and the scripts of its players to the letter. */
	readonly sources: string;
	readonly seeds: number;
	readonly proven: boolean;
	readonly rates: readonly PassRate[];
};

const FILE = join(ROOT, 'test/levels/proofs.json');

/** What `npm run levels` has found, by the ids of levels. */
export function keptProofs(): Readonly<Record<string, KeptProof>> {
	if (!fs.existsSync(FILE)) return {};
	return JSON.parse(fs.readFileSync(FILE, 'utf8')) as Readonly<Record<string, KeptProof>>;
}

export function keepProofs(proofs: Readonly<Record<string, KeptProof>>): void {
	fs.writeFileSync(FILE, `${JSON.stringify(proofs, null, '\t')}\n`);
}

/** Names what a proof rests on, but for prose, and for the Region: that is lived again, a few seeds of it. */
export function sourcesOf({id, hash: world, seed, story, tasks}: Level): string {
	const scripts = filesBelow(`levels/${id}/players`, /\.orders$/).map(file => [
		file,
		fs.readFileSync(join(ROOT, file), 'utf8'),
	]);
	const asked = tasks.map(({id: task, met, before, atEnd}) => ({
		...{id: task, met, before},
		...(atEnd === true ? {atEnd} : {}),
	}));
	return hash([world, seed, story, asked, scripts]);
}
