import {
	baselineOf,
	createBaseline,
	liveJob,
	lookBack,
	scoreSteps,
	teamDebriefOf,
	whyRefused,
	type Refused,
	type ScoreSoFar,
} from '../../session/index.ts';
import type {Brief, FromWorker, ToWorker} from './debrief-protocol.ts';

/** The other side of the debrief: lives whatever it is handed, and the run itself when that is first needed. */
export function createHand({level, recorded}: Brief): (message: ToWorker) => FromWorker {
	let lived: ReturnType<typeof createBaseline> | null = null;
	const baseline = () => (lived ??= createBaseline(level, recorded));
	let steps: ReturnType<typeof scoreSteps> | null = null;
	const scored = (): FromWorker => {
		const next = steps?.next();
		return {
			type: 'scored',
			soFar: next === undefined || next.done === true ? null : soFarIn(next.value),
		};
	};
	return message => {
		switch (message.type) {
			case 'check':
				return {type: 'checked', refused: whyRefused(level, message.journal, message)};
			case 'score':
				steps = scoreSteps(level, message.journal, message.against, {
					game: message.game,
					node: message.journal.begin.node,
				});
				return scored();
			case 'score-on':
				return scored();
			case 'live':
				return {type: 'lived', baseline: baselineOf(baseline())};
			case 'job':
				return {type: 'result', id: message.job.id, result: liveJob(baseline(), message.job)};
			case 'team': {
				const told = teamDebriefOf(level, message.journal, message.roles, message);
				return {type: 'team', told: told.ok ? told.team : null};
			}
			case 'look-back':
				return {
					type: 'looked-back',
					lookBack: lookBack(level, recorded, message.notes, message.game),
				};
		}
	};
}

function soFarIn(step: ScoreSoFar | Refused): ScoreSoFar | null {
	return 'problem' in step ? null : step;
}
