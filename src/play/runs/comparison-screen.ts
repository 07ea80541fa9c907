import {clockOf} from '../../level/index.ts';
import {
	compareRuns,
	teamDebriefOf,
	type Journal,
	type RunToCompare,
	type TeamDebrief,
} from '../../session/index.ts';
import {comparisonText} from '../../view/index.ts';
import type {Desk, House, LevelTexts} from '../house.types.ts';
import type {Glance} from '../kept/index.ts';
import {meanwhile} from '../meanwhile.ts';
import type {Showing} from '../stage/index.ts';
import {textScreen} from '../text-screen.ts';
import {livedToCompare, whyOther} from './compared-runs.ts';
import {rolesOfRun} from './roles-of-run.ts';

type Seat = {readonly stage: Showing; readonly desk: Desk; readonly house: House};

/** Columns side by side on one screen. */
const RUNS_MAX = 4;
const RE_SIMULATED = 'One moment: these runs are re-simulated, one after the other.';
const ALONE = 'No other run of this level and seed to compare it with is kept here.';

/** A run and the others of its night, side by side, to read; a sentence where there is nothing to lay beside it. */
export async function comparisonScreen(
	run: Glance,
	runs: readonly Glance[],
	seat: Seat,
): Promise<string> {
	const {house} = seat;
	const read = await house.journals.read(run.file);
	if (!read.ok) return read.message;
	const loaded = await house.levelOf(read.journal, run.level);
	if (!loaded.ok) return loaded.sentences.join(' ');
	const others = await othersOf(run, read.journal, runs, house);
	if (others.length === 0) return ALONE;
	const text = await meanwhile(seat, RE_SIMULATED, () =>
		told([{file: run.file, journal: read.journal}, ...others], loaded, house),
	);
	if (typeof text === 'string') return text;
	const page = ['```', text.lines, '```'].join('\n');
	await textScreen({title: 'Runs of one night', text: page}, seat);
	return '';
}

type Kept = {readonly file: string; readonly journal: Journal};

async function othersOf(
	run: Glance,
	first: Journal,
	runs: readonly Glance[],
	{journals}: House,
): Promise<readonly Kept[]> {
	const others: Kept[] = [];
	for (const {file, level, seed, outcome} of runs) {
		const isOfTheNight = level === run.level && seed === run.seed && file !== run.file;
		if (!isOfTheNight || outcome === 'unreadable' || others.length + 1 === RUNS_MAX) continue;
		const read = await journals.read(file);
		if (read.ok && whyOther(read.journal, first) === undefined)
			others.push({file, journal: read.journal});
	}
	return others;
}

/** As text; a sentence where one of them does not come out as its journal says. */
async function told(
	kept: readonly Kept[],
	loaded: LevelTexts,
	house: House,
): Promise<{readonly lines: string} | string> {
	const {level} = loaded;
	const runs: RunToCompare[] = [];
	for (const {file, journal} of kept) {
		const lived = livedToCompare(journal, loaded, house.versions);
		if (!lived.ok) return `${house.journals.shown(file)}: ${lived.problem.message}`;
		const team = await teamOf(journal, loaded, house);
		if (typeof team === 'string') return team;
		const {result, score} = lived;
		const name = String.fromCodePoint(FIRST_LETTER + runs.length);
		runs.push({name, result, score, team});
	}
	const {seed} = kept[0]?.journal.begin ?? {seed: ''};
	const night = clockOf(level, seed);
	const clock = (at: number) => night.at(at).slice(0, 5);
	const names = kept.map(
		({file}, index) => `${runs[index]?.name ?? ''}  ${house.journals.nameOf(file)}`,
	);
	const lines = comparisonText(compareRuns(runs), `${level.title}, seed ${seed}`, clock);
	return {lines: [...names, '', lines].join('\n')};
}

const FIRST_LETTER = 65;

async function teamOf(
	journal: Journal,
	{level}: LevelTexts,
	house: House,
): Promise<TeamDebrief | null | string> {
	const roles = await rolesOfRun(journal, level, house);
	if (roles === undefined) return null;
	if ('sentences' in roles) return roles.sentences.join(' ');
	const team = teamDebriefOf(level, journal, roles, house.versions);
	return team.ok ? team.team : team.problem.message;
}
