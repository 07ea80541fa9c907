import {tellHarm, type MilestoneResult, type RunResult} from '../../session/index.ts';
import {isScoredElsewhere, marksWords, ROOM_REPORT, whyWords} from '../say/card.ts';
import {partWords} from '../say/card-words.ts';
import type {CardTold} from '../say/card.types.ts';
import {sentence} from '../say/fact.ts';

/** The card of a run in lines that need no columns. */
export function resultLines(told: CardTold): readonly string[] {
	const {ended, milestones, tasks, unsafe, harm, seed, version, hash} = told.result;
	const parts = partWords(told);
	return [
		ended === null
			? `UNFINISHED: ${whyWords(told)}`
			: `${ended.won ? 'WON' : 'LOST'} at ${ended.at} PDT. ${whyWords(told)}`,
		isScoredElsewhere(told)
			? ROOM_REPORT
			: `Score: ${marksWords(told)}. \`score\` tells all seven axes.`,
		`Customer impact: ${String(tellHarm(harm).total)} minutes of full outage${parts === '' ? '' : `: ${parts}`}.`,
		// A level with tasks of its own is no replay of the day, and not to be held beside it.
		...(tasks.length > 0 ? tasks.map(taskLine) : milestones.map(milestoneLine)),
		...unsafe.map(({what, at}) => `UNSAFE at ${at}: ${sentence(what)}`),
		`Seed ${seed}, version ${version}, hash ${hash}.`,
	];
}

const TASK_WORDS = {
	met: 'MET',
	missed: 'MISSED',
	spared: 'NEVER CAME UP',
	open: 'NOT MET',
} as const;

function taskLine({what, state, at}: RunResult['tasks'][number]): string {
	return `${TASK_WORDS[state]}${at === null ? '' : ` at ${at}`}: ${sentence(what)}`;
}

function milestoneLine({what, real, sim, errorMinutes}: MilestoneResult): string {
	const run = sim === null ? 'not reached' : sim.slice(0, 5);
	if (real === null) return `${what}: ${run}.`;
	return `${what}: this run ${run}, the day ${real}${difference(errorMinutes)}.`;
}

function difference(minutes: number | null): string {
	if (minutes === null || Math.round(minutes) === 0) return '';
	const whole = Math.round(Math.abs(minutes));
	return `, ${String(whole)} min ${minutes < 0 ? 'earlier' : 'later'}`;
}
