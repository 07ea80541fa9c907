import {cleanText} from '../level/text/index.ts';
import {isSameName} from '../level/index.ts';
import {profileOf} from '../session/index.ts';
import {profileLines} from '../view/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {countedRuns, rungsOf} from './counted-runs.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {levelCards} from './level-cards.ts';
import {columns, print, printJson} from './terminal-text.ts';

const OPTIONS = {
	as: {type: 'string'},
	saves: {type: 'string'},
	rebuild: {type: 'boolean'},
	json: {type: 'boolean'},
} as const;

/** `profile`: how somebody fares axis by axis, and what to play next. */
export async function profileCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: [], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const {as: name, saves, rebuild, json} = parsed.values;
	const counted = await countedRuns(saves, {rebuild});
	if (!counted.ok) return badInput(counted.message);
	const own = counted.runs.filter(
		run => run.by === 'person' && (name === undefined || isSameName(run.name, name)),
	);
	if (own.length === 0 && name !== undefined) {
		return badInput(`No run that ended has the name “${cleanText(name).slice(0, 40)}”.`);
	}
	const profile = profileOf(own, rungsOf(await levelCards([])));
	if (json === true) printJson(profile);
	else {
		const {tables, lines} = profileLines(profile);
		const told = tables.flatMap(({title, rows}) => [title, ...columns(rows), '']);
		print([...told, ...lines].join('\n'));
	}
	return counted.trouble === undefined ? EXIT.done : badInput(counted.trouble);
}
