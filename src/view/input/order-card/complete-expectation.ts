import {rankOf, shortName} from '../../../observe/index.ts';
import type {Observation, Reading} from '../../../observe/index.ts';

const CHANGES = ['falls', 'rises', 'below', 'above'] as const;

/** The line with its last word finished: a metric first, then what it does, then by when. */
export function completeExpectation(text: string, observation: Observation): string {
	const metrics = Object.values(observation.metrics);
	const metric = metrics.find(({id, label}) =>
		[id, label, shortName(id) ?? id].some(name =>
			text.toLowerCase().startsWith(`${name.toLowerCase()} `),
		),
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

/** The first metric that speaks of what was typed, by its name on the panels where it has one. */
function metricLike(text: string, metrics: readonly Reading[]): string {
	const [found] = metricsLike(text, metrics);
	return found === undefined ? text : `${found} `;
}

/** The names of metrics that speak of what was typed, nearest first. */
export function metricsLike(text: string, metrics: readonly Reading[]): readonly string[] {
	const typed = text.trim().toLowerCase();
	return metrics
		.map(({id, label}) => ({id, label, name: shortName(id) ?? label}))
		.filter(({id, label, name}) => `${id} ${label} ${name}`.toLowerCase().includes(typed))
		.sort(
			(a, b) => nearness(a.name, typed) - nearness(b.name, typed) || rankOf(a.id) - rankOf(b.id),
		)
		.map(({name}) => name);
}

function nearness(name: string, typed: string): number {
	const at = name.toLowerCase().indexOf(typed);
	return at === 0 ? 0 : at > 0 ? 1 : 2;
}
