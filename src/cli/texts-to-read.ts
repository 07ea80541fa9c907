import path from 'node:path';
import {kindOf, namesIn, readText} from '../saves/disk/index.ts';
import type {Glance} from '../saves/glance/index.ts';
import type {TextCard} from '../view/programs/menu/index.ts';
import type {ShelvedLevel} from './level-cards.ts';
import {levelsFolder} from './levels-folder.ts';
import {packageRoot, programFolder} from './package-root.ts';

const TITLE = /^#\s+(.+)$/mu;

/**
 * The runbooks as they were on the night, and of each level what lay behind it. That is sealed until the level was
 * played to an end: whoever reads it first has nothing left to find.
 */
export function textsToRead(
	levels: readonly Pick<ShelvedLevel, 'id' | 'title'>[],
	runs: readonly Pick<Glance, 'level' | 'outcome'>[],
): readonly TextCard[] {
	return [
		...runbooks(),
		...levels.flatMap(level => {
			const ended = runs.some(
				run => run.level === level.id && (run.outcome === 'won' || run.outcome === 'lost'),
			);
			return noteOf(level, ended);
		}),
	];
}

function runbooks(): readonly TextCard[] {
	const beside = path.join(programFolder(), 'runbooks');
	const folder =
		kindOf(beside) === 'folder' ? beside : path.join(packageRoot(), 'docs', 'runbooks');
	return namesIn(folder)
		.filter(name => name.endsWith('.md'))
		.sort()
		.map(name => card(path.basename(name, '.md'), textOf(path.join(folder, name)), null));
}

/** What lay behind a level: its debrief, where it has one. */
function noteOf({id, title}: Pick<ShelvedLevel, 'id' | 'title'>, ended: boolean): TextCard[] {
	const text = textOf(path.join(levelsFolder(), id, 'debrief.md'));
	if (text === '') return [];
	const note = card(id, text, ended ? null : `Play ${title} to an end first, won or lost.`);
	return [{...note, title: `${title}: what lay behind it`}];
}

function card(id: string, text: string, sealed: string | null): TextCard {
	const title = TITLE.exec(text)?.[1] ?? id;
	return {id, title, text: sealed === null ? text.replace(TITLE, '').trimStart() : '', sealed};
}

function textOf(file: string): string {
	const read = readText(file);
	return read.ok ? read.text : '';
}
