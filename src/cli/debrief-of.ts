import fs from 'node:fs';
import {
	livedOf,
	notesIn,
	parseOrderFile,
	replay,
	SILENT,
	type Journal,
	type Reference,
} from '../session/index.ts';
import {differenceWords} from './difference-words.ts';
import {startDebriefing, type Debriefing} from './debriefing.ts';
import {scriptOf, type LevelFolder} from './level-folder.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';

/** Begins the debrief of a journal, with everybody that its level knows to lay it beside; a sentence where it cannot. */
export function debriefingOf(
	loaded: LevelFolder,
	journal: Journal,
	withheld: boolean,
): Debriefing | string {
	const game = versionOf(packageRoot());
	// Nothing is found out about a run that is not what its journal says.
	const again = replay(loaded.level, journal, {game, node: nodeMajor(), observed: false});
	if (!again.ok) return again.problem.message;
	if (again.divergence !== null) {
		const where = differenceWords(again.divergence, loaded.level);
		return `it does not come out as it says, from ${where}. There is no debrief.`;
	}
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
