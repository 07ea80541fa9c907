import {replay, type Journal, type Problem, type RunToCompare} from '../../session/index.ts';
import type {LevelTexts} from '../house.types.ts';
import {scoredAgain} from './scored-run.ts';

/** Why a run cannot be laid beside the first; undefined where it can: they are of one night and one fog. */
export function whyOther({begin}: Journal, {begin: first}: Journal): string | undefined {
	if (begin.level !== first.level)
		return `a run of ${begin.level}; expected one of ${first.level}.`;
	if (begin.levelHash !== first.levelHash || begin.world !== first.world) {
		return `its ${begin.level} is another than that of the first.`;
	}
	if (begin.seed !== first.seed)
		return `seed ${begin.seed}; expected ${first.seed}, as the first has.`;
	const fogs = [begin.room?.fog, first.room?.fog];
	if (fogs.every(fog => fog !== undefined) && fogs[0] !== fogs[1]) {
		return `played in ${fogs[0] ?? ''} fog; expected ${fogs[1] ?? ''}, as the first.`;
	}
	return undefined;
}

/** A run lived again to lie beside others, all but what its team is told. */
export function livedToCompare(
	journal: Journal,
	loaded: LevelTexts,
	versions: {readonly game: string; readonly node: number},
):
	| ({readonly ok: true} & Pick<RunToCompare, 'result' | 'score'>)
	| {readonly ok: false; readonly problem: Problem} {
	const scored = scoredAgain(journal, loaded, versions);
	if (!scored.ok) return scored;
	const lived = replay(loaded.level, journal, {...versions, observed: false});
	if (!lived.ok) return lived;
	return {ok: true, result: lived.result, score: scored.score};
}
