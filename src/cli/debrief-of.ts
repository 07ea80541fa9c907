import fs from 'node:fs';
import {
	notesIn,
	parseOrderFile,
	recordedRunOf,
	SILENT,
	whyRefused,
	type Journal,
	type Reference,
	type Refused,
} from '../session/index.ts';
import {startDebriefing, type Debriefing} from './debriefing.ts';
import {scriptOf, type LevelFolder} from './level-folder.ts';
import {packageRoot, versionOf} from './package-root.ts';

/** Begins the debrief of a journal, with everybody that its level knows to lay it beside; a refusal where it cannot. */
export function debriefingOf(
	loaded: LevelFolder,
	journal: Journal,
	withheld: boolean,
): Debriefing | Refused {
	const game = versionOf(packageRoot());
	const {seed} = journal.begin;
	const refused = whyRefused(loaded.level, journal, {game});
	if (refused !== null) return refused;
	return startDebriefing({
		level: loaded.level,
		recorded: recordedRunOf(loaded.level, journal),
		notes: notesIn(journal),
		references: [
			...scripted(loaded, seed, {id: 'day', player: 'as-it-happened', label: 'AWS that day'}),
			...scripted(loaded, seed, {id: 'expert', player: 'textbook', label: 'textbook'}),
			SILENT,
		],
		withheld,
		game,
	});
}

function scripted(
	folder: LevelFolder,
	seed: string,
	{id, player, label}: Pick<Reference, 'id' | 'label'> & {readonly player: string},
): readonly Reference[] {
	const file = scriptOf(folder, player);
	if (file === undefined) return [];
	const parsed = parseOrderFile(fs.readFileSync(file, 'utf8'), folder.level, seed);
	if (!parsed.ok) return [];
	const {orders, rules} = parsed;
	return [{id, label, script: {orders, rules}}];
}
