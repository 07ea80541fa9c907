import {CURRICULA} from '../../src/session/index.ts';
import {levelNamed} from '../levels/own-levels.ts';
import {heading, row, WRITTEN} from './pretty.ts';

/** docs/curriculum.md, from the table that the command reads. */
export function curriculumPage(): string {
	return [
		'# Curricula',
		'',
		WRITTEN,
		'',
		'`outage-oncall curriculum` shows these with what you have won. No level stands before one that it builds on. `profile` says',
		'what to play next from how you play; a curriculum says it to whoever has not played yet.',
		...CURRICULA.flatMap(({id, title, about, steps}) => [
			'',
			`## ${title} (\`${id}\`)`,
			'',
			about,
			'',
			...heading('', 'level', 'minutes', 'why here'),
			...steps.map(({level, why}, index) => {
				const {title: name, minutes} = levelNamed(level);
				return row(String(index + 1), `${name} (\`${level}\`)`, String(minutes), why);
			}),
		]),
		'',
	].join('\n');
}
