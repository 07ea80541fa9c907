import type {LogLine, Observation} from '../../../observe/index.ts';
import {clockAt} from '../../say/measure.ts';
import type {Panel, Row, Size, Tone} from '../screen.types.ts';
import {clean, left, span, wrap} from '../text.ts';
import type {Ui} from '../../input/ui.types.ts';
import {nothingPasses, passes} from './shown.ts';

const LEVEL: Readonly<Record<LogLine['level'], {readonly word: string; readonly tone: Tone}>> = {
	info: {word: '    ', tone: 'dim'},
	warn: {word: 'WARN', tone: 'warn'},
	error: {word: 'ERR ', tone: 'bad'},
};

/** The newest line is the last; long lines wrap on a wide panel and are cut on a narrow one. */
export function logPanel(observation: Observation, ui: Ui, size: Size): Panel {
	// No more lines than can be scrolled to are built: the rest would be thrown away again.
	const wanted = size.rows + (ui.focus === 'log' ? ui.scroll : 0);
	const filter = ui.filters.log;
	const lines = (
		filter === '' ? observation.log : observation.log.filter(line => passes(filter, textOf(line)))
	).slice(-wanted);
	return {
		title: 'Log',
		note: '',
		rows:
			lines.length === 0
				? [filter === '' ? [span('No line yet.', 'dim')] : nothingPasses(filter)]
				: lines.flatMap(line => rowsOf(line, observation, size)),
		anchor: 'bottom',
	};
}

function textOf({source, level, text}: LogLine): string {
	return `${LEVEL[level].word} ${source} ${level} ${text}`;
}

function rowsOf(line: LogLine, observation: Observation, size: Size): readonly Row[] {
	const {word, tone} = LEVEL[line.level];
	const narrow = size.columns < 70;
	const source = narrow ? 0 : 16;
	const room = size.columns - 14 - (narrow ? 0 : source + 1);
	const text = narrow ? `${clean(line.source)}: ${clean(line.text)}` : clean(line.text);
	return wrap(text, room).map((part, index) =>
		index === 0
			? [
					span(`${clockAt(observation, line.at)} `, 'dim'),
					span(`${word} `, tone),
					span(narrow ? '' : `${left(clean(line.source), source)} `, 'calm'),
					span(part, tone === 'dim' ? 'plain' : tone),
				]
			: [span(`${' '.repeat(size.columns - room)}${part}`, tone === 'dim' ? 'plain' : tone)],
	);
}
