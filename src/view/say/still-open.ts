import type {Observation} from '../../observe/index.ts';

/** What the level still asks for, with when each counts as met, and what stands beside it. */
export function stillOpenLine(observation: Pick<Observation, 'open'>): string {
	const words = (needed: boolean) =>
		observation.open
			.filter(each => each.needed === needed)
			.map(({text, until}) => (until === '' ? text : `${text} (${until})`))
			.join(', ');
	const [needed, standing] = [words(true), words(false)];
	if (needed === '') return '';
	return `Blocks the win: ${needed}.${standing === '' ? '' : ` Also standing: ${standing}.`}`;
}
