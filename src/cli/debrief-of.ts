import fs from 'node:fs';
import {
	livedOf,
	notesIn,
	parseOrderFile,
	refusalOf,
	SILENT,
	type Journal,
	type Reference,
} from '../session/index.ts';
import {startDebriefing, type Debriefing} from './debriefing.ts';
import {scriptOf, type LevelFolder} from './level-folder.ts';
import {packageRoot, versionOf} from './package-root.ts';

/** Begins the debrief of a journal, with everybody that its level knows to lay it beside; a sentence where it cannot. */
export function debriefingOf(
	loaded: LevelFolder,
	journal: Journal,
	withheld: boolean,
): Debriefing | string {
	const game = versionOf(packageRoot());
	const refused = refusalOf(loaded.level, journal, {game});
	if (refused !== undefined) return refused.message;
	return startDebriefing({
		level: loaded.level,
		lived: livedOf(loaded.level, journal),
		notes: notesIn(journal),
		references: [
			...scripted(loaded, 'day', 'as-it-happened', 'AWS that day'),
			...scripted(loaded, 'expert', 'textbook', 'textbook'),
			SILENT,
		],
		withheld,
		game,
	});
}

function scripted(
	folder: LevelFolder,
	id: Reference['id'],
	player: string,
	label: string,
): readonly Reference[] {
	const file = scriptOf(folder, player);
	if (file === undefined) return [];
	const parsed = parseOrderFile(fs.readFileSync(file, 'utf8'), folder.level);
	if (!parsed.ok) return [];
	const {orders, rules} = parsed;
	return [{id, label, script: {orders, rules}}];
}
