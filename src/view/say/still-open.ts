import type {Observation} from '../../observe/index.ts';

/** What the level still asks for, in as many names as wanted: `still open: launch throttle at 100 %, 2 more`. */
export function stillOpen({open}: Pick<Observation, 'open'>, namesMax = Infinity): string {
	const needed = open.filter(each => each.needed);
	if (needed.length === 0) return '';
	const named = needed.slice(0, namesMax).map(({text}) => text);
	const more = needed.length - named.length;
	return `still open: ${[...named, ...(more > 0 ? [`${String(more)} more`] : [])].join(', ')}`;
}

/** The same in full, with when each counts as closed, and what stands beside it. */
export function stillOpenLine(observation: Pick<Observation, 'open'>): string {
	const words = (needed: boolean) =>
		observation.open
			.filter(each => each.needed === needed)
			.map(({text, until}) => (until === '' ? text : `${text} (${until})`))
			.join(', ');
	const [needed, standing] = [words(true), words(false)];
	if (needed === '') return '';
	return `Still open: ${needed}.${standing === '' ? '' : ` Also standing: ${standing}.`}`;
}
