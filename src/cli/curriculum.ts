import {cleanText, didYouMean} from '../level/text/index.ts';
import {glanceAtRuns, provenEnds, savesFolder} from '../saves/glance/index.ts';
import {CURRICULA, wordsLike, type Curriculum} from '../session/index.ts';
import {wrap} from '../view/index.ts';
import {lengthWords} from '../view/programs/menu/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {levelCards} from './level-cards.ts';
import {ownPlaces} from './places.ts';
import {columns, print, printJson} from './terminal-text.ts';

const OPTIONS = {saves: {type: 'string'}, json: {type: 'boolean'}} as const;
const WIDTH = 90;

/** `curriculum`: levels in an order for somebody, why, and which of them are won. */
export async function curriculumCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['WHOM'], optional: 1});
	if (!parsed.ok) return badInput(parsed.message);
	const [id] = parsed.positionals;
	const ids = CURRICULA.map(each => each.id);
	const shown = CURRICULA.filter(each => id === undefined || each.id === id);
	if (shown.length === 0 && id !== undefined) {
		const near = didYouMean(wordsLike(id, ids));
		return badInput(
			`There is no curriculum “${cleanText(id).slice(0, 40)}”: ${ids.join(', ')}.${near}`,
		);
	}
	const {state} = ownPlaces();
	const {runs} = glanceAtRuns(savesFolder(parsed.values.saves, state), provenEnds(state));
	const cards = await levelCards(runs);
	const stepsOf = ({steps}: Curriculum) =>
		steps.flatMap(({level, why}) => {
			const card = cards.find(each => each.id === level);
			return card === undefined ? [] : [{...card, why}];
		});
	if (parsed.values.json === true) {
		const curricula = shown.map(each => ({
			...each,
			steps: stepsOf(each).map(({id: level, title, minutes, best, why}) => ({
				...{level, title, minutes, best, why},
			})),
		}));
		printJson({curricula});
		return EXIT.done;
	}
	const told = shown.map(each => {
		const rows = stepsOf(each).map((card, index) => [
			...[String(index + 1).padStart(2), card.id, lengthWords(card).replace('about ', '')],
			...[card.best.startsWith('won') ? 'won' : '', card.why],
		]);
		return [`${each.id}: ${each.title}`, ...wrap(each.about, WIDTH), ...columns(rows)].join('\n');
	});
	print(told.join('\n\n'));
	return EXIT.done;
}
