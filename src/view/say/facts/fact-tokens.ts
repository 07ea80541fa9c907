import {METRICS, type FactToken, type Observation} from '../../../observe/index.ts';
import {clockAt, measure} from '../measure.ts';

/** A fact as it is typed. */
export function tokenTyped(token: FactToken): string {
	switch (token.kind) {
		case 'metric':
			return token.metric;
		case 'suspect':
			return `suspect ${token.suspect}`;
		default:
			return tokenName(token);
	}
}

/** A fact as it travels: its value, and when it was so. */
export function tokenWords(observation: Observation, token: FactToken): string {
	const name = tokenName(token);
	switch (token.kind) {
		case 'metric': {
			const unit = METRICS.find(({id}) => id === token.metric)?.unit ?? 'count';
			return `[${name} ${measure(token.value, unit)}, ${clockAt(observation, token.sampledAt)}]`;
		}
		case 'look':
			return `[${name}, ${clockAt(observation, token.at)}: ${token.lines.join(' · ')}]`;
		case 'order':
			return `[${name} “${token.what}” ${token.state}]`;
		case 'suspect':
			return `[${name}, ${String(token.confidence)} % sure]`;
	}
}

export function tokenName(token: FactToken): string {
	switch (token.kind) {
		case 'metric':
			return METRICS.find(({id}) => id === token.metric)?.label ?? token.metric;
		case 'look':
			return token.look;
		case 'order':
			return `order ${String(token.order)}`;
		case 'suspect':
			return `suspects ${token.suspect}`;
	}
}
