import type {Debrief, Finding} from '../../../../session/index.ts';
import {clockOf, minutes} from '../words.ts';
import type {Markup} from './markup.ts';
import {plot, type Path} from './plot.ts';

/** Customer impact so far: of the run, of the run with the best change, and of others in the same night. */
export function harmChart(debrief: Debrief): Markup {
	const {curves, decisions, everySeconds} = debrief;
	const [best] = decisions;
	const bestTotal = best === undefined ? 0 : totalWith(debrief, best);
	const paths = [
		...curves.map(({id, label, total, harm}) => ({
			look: id === 'run' ? 'you' : id,
			name: `${label}: ${minutes(total)}`,
			harm,
			total,
		})),
		...(best === undefined
			? []
			: [
					{
						look: 'fork',
						name: `you, with no. 1: ${minutes(bestTotal)}`,
						harm: best.harm,
						total: bestTotal,
					},
				]),
	];
	const points = Math.max(2, ...paths.map(({harm}) => harm.length));
	const yMax = niceMax(Math.max(1, ...paths.map(({total}) => total)));
	return plot({
		what: `Customer impact so far in minutes of full outage. ${paths.map(({name}) => name).join('; ')}.`,
		heightRem: 20,
		xMax: (points - 1) * everySeconds,
		yMax,
		// A night that was over early stays at what it had cost.
		paths: paths.map(({look, name, harm, total}): Path => ({
			look,
			name,
			points: Array.from({length: points}, (_, index) => ({
				x: index * everySeconds,
				y: harm[index] ?? total,
			})),
		})),
		xTicks: hourTicks(debrief, points),
		yTicks: [0, 0.5, 1].map(part => ({at: part * yMax, text: minutes(part * yMax)})),
		notes: [],
	});
}

/** What a run with a change came to, by where it is held against the run itself. */
function totalWith({curves}: Debrief, {horizon, then, saves}: Finding): number {
	return horizon === 'own ends' ? then.harm : (curves[0]?.total ?? 0) - saves;
}

/** The path over the tipping line, as in the papers on metastable failure. */
export function phaseChart(debrief: Debrief): Markup {
	const {path, tipping, deadlineSeconds} = debrief.phase;
	const oldest = Math.max(2 * deadlineSeconds, ...path.map(({age}) => age));
	const line = [
		...tipping.map(({age, broken}) => ({x: ageScale(age), y: broken})),
		{x: ageScale(deadlineSeconds), y: 0},
	];
	const xMax = ageScale(oldest);
	const beyond = [
		{x: xMax, y: 0},
		{x: xMax, y: 1},
		{x: 0, y: 1},
	];
	return plot({
		what: 'Age of the oldest droplet-manager work against the share of broken leases, with the line past which they do not recover on their own.',
		heightRem: 22,
		xMax,
		yMax: 1,
		paths: [
			{look: 'over', name: '', points: [...line, ...beyond], closed: true},
			{look: 'tip', name: '', points: line},
			{look: 'you', name: '', points: path.map(({age, broken}) => ({x: ageScale(age), y: broken}))},
		],
		xTicks: ageTicks(deadlineSeconds, oldest),
		yTicks: [0, 0.5, 1].map(at => ({at, text: `${String(100 * at)} %`})),
		notes: turningPoints(debrief, xMax),
	});
}

/** Seconds matter near the deadline and hours do not: the root gives both their room. */
function ageScale(seconds: number): number {
	return Math.sqrt(Math.max(0, seconds));
}

function ageTicks(deadlineSeconds: number, oldest: number): readonly {at: number; text: string}[] {
	const minutesOld = [5, 15, 30, 60, 120, 240].filter(each => 60 * each <= oldest);
	return [
		{at: 0, text: '0'},
		{at: ageScale(deadlineSeconds), text: `${String(deadlineSeconds)} s`},
		...minutesOld.map(each => ({at: ageScale(60 * each), text: `${String(each)} min`})),
	].filter(({at}, index, all) => at - (all[index - 1]?.at ?? -Infinity) > 0.09 * ageScale(oldest));
}

const FAR_SHARE = 0.22;
const NOTES_MAX = 10;

/** Where the path has gone far from every note so far: each with its time. */
function turningPoints(
	debrief: Debrief,
	xMax: number,
): readonly {x: number; y: number; text: string}[] {
	const notes: {x: number; y: number; text: string}[] = [];
	for (const {at, age, broken} of debrief.phase.path) {
		const [x, y] = [ageScale(age), broken];
		const near = [{x: 0, y: 0}, ...notes].some(
			note => Math.abs(note.x - x) / xMax + Math.abs(note.y - y) < FAR_SHARE,
		);
		if (!near) notes.push({x, y, text: clockOf(debrief, at)});
	}
	return notes.slice(0, NOTES_MAX);
}

const HOURS_MAX = 6;

/** Full hours, as many as there is room for on a telephone. */
export function hourTicks(
	debrief: Pick<Debrief, 'startSecondsOfDay' | 'from' | 'everySeconds'>,
	points: number,
	most = HOURS_MAX,
): readonly {readonly at: number; readonly text: string}[] {
	const until = (points - 1) * debrief.everySeconds;
	const first = (3_600 - ((debrief.startSecondsOfDay + debrief.from) % 3_600)) % 3_600;
	const hours = Math.max(0, Math.floor((until - first) / 3_600));
	const every = Math.max(1, Math.ceil(hours / most));
	const ticks = [];
	for (let at = first; at <= until; at += every * 3_600) {
		ticks.push({at, text: clockOf(debrief, debrief.from + at)});
	}
	return ticks;
}

/** A round number at or above a value. */
export function niceMax(value: number): number {
	let step = 1;
	while (step * 10 < value) step *= 10;
	return [1, 2, 3, 4, 5, 6, 8, 10].map(times => times * step).find(each => each >= value) ?? value;
}
