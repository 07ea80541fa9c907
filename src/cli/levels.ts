import {clockOf} from '../level/index.ts';
import {cardOf, type ShelvedLevel} from '../play/index.ts';
import {glanceAtRuns, provenEnds, savesFolder} from '../saves/glance/index.ts';
import {shownPath} from '../saves/index.ts';
import {wrap} from '../view/index.ts';
import {dialLines, difficulty, lengthWords} from '../view/programs/menu/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {loadLevel, type LevelFolder} from './level-folder.ts';
import {playersOf} from './level-players.ts';
import {ownLevels} from './levels-folder.ts';
import {ownPlaces} from './places.ts';
import {columns, complain, print, printJson} from './terminal-text.ts';

const OPTIONS = {saves: {type: 'string'}, json: {type: 'boolean'}} as const;
const WIDTH = 90;
const INDENT = '     ';

/** `levels`: what can be played, or everything about one of them before it is played. */
export async function levelsCommand(words: readonly string[]): Promise<Exit> {
	const [first, ...rest] = words;
	if (first === 'check') return (await import('./levels-check.ts')).levelsCheckCommand(rest);
	if (first === 'new') return (await import('./levels-new.ts')).levelsNewCommand(rest);
	const parsed = parseArguments(words, OPTIONS, {positionals: ['LEVEL'], optional: 1});
	if (!parsed.ok) return badInput(parsed.message);
	const [name] = parsed.positionals;
	const {saves, json} = parsed.values;
	const {shown, broken} = await read(name === undefined ? ownLevels() : [name], saves);
	for (const sentence of broken) complain(sentence);
	if (json === true) printJson({levels: shown.map(asData)});
	else if (name === undefined) print(listOf(shown));
	else for (const level of shown) print(pageOf(level));
	return broken.length > 0 ? EXIT.badInput : EXIT.done;
}

type Shown = {readonly folder: LevelFolder; readonly card: ShelvedLevel};

/** Levels with the best of what was played of them, and what is wrong with those that cannot be read. */
async function read(
	names: readonly string[],
	saves: string | undefined,
): Promise<{readonly shown: readonly Shown[]; readonly broken: readonly string[]}> {
	const {state} = ownPlaces();
	const folder = savesFolder(saves, state);
	const {runs, trouble} = glanceAtRuns(folder, provenEnds(state));
	if (trouble !== undefined)
		complain(`${shownPath(folder)}: the saves cannot be read: ${trouble}.`);
	const shown: Shown[] = [];
	const broken: string[] = [];
	for (const name of names) {
		const loaded = await loadLevel(name);
		if (!loaded.ok) broken.push(...loaded.sentences);
		else {
			const {level} = loaded;
			shown.push({folder: loaded, card: cardOf(level.id, {...level}, runs)});
		}
	}
	return {shown: shown.sort(byLadder), broken};
}

function byLadder({card: a}: Shown, {card: b}: Shown): number {
	return (a.ladder ?? Infinity) - (b.ladder ?? Infinity) || (a.id < b.id ? -1 : 1);
}

function listOf(levels: readonly Shown[]): string {
	const heads = columns(
		levels.map(({card}) => [
			rung(card),
			card.id,
			card.title,
			card.kind,
			difficulty(card),
			lengthWords(card).replace('about ', ''),
			card.best,
		]),
	);
	return levels
		.flatMap(({folder: {level}}, index) => [heads[index] ?? '', ...indented(level.lesson)])
		.join('\n');
}

function indented(text: string): readonly string[] {
	return text === '' ? [] : wrap(text, WIDTH - INDENT.length).map(line => INDENT + line);
}

function rung({ladder}: ShelvedLevel): string {
	return ladder === null ? '' : `L${String(ladder)}`;
}

/** Everything that may be known of a level before it is played. */
function pageOf({folder, card}: Shown): string {
	const {level} = folder;
	const {takeover, limit, seed, lesson, role, summary} = level;
	const clock = clockOf(level, seed);
	const [from, till, yours] = [0, limit, takeover].map(at => clock.at(at).slice(0, 5));
	const about = [rung(card), card.kind, difficulty(card), lengthWords(card)];
	const rows: readonly (readonly [string, string])[] = [
		['you are', role],
		['lesson', lesson],
		['time', `${from ?? ''} to ${till ?? ''} PDT; you take over at ${yours ?? ''}`],
		['seed', seed],
		['best', card.best === '' ? 'not played to its end yet' : card.best],
		['players', playersOf(folder).join(', ')],
	];
	return [
		`${card.id}  ${card.title}`,
		about.filter(word => word !== '').join(', '),
		'',
		...wrap(summary, WIDTH),
		'',
		...rows.filter(([, text]) => text !== '').flatMap(([label, text]) => labelled(label, text)),
		...dialLines(card).map(line => `${''.padEnd(LABEL)}${line}`),
	].join('\n');
}

const LABEL = 9;

function labelled(label: string, text: string): readonly string[] {
	return wrap(text, WIDTH - LABEL).map(
		(line, index) => (index === 0 ? label : '').padEnd(LABEL) + line,
	);
}

function asData({folder, card}: Shown): object {
	const {id, title, kind, ladder, minutes, dials, summary, role, best} = card;
	const {lesson, seed, limit, takeover} = folder.level;
	return {
		...{id, title, kind, ladder, minutes, difficulty: difficulty(card), dials, summary, role},
		...{lesson, seed, takeover, limit, best, players: playersOf(folder)},
	};
}
