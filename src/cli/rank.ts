import {LEVEL_LENGTH_MAX, clockOf, optionsOf, type ExpertPanel} from '../level/index.ts';
import {parsePanel} from '../level/file/index.ts';
import {readRun, readText, shownPath} from '../saves/index.ts';
import {
	agreement,
	judgedByPanel,
	livedBy,
	panelOf,
	placesInOrder,
	rankedBy,
	type Journal,
	type Lived,
	type Ranked,
	type RankedDecision,
} from '../session/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {levelOf, type LevelFolder} from './level-folder.ts';
import {playersOf} from './level-players.ts';
import {scriptOf} from './level-script.ts';
import {readLines, type LineReader} from './line-reader.ts';
import {readScript} from './order-file.ts';
import {packageRoot, versionOf} from './package-root.ts';
import {printLines} from './prose.ts';
import {refusedAs} from './refused-as.ts';
import {didYouMean, printJson} from './terminal-text.ts';

const OPTIONS = {
	panel: {type: 'string'},
	json: {type: 'boolean'},
	level: {type: 'string'},
} as const;

/** Scripted players who show what not to do are no experts. */
const NO_EXPERTS = ['silent', 'reckless'];
const LINE_BYTES_MAX = 4_096;

/** `rank FILE`: at the decisions of a run, what one would do first and why, and then what a panel would. Nothing is scored. */
export async function rankCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['FILE'], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const [file = ''] = parsed.positionals;
	const read = readRun(file);
	if (!read.ok) return badInput(read.message);
	const loaded = await levelOf(read.journal, parsed.values.level);
	if (!loaded.ok) return badInput(...loaded.sentences);
	const people = panelIn(parsed.values.panel, loaded);
	if ('sentences' in people) return badInput(...people.sentences);
	const own = livedBy('you', loaded.level, read.journal, null, versionOf(packageRoot()));
	if ('ok' in own) return refusedAs(file, own);
	const scripted = people.panel === null ? scriptedIn(loaded, read.journal) : [];
	const decisions = ranked(loaded, read.journal, own, {scripted, people: people.panel});
	if (parsed.values.json === true) printJson({level: loaded.level.id, decisions});
	else await ask(decisions);
	return EXIT.done;
}

function panelIn(
	file: string | undefined,
	{level}: LevelFolder,
): {readonly panel: ExpertPanel | null} | {readonly sentences: readonly string[]} {
	if (file === undefined) return {panel: null};
	const name = shownPath(file);
	const read = readText(file, LEVEL_LENGTH_MAX);
	if (!read.ok) return {sentences: [`--panel: ${name}: ${read.why}.`]};
	const parsed = parsePanel(read.text, level);
	if (parsed.ok) return {panel: parsed.panel};
	return {
		sentences: parsed.problems.map(
			({line, column, message, suggestions}) =>
				`${name}:${String(line)}:${String(column)}: ${message}.${didYouMean(suggestions)}`,
		),
	};
}

/** The same night as each scripted player of the level lives it. */
function scriptedIn(loaded: LevelFolder, journal: Journal): readonly Lived[] {
	return playersOf(loaded).flatMap(player => {
		const file = NO_EXPERTS.includes(player) ? undefined : scriptOf(loaded, player);
		const script = file === undefined ? null : readScript(file, loaded.level, journal.begin.seed);
		if (script === null || 'sentences' in script) return [];
		const lived = livedBy(player, loaded.level, journal, script, '');
		return 'ok' in lived ? [] : [lived];
	});
}

function ranked(
	{level}: LevelFolder,
	{begin}: Journal,
	own: Lived,
	experts: {readonly scripted: readonly Lived[]; readonly people: ExpertPanel | null},
): readonly RankedDecision[] {
	const clock = clockOf(level, begin.seed);
	return level.decisions.flatMap((decision, row) => {
		const did = rankedBy(own, level, decision);
		if (did === null) return [];
		const all =
			experts.people === null
				? experts.scripted.flatMap(each => rankedBy(each, level, decision) ?? [])
				: judgedByPanel(experts.people, decision);
		const {id, what} = decision;
		const at = clock.at(own.cameAt[row] ?? 0);
		return [{id, what, clock: at, options: optionsOf(decision), did, panel: panelOf(all)}];
	});
}

async function ask(decisions: readonly RankedDecision[]): Promise<void> {
	if (decisions.length === 0) {
		printLines(['None of the decisions of this level came in this run.']);
		return;
	}
	printLines([
		'Rank what could be done, best first, and say why. Nothing of it is scored or kept.',
	]);
	const lines = readLines(process.stdin, process.stdout, LINE_BYTES_MAX);
	for (const decision of decisions) {
		const {clock, what, options} = decision;
		printLines([
			'',
			`${clock} ${what}`,
			...options.map((option, at) => `  ${letter(at)}  ${option}`),
		]);
		const places = await rankingFrom(lines, options.length);
		const why = places === null ? null : await saidIn(lines, 'Why, in a sentence:');
		printLines(['', ...answerLines(decision, places, why)]);
	}
	lines.close();
}

/** Places as somebody types them, `b a c`; null where they pass. Letters left out come behind, all alike. */
async function rankingFrom(lines: LineReader, many: number): Promise<readonly number[] | null> {
	for (;;) {
		const said = await saidIn(lines, 'Best first, as in “b a”, or - to pass:');
		if (said === null || said === '-') return null;
		const order = said
			.toLowerCase()
			.split(/[\s,]+/u)
			.map(each => LETTERS.indexOf(each));
		const isRanking =
			new Set(order).size === order.length && order.every(at => at >= 0 && at < many);
		if (isRanking) return placesInOrder(order, many);
		printLines([`Expected letters from a to ${letter(many - 1)}, each once.`]);
	}
}

/** The next line; null once there is none. */
async function saidIn(lines: LineReader, asked: string): Promise<string | null> {
	printLines([asked]);
	for (;;) {
		const incoming = await lines.next();
		if (incoming.kind === 'end' || incoming.kind === 'interrupt') return null;
		if (incoming.kind === 'line' && incoming.text.trim() !== '') return incoming.text.trim();
	}
}

function answerLines(
	{did, panel, options}: RankedDecision,
	places: readonly number[] | null,
	why: string | null,
): readonly string[] {
	if (panel.all.length === 0) return ['No panel: nobody else came to this.'];
	const {same, pairs} = agreement(places ?? did.places, panel.places);
	const who = places === null ? 'What you did' : 'You';
	const row = ({by, places: theirs, why: because, counts}: Ranked) =>
		`  ${ordered(theirs)}  ${by}${counts ? '' : ', whose night was lost'}: ${because}`;
	return [
		...(places === null ? [] : [`You: ${ordered(places)}${why === null ? '' : `, ${why}`}`]),
		`On the night you ${did.why === 'gave none of it' ? did.why : `gave ${did.why}`}.`,
		`The panel of ${String(panel.all.length)}: ${ordered(panel.places)}`,
		...panel.all.filter(each => !panel.minority.includes(each)).map(row),
		panel.minority.length === 0 ? 'Nobody would begin with something else.' : 'Minority:',
		...panel.minority.map(row),
		`${who} and the panel put ${String(same)} of ${String(pairs)} pairs in the same order; its first is ${first(panel.places, options)}.`,
	];
}

function first(places: readonly number[], options: readonly string[]): string {
	const best = options.filter((_, at) => places[at] === Math.min(...places));
	return best.map(option => `“${option}”`).join(' or ');
}

/** Letters by place; those alike are joined. */
function ordered(places: readonly number[]): string {
	const steps = [...new Set(places)].sort((a, b) => a - b);
	return steps
		.map(step => places.flatMap((place, at) => (place === step ? [letter(at)] : [])).join('='))
		.join(' ');
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function letter(at: number): string {
	return LETTERS.charAt(at);
}
