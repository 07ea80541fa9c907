import {
	readDistribution,
	recordedRunOf,
	standingOf,
	type Journal,
	type ScoreSoFar,
	type Standings,
} from '../../session/index.ts';
import type {LevelTexts, Scoring} from '../house.types.ts';
import type {Crew} from './debriefing.ts';
import {expertOf, scriptedPlayer} from './expert.ts';

/** Begins to score a journal in a thread of its own. A fault there leaves the score as far as it came. */
export function startScoring(
	loaded: LevelTexts,
	journal: Journal,
	{game, crew}: {readonly game: string; readonly crew: Crew},
): Scoring {
	const {level} = loaded;
	let soFar: ScoreSoFar | null = null;
	let standing: Standings | null = null;
	const thread = crew.hire({level, recorded: recordedRunOf(level, journal)});
	const stop = () => {
		thread.stop();
	};
	thread.listen(message => {
		if (message.type !== 'scored') return;
		if (message.soFar === null) {
			stop();
			return;
		}
		soFar = message.soFar;
		if (soFar.score === null) {
			thread.post({type: 'score-on'});
			return;
		}
		const distribution = readDistribution(loaded.reference(), level);
		standing = distribution === undefined ? null : standingOf(distribution, soFar.score);
		stop();
	}, stop);
	thread.post({type: 'score', journal, against: heldAgainst(loaded, journal), game});
	return {
		get soFar() {
			return soFar;
		},
		get standing() {
			return standing;
		},
		stop,
	};
}

const DAY = 'as-it-happened';

/** The level's expert, and the day itself where the level is of that night. */
function heldAgainst(loaded: LevelTexts, {begin: {seed}}: Journal) {
	const script = loaded.level.isOfRecord ? scriptedPlayer(loaded, DAY, seed) : undefined;
	return {
		expert: expertOf(loaded, seed),
		day: script === undefined ? null : {name: 'that day', script},
	};
}
