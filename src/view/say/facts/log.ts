import type {LogLine, Observation} from '../../../observe/index.ts';
import {fact} from '../fact.ts';
import type {Fact, Facts, Sight} from '../fact.types.ts';
import {passes} from '../filter.ts';
import {clockAt} from '../measure.ts';

const LEVELS = {
	info: {word: '', verdict: 'ok'},
	warn: {word: 'WARN', verdict: 'warn'},
	error: {word: 'ERR', verdict: 'crit'},
} as const;

export type LineOf = Pick<LogLine, 'source' | 'text'> & {readonly when: string};

/** What the systems write, oldest first. */
export function logFacts(observation: Observation, {filter, most = Infinity}: Sight) {
	const {log} = observation;
	const kept = log
		.map((line, index) => [line, index] as const)
		.filter(([line]) => filter === '' || passes(filter, wordsOf(line)))
		.slice(-Math.min(most, log.length));
	return {
		title: 'Log',
		note: '',
		groups: {
			lines: {facts: kept.map(([line, index]) => lineFact(observation, line, index))},
		},
		emptied: filter !== '' && kept.length === 0,
	} satisfies Facts;
}

function wordsOf({source, level, text}: LogLine): string {
	return `${LEVELS[level].word} ${source} ${level} ${text}`;
}

function lineFact(observation: Observation, raw: LogLine, index: number): Fact<LineOf> {
	const {source, text} = raw;
	const when = clockAt(observation, raw.at);
	const {word, verdict} = LEVELS[raw.level];
	return fact(
		{
			id: `${String(raw.at)}-${String(index)}`,
			label: text,
			value: source,
			word,
			verdict,
			age: observation.now - raw.at,
			of: {source, text, when},
		},
		() => `${word === '' ? '' : `${word} `}${when} ${source}: ${text}`,
	);
}
