import type {FactToken, Observation} from '../../observe/index.ts';
import type {Named} from './talk.types.ts';

/** What a seat sees of what it names; undefined where it does not. */
export function factSeen(seen: Observation, named: Named): FactToken | undefined {
	switch (named.kind) {
		case 'metric': {
			const reading = seen.metrics[named.metric];
			if (reading === undefined || reading.value === null) return undefined;
			return {...named, value: reading.value, sampledAt: reading.sampledAt};
		}
		case 'look': {
			const report = seen.orders.findLast(
				({text, state}) => text === named.look && state === 'done',
			);
			if (report === undefined || report.lines.length === 0) return undefined;
			return {...named, at: report.due, lines: report.lines};
		}
		case 'order': {
			const report = seen.orders.find(({order}) => order === named.order);
			return report === undefined ? undefined : {...named, what: report.text, state: report.state};
		}
		case 'suspect':
			return named;
	}
}
