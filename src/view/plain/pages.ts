import type {Observation} from '../../observe/index.ts';
import {clockAt, count} from '../say/measure.ts';
import {clean} from '../screen/text.ts';
import {spoken} from './spoken.ts';

const LEVELS = {info: 'INFO', warn: 'WARN', error: 'ERROR'} as const;

/** The last lines of the log, newest first. */
export function logLines(
	observation: Observation,
	most: number,
	holds: (text: string) => boolean,
): readonly string[] {
	const lines = observation.log
		.map(({at, source, level, text}) => {
			const when = clockAt(observation, at);
			return `${LEVELS[level]} ${when} ${clean(source)}: ${clean(text)}`;
		})
		.filter(holds)
		.slice(-most)
		.reverse();
	return lines.length === 0 ? ['No line.'] : lines;
}

const STATES = {
	waiting: 'WAITS',
	running: 'RUNNING',
	done: 'DONE',
	failed: 'FAILED',
	refused: 'REFUSED',
} as const;

/** The last orders, newest first, with all that they brought back. */
export function orderLines(observation: Observation, most: number): readonly string[] {
	const {orders} = observation;
	if (orders.length === 0)
		return ['No order has been given. help orders lists what can be ordered.'];
	const told = orders
		.slice(-most)
		.reverse()
		.flatMap(({state, at, text, message, lines, due}) => {
			const left = state === 'running' ? `, ${String(due - observation.now)} s left` : '';
			const said = lines.length > 0 && state === 'done' ? '' : ` ${clean(message)}`;
			return [
				`${STATES[state]} ${clockAt(observation, at)} ${clean(text)}${left}.${said}`.trimEnd(),
				...lines.map(line => `  ${spoken(clean(line))}`),
			];
		});
	const rest = orders.length - most;
	return rest <= 0 ? told : [...told, `And ${count(rest, 'earlier order')}.`];
}
