import {notesIn, recordedRunOf, SILENT, type Journal, type Reference} from '../../session/index.ts';
import type {LevelTexts} from '../house.types.ts';
import type {DebriefOptions} from './debriefing.ts';
import {scriptedPlayer} from './expert.ts';

/** A journal that comes out as it says, laid beside everybody that its level knows. */
export function toDebrief(
	loaded: LevelTexts,
	journal: Journal,
	{game, withheld, team}: Pick<DebriefOptions, 'game' | 'withheld' | 'team'>,
): DebriefOptions {
	const {level} = loaded;
	const scripted = (player: string, id: Reference['id'], label: string): readonly Reference[] => {
		const script = scriptedPlayer(loaded, player, journal.begin.seed);
		return script === undefined ? [] : [{id, label, script}];
	};
	return {
		level,
		recorded: recordedRunOf(level, journal),
		notes: notesIn(journal),
		references: [
			...scripted('as-it-happened', 'day', 'that day'),
			...scripted('textbook', 'expert', 'textbook'),
			SILENT,
		],
		withheld,
		team,
		game,
	};
}
