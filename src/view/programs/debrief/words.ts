import {whyWords as cardWhy} from '../../say/card.ts';
import {measure} from '../../say/measure.ts';
import {systemName, tellHarm, type Debrief, type Finding} from '../../../session/index.ts';

/** Minutes of impact as a whole number: more digits would claim more than the model knows. */
export function minutes(value: number): string {
	return String(Math.round(value));
}

/** `41 min less impact`, or what it would have cost. */
export function savingWords(saves: number): string {
	if (minutes(Math.abs(saves)) === '0') return 'as much impact';
	return saves >= 0 ? `${minutes(saves)} min less impact` : `${minutes(-saves)} min more impact`;
}

/** A run that was lost soon had time for less impact than one that is won late: that is no cost of winning it. */
function isTurnAlone({saves, turns}: Pick<Finding, 'saves' | 'turns'>): boolean {
	return turns === 'won' ? saves < 1 : turns === 'lost' && saves > -1;
}

/** The chain from what was changed to what it saved. */
export function whyWords(debrief: Debrief, {why}: Finding): string {
	const links = why.map(
		({label, unit, at, was, would}) =>
			`${label} ${inUnit(would, unit)} instead of ${inUnit(was, unit)} (${clockOf(debrief, at)})`,
	);
	return links.length === 0 ? '' : `What differs, in sequence: ${links.join('; ')}.`;
}

function inUnit(value: number, unit: Finding['why'][number]['unit']): string {
	return measure(value, unit === 'minutes' ? 'count' : unit);
}

/** What could be seen when it would have been given, and where. */
export function seenWords({seen: {before, after}}: Finding): string {
	const alarm = ({clock, title, severity, panel}: Finding['seen']['before'][number]) =>
		`“${title}” (${severity}${panel === '' ? '' : `, panel ${panel}`}) since ${clock}`;
	if (before.length > 0) return `What could be seen then: ${before.map(alarm).join('; ')}.`;
	if (after === null) return 'No alarm covered it in this run.';
	return `Nothing had alarmed by then: ${alarm(after).replace(' since ', ' came at ')}.`;
}

/** How often it stood there, where it did again. */
export function againWords({times, last}: Debrief['timeline'][number]): string {
	return times === 1 ? '' : ` (${String(times)} times, to ${last})`;
}

/** Until when both are counted, and what whoever carries it out will be told. */
export function horizonWords({horizon, then, atLeast}: Finding): string {
	const {ended, harm} = then;
	if (atLeast) return 'It was simulated until it had cost that much more, and no further.';
	if (horizon === 'whole night')
		return 'It loses as well: both are counted to the end of the level.';
	if (ended === null)
		return `Done this way, it comes to ${minutes(harm)} minutes by the time you stopped.`;
	const how = ended.won ? 'won' : 'lost';
	return `Done this way, it is ${how} at ${ended.at} with ${minutes(harm)} minutes; each run is counted to its own end.`;
}

/** The same of a finding, and whether it would have decided the night. */
export function worthWords({saves, told, turns, atLeast}: Finding): string {
	if (isTurnAlone({saves, turns}))
		return turns === 'won' ? 'a win in place of a loss' : 'it is lost';
	return (atLeast ? 'at least ' : '') + savingWords(told) + turnWords(turns);
}

function turnWords(turns: Finding['turns']): string {
	return turns === null ? '' : turns === 'won' ? ', and a win' : ', and a loss';
}

/** Where the saving comes from, largest first, and what went the other way; what did not change is not named. */
export function partWords({parts, saves, told, turns}: Finding): string {
	if (isTurnAlone({saves, turns})) return '';
	const sign = told >= 0 ? 1 : -1;
	const against = sign > 0 ? ' more' : ' less';
	const savings = Object.fromEntries(parts.map(part => [part.id, part.saves]));
	return tellHarm({total: saves, parts: savings}, 0, told)
		.parts.map(({id, minutes: saved}) => {
			const words = `${systemName(id)} ${minutes(Math.abs(saved))}`;
			return sign * saved > 0 ? words : words + against;
		})
		.join(', ');
}

/** What its halves would have been worth, where it has any. */
export function aloneWords({alone, saves, turns}: Finding): string {
	if (alone.length === 0) return '';
	const isWin = (part: Finding['alone'][number]) => part.turns === 'won';
	const noWin = turns === 'won' ? ', and no win' : '';
	const words = alone
		.map(part => `${part.other}: ${savingWords(part.saves)}${turnWords(part.turns) || noWin}`)
		.join('; ');
	const together = alone.every(part => (turns === 'won' ? !isWin(part) : part.saves < saves / 2));
	return together ? `Only together. ${sentence(words)}` : sentence(words);
}

/** Whether the answer is the same with other capacities; empty where that was not tried. */
export function closeWords({close, whole}: Finding): string {
	if (whole) return 'No one decision that we tried would have won it.';
	if (close === null) return '';
	return close
		? 'A close call: 10 % more or less capacity flips it.'
		: 'It holds with 10 % more or less capacity.';
}

/** Where the level asks for what would better have been left out: its rule is for more nights than this one. */
export function askedWords({asked}: Pick<Finding, 'asked'>): string {
	if (asked.length === 0) return '';
	return `The level asks for it all the same, and scores it: ${asked.join('; ')}. In this run it cost more than it saved.`;
}

const UNFINISHED = 'Unfinished: told as far as it was played.';

/** Why it came out so, in the words of its card. */
export function whyOf(debrief: Debrief): string {
	const {result, atEnd} = debrief;
	if (result.ended === null) return UNFINISHED;
	return cardWhy({...atEnd, result, clock: at => clockOf(debrief, at)});
}

export function verdictWords(debrief: Debrief): string {
	const {ended} = debrief.result;
	if (ended === null) return UNFINISHED;
	return `${ended.won ? 'Won' : 'Lost'} at ${ended.at} PDT. ${whyOf(debrief)}`;
}

/** What is said where no change was worth telling. */
export function nothingWords({complete}: Debrief['runs']): string {
	return complete
		? 'In this model no single change that we tried would have made much of a difference.'
		: 'Still looking.';
}

/** On how many runs it rests, and how far that holds. */
export function runsWords({runs: {lived, failed}}: Pick<Debrief, 'runs'>): string {
	const broken =
		failed === 0 ? '' : ` ${String(failed)} of them did not finish, and are not counted.`;
	return `From ${String(lived)} re-simulated runs, one thing changed in each.${broken} True in this model, and nowhere else for certain.`;
}

/** First letter large, a full stop at the end. */
export function sentence(text: string): string {
	const first = text.slice(0, 1).toUpperCase() + text.slice(1);
	return /[.!?]$/.test(first) ? first : `${first}.`;
}

/** `HH:MM` of a tick. */
export function clockOf(
	{startSecondsOfDay}: Pick<Debrief, 'startSecondsOfDay'>,
	at: number,
): string {
	const total = (startSecondsOfDay + at) % 86_400;
	const [hours, rest] = [Math.floor(total / 3_600), Math.floor(total / 60) % 60];
	return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
