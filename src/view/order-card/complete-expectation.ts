import type {Observation, Reading} from '../../observe/index.ts';

const CHANGES = ['falls', 'rises', 'below', 'above'] as const;

/** The line with its last word finished: a metric first, then what it does, then by when. */
export function completeExpectation(text: string, observation: Observation): string {
	const metrics = Object.values(observation.metrics);
	const metric = metrics.find(({id, label}) =>
		[id, label].some(name => text.toLowerCase().startsWith(`${name.toLowerCase()} `)),
	);
	if (metric === undefined) return metricLike(text.trim(), metrics);
	const change = CHANGES.find(word => text.includes(` ${word}`));
	if (change === undefined) {
		const begun = text.slice(text.lastIndexOf(' ') + 1);
		const next = CHANGES.find(word => word.startsWith(begun)) ?? CHANGES[0];
		return `${text.slice(0, text.length - begun.length)}${next} `;
	}
	return text.includes(' within') ? text : `${text.trimEnd()} within 10 min`;
}

/** The first metric that speaks of what was typed. */
function metricLike(text: string, metrics: readonly Reading[]): string {
	const typed = text.toLowerCase();
	const found =
		metrics.find(({label}) => label.toLowerCase().startsWith(typed)) ??
		metrics.find(({id, label}) => `${id} ${label}`.toLowerCase().includes(typed));
	return found === undefined ? text : `${found.label} `;
}
