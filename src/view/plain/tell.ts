import type {Observation} from '../../observe/index.ts';
import type {Happening} from '../say/happening.ts';
import {clockAt, count, duration} from '../say/measure.ts';

/** More of one kind than this is told by group. */
const APART_MAX = 4;
/** Longer answers are cut, and the rest can be asked for. */
const LINES_MAX = 24;

/** When it is, and how far time ran. */
export function tellTime(observation: Observation, seconds: number): string {
	const {pdt, date} = observation.clock;
	const on = seconds > 0 ? `, ${duration(seconds)} later` : '';
	return `${pdt} PDT ${date}${on}.`;
}

/** What came about, newest first, a line each; a flood is told by group. */
export function tell(
	happenings: readonly Happening[],
	observation: Observation,
): readonly string[] {
	const lines = floodless(happenings).flatMap(({happening, times}) => [
		lineOf(happening, times, observation),
		...happening.lines.map(line => `  ${line}`),
	]);
	if (lines.length <= LINES_MAX) return lines;
	const rest = lines.length - LINES_MAX;
	return [...lines.slice(0, LINES_MAX), `And ${count(rest, 'line')} more: news all lists them.`];
}

/** All of it, however much it is. */
export function tellAll(
	happenings: readonly Happening[],
	observation: Observation,
): readonly string[] {
	return happenings.flatMap(happening => [
		lineOf(happening, 1, observation),
		...happening.lines.map(line => `  ${line}`),
	]);
}

function lineOf(
	{word, text, at, group}: Happening,
	times: number,
	observation: Observation,
): string {
	const when = at === observation.now ? '' : `, at ${clockAt(observation, at)}`;
	const many = times > 1 ? `${String(times)} of ${group}, the newest: ` : '';
	const stop = /[.!?:]$/u.test(text) ? '' : '.';
	return when === '' ? `${word}: ${many}${text}${stop}` : `${word}${when}: ${many}${text}${stop}`;
}

type Told = {readonly happening: Happening; readonly times: number};

/** Alerts come by the dozen: then one line a group, with its newest. */
function floodless(happenings: readonly Happening[]): readonly Told[] {
	const told: Told[] = [];
	const counted = new Map<string, number>();
	for (const {word, group} of happenings) {
		if (group !== '') counted.set(word, (counted.get(word) ?? 0) + 1);
	}
	const grouped = new Set<string>();
	for (const happening of happenings) {
		const {word, group} = happening;
		if (group === '' || (counted.get(word) ?? 0) <= APART_MAX) {
			told.push({happening, times: 1});
			continue;
		}
		const key = `${word} ${group}`;
		if (grouped.has(key)) continue;
		grouped.add(key);
		const times = happenings.filter(each => each.word === word && each.group === group).length;
		told.push({happening, times});
	}
	return told;
}
