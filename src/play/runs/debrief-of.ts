import {
	notesIn,
	recordedRunOf,
	SILENT,
	whyRefused,
	type Journal,
	type Reference,
	type Refused,
} from '../../session/index.ts';
import type {LevelTexts} from '../house.types.ts';
import type {DebriefOptions} from './debriefing.ts';
import {scriptedPlayer} from './expert.ts';

/** A journal laid beside everybody that its level knows; a refusal where there can be no debrief of it. */
export function toDebrief(
	loaded: LevelTexts,
	journal: Journal,
	{game, withheld}: {readonly game: string; readonly withheld: boolean},
): DebriefOptions | Refused {
	const {level} = loaded;
	const refused = whyRefused(level, journal, {game});
	if (refused !== null) return refused;
	const scripted = (player: string, id: Reference['id'], label: string): readonly Reference[] => {
		const script = scriptedPlayer(loaded, player, journal.begin.seed);
		return script === undefined ? [] : [{id, label, script}];
	};
	return {
		level,
		recorded: recordedRunOf(level, journal),
		notes: notesIn(journal),
		references: [
			...scripted('as-it-happened', 'day', 'AWS that day'),
			...scripted('textbook', 'expert', 'textbook'),
			SILENT,
		],
		withheld,
		game,
	};
}
