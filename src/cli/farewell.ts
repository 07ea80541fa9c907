import type {RunEnd} from '../play/runs/index.ts';
import {shownPath} from '../saves/index.ts';
import {cardOf, cardText, inAscii, shareLines, type Graphs} from '../view/index.ts';
import type {Desk} from './desk.ts';
import {explainFault} from './explain-fault.ts';
import {lastWords} from './first-loss.ts';
import {prose} from './prose.ts';
import {complain, print} from './terminal-text.ts';

/** Says in the normal screen what came of a run, and where it is kept. False where part of it is not. */
export function farewell(run: RunEnd, desk: Desk): boolean {
	const {left, session, loaded, journal, lost, troubles, more} = run;
	for (const sentence of troubles) complain(sentence);
	if ('fault' in left) explainFault(left.fault, session, {path: journal});
	if (session.ended) {
		const {graphs} = desk.looks;
		// Nobody waits at the end: what is not worked out by now is a command away.
		const card = cardOf(session, loaded.level, {...more, coming: false});
		const told = lastWords(journal, session.result(), loaded, desk.folder);
		print(`${cardText(card, graphs)}\n${prose(told, process.stdout.columns)}\n`);
		print(shared(run, graphs));
	}
	print(`The journal is ${shownPath(journal)}`);
	if (!session.ended) print(`\`${again(run, desk)}\` resumes this run.`);
	if (lost !== undefined) complain(lost);
	return lost === undefined;
}

/** Five lines to share once there is a score; before, how to come by it. */
function shared({more: {soFar, standing}, loaded, journal}: RunEnd, graphs: Graphs): string {
	const score = soFar?.score ?? null;
	if (score === null) return `\`outage-oncall score ${shownPath(journal)}\` scores all seven axes.`;
	const lines = shareLines(score, standing, {title: loaded.level.title, bars: true});
	return `${(graphs === 'ascii' ? inAscii(lines) : lines).join('\n')}\n`;
}

/** The words that come back to the run. */
function again({name}: RunEnd, {saves}: Desk): string {
	const where = saves === undefined ? [] : ['--saves', shownPath(saves)];
	return ['outage-oncall', 'play', shownPath(name), ...where].join(' ');
}
