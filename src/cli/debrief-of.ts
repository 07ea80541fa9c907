import {
	notesIn,
	recordedRunOf,
	SILENT,
	whyRefused,
	type Journal,
	type Reference,
	type Refused,
} from '../session/index.ts';
import {startDebriefing, type Debriefing} from './debriefing.ts';
import type {LevelFolder} from './level-folder.ts';
import {scriptedPlayer} from './order-file.ts';
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
	const script = scriptedPlayer(folder, player, seed);
	return script === undefined ? [] : [{id, label, script}];
}
