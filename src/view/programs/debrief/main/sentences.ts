import type {Debrief} from '../../../../session/index.ts';
import {againWords, sentence} from '../words.ts';
import {mainBlocks, type Block, type Told} from './findings.ts';
import {curveWords} from './impact-chart.ts';
import {milestonesOf, ownSum} from './picture.ts';

/** The main page in sentences, which need no columns and no picture. */
export function mainSentences(debrief: Debrief): readonly string[] {
	return [...mainBlocks(debrief).flatMap(blockSentences), ...pictureSentences(debrief)];
}

function blockSentences({title, unit, findings}: Block): readonly string[] {
	return findings.map((told, index) => {
		const place =
			findings.length === 1 ? '' : `, ${String(index + 1)} of ${String(findings.length)}`;
		return `${title}${place}: ${toldWords(told, unit)}`;
	});
}

function toldWords({head, worth, parts, more}: Told, unit: string): string {
	const what = head.replace(/^\d (?=\D)/u, '');
	const counted = worth === '' ? '' : `, ${worth} (${unit})`;
	return [
		sentence(what + counted),
		...[...parts, ...more].map(({label, text}) => `${label}: ${sentence(text)}`),
	].join(' ');
}

function pictureSentences(debrief: Debrief): readonly string[] {
	const sum = ownSum(debrief);
	return [
		`Customer impact, in minutes of full outage: ${debrief.curves.map(curveWords).join('; ')}.`,
		...(sum === '' ? [] : [`${sum}.`]),
		...milestonesOf(debrief).map(({milestone: {what, real}, came}) =>
			sentence(`${what}: ${came}${real === null ? '' : `, that day ${real}`}`),
		),
	];
}

/** All that happened, a line each. */
export function timelineSentences({timeline}: Debrief): readonly string[] {
	return timeline.map(row => {
		const came = row.came === '' || row.came === 'done' ? '' : `, ${row.came}`;
		const kind = row.kind === 'order' ? 'command' : row.kind;
		return `${row.clock} ${kind}: ${row.text}${againWords(row)}${came}`;
	});
}
