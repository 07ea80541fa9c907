import {shareCard, type RunEnd} from '../play/runs/index.ts';
import {readJournal, shownPath} from '../saves/index.ts';
import {resultCard} from '../view/index.ts';
import type {Desk} from './desk.ts';
import {explainFault} from './explain-fault.ts';
import {lastWords} from './first-loss.ts';
import {houseOf} from './house.ts';
import {prose} from './prose.ts';
import {complain, print} from './terminal-text.ts';

/** Says in the normal screen what came of a run, and where it is kept. False where part of it is not. */
export function farewell(run: RunEnd, desk: Desk): boolean {
	const {left, session, loaded, journal, lost, troubles} = run;
	for (const sentence of troubles) complain(sentence);
	if ('fault' in left) explainFault(left.fault, session, {path: journal});
	if (session.ended) {
		const result = session.result();
		const told = lastWords(journal, result, loaded, desk.folder);
		print(`${resultCard(result)}\n\n${prose(told, process.stdout.columns)}\n`);
		const {versions} = houseOf(desk);
		const {graphs} = desk.looks;
		const card = shareCard(readJournal(journal), loaded, {versions, graphs, bars: true});
		if (card.length > 0) print(`${card.join('\n')}\n`);
	}
	print(`The journal is ${shownPath(journal)}`);
	if (!session.ended) print(`\`${again(run, desk)}\` goes on with this run.`);
	if (lost !== undefined) complain(lost);
	return lost === undefined;
}

/** The words that come back to the run. */
function again({name}: RunEnd, {saves}: Desk): string {
	const where = saves === undefined ? [] : ['--saves', shownPath(saves)];
	return ['outage-oncall', 'play', shownPath(name), ...where].join(' ');
}
