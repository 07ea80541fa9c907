import {
	tellHarm,
	tellMoney,
	type Harm,
	type MilestoneResult,
	type RunResult,
} from '../../session/index.ts';
import {left, right, wrap} from '../screen/text.ts';
import {printed} from './clean.ts';

const WIDTH = 78;
const TIME = 8;
const DIFFERENCE = 13;
const WHAT = WIDTH - 2 * TIME - DIFFERENCE - 3;

/** The result of a run as plain lines of at most 78 cells: for the last screen, and for the shell after it. */
export function cardLines(result: RunResult): readonly string[] {
	const {ended, harm, money} = result;
	const verdict =
		ended === null
			? ['UNFINISHED  the run is saved and can be taken up again']
			: wrap(`${ended.won ? 'WON' : 'LOST'} at ${ended.at} PDT  ${ended.why}`, WIDTH);
	const besideTheDay = isThatNight(result);
	return printed([
		`${result.level}: what happened${besideTheDay ? ', beside what happened on the day' : ''}`,
		...verdict,
		'',
		...(besideTheDay ? besideLines(result) : ownLines(result)),
		...harmLines(harm),
		...wrap(tellMoney(money), WIDTH).filter(line => line !== ''),
		'',
		`seed ${result.seed}, version ${result.version}, hash ${result.hash}`,
	]);
}

/** The card as text, ending in a newline. */
export function resultCard(result: RunResult): string {
	return `${cardLines(result).join('\n')}\n`;
}

/** Whether the run is of the night itself, so that the day's own times can stand beside it; drills have their own. */
function isThatNight({milestones}: RunResult): boolean {
	return milestones.some(({real}) => real !== null);
}

function besideLines({milestones}: RunResult): readonly string[] {
	return [
		tableRow('milestone', 'the day', 'this run', 'difference'),
		'-'.repeat(WIDTH),
		...milestones.flatMap(milestoneLines),
		'',
	];
}

/** What came about in a run that has no day to be held against, and when. */
function ownLines({milestones}: RunResult): readonly string[] {
	const lines = milestones.flatMap(({what, sim}) =>
		sim === null
			? []
			: wrap(what, WIDTH - TIME).map((line, index) =>
					index === 0 ? `${left(sim.slice(0, 5), TIME)}${line}` : `${' '.repeat(TIME)}${line}`,
				),
	);
	return lines.length === 0 ? [] : [...lines, ''];
}

function milestoneLines(milestone: MilestoneResult): readonly string[] {
	const {what, real, sim, errorMinutes} = milestone;
	const [first = '', ...rest] = wrap(what, WHAT);
	const run = sim === null ? 'never' : sim.slice(0, 5);
	return [
		tableRow(first, real ?? '', run, difference(errorMinutes)),
		...rest.map(line => `  ${line}`),
	];
}

function tableRow(what: string, real: string, run: string, difference: string): string {
	return [
		left(what, WHAT),
		right(real, TIME),
		right(run, TIME),
		right(difference, DIFFERENCE),
	].join(' ');
}

/** `12 min early`, `1h 40 late`, `as then`: of this run against the day. */
function difference(minutes: number | null): string {
	if (minutes === null) return '-';
	const whole = Math.round(Math.abs(minutes));
	if (whole === 0) return 'as then';
	const span =
		whole < 100
			? `${String(whole)}m`
			: `${String(Math.floor(whole / 60))}h ${String(whole % 60).padStart(2, '0')}m`;
	return `${span} ${minutes < 0 ? 'early' : 'late'}`;
}

const BAR = 24;

function harmLines(harm: Harm): readonly string[] {
	const {total, parts} = tellHarm(harm);
	const most = parts.reduce((top, {minutes}) => Math.max(top, minutes), 1);
	return [
		`${left('harm, in minutes of total outage', 40)} ${right(total.toFixed(0), 8)} in all`,
		...parts.map(({id, minutes}) => {
			const bar = '#'.repeat(Math.round((minutes / most) * BAR));
			return `  ${left(id, 38)} ${right(minutes.toFixed(0), 8)} ${bar}`;
		}),
	];
}
