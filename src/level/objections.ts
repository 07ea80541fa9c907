import {tickAt} from './clock.ts';
import {secondsOfDay} from './dials/time-of-day.ts';
import type {ConditionFile} from './condition.schema.ts';
import type {LevelFile} from './level.schema.ts';
import type {Level, Vocabulary} from './level.types.ts';
import {wordsLike} from './likeness.ts';
import type {Objection} from './objection.types.ts';
import {wrongInjects} from './injects/index.ts';
import {unknownNames} from './named-conditions.ts';
import {cutAtTime, timedOrder} from './prelude.ts';
import {unknownInAreas} from './roles/role-objections.ts';
import {seedFault} from './seed.ts';
import {SUSPECTS, suspectsOf} from './suspects.ts';

/** A time before the start is on the next day: past this, it was meant to be on the same one. */
const LASTS_SECONDS_MAX = 18 * 3_600;

type Path = readonly (string | number)[];

/** Times out of the level, names that nothing has, orders nobody could give, ids given twice. */
export function objectionsTo(
	file: LevelFile,
	level: Level,
	vocabulary: Vocabulary,
): readonly Objection[] {
	const suspects = Object.keys(suspectsOf(level));
	return [
		...wrongTimes(file, level),
		...endlessCast(file),
		...wrongFaults(file),
		...wrongText(level),
		...wrongPrelude(file, level, vocabulary),
		...wrongOrders(file, vocabulary),
		...wrongPanels(file, vocabulary),
		...conditionsIn(file).flatMap(({path, condition}) => lateIn(condition, path, level)),
		...conditionsIn(file).flatMap(({path, condition}) =>
			unknownNames(condition, {...vocabulary, suspects}).map(name => ({
				...name,
				path: [...path, ...name.path],
			})),
		),
		...wrongAlerts(file, vocabulary),
		...wrongSuspects(file, suspects),
		...wrongInjects(file.injects ?? [], vocabulary),
		...unknownInAreas(level, vocabulary),
		...NAMED.flatMap(key => twice(file, key)),
	];
}

/** The Region's own end is that of its call. */
function endlessCast({cast, goals}: LevelFile): readonly Objection[] {
	if (cast === undefined || goals !== undefined) return [];
	return [objection(['cast'], 'a level with a cast says how it is won: `goals`')];
}

function wrongTimes(file: LevelFile, level: Level): readonly Objection[] {
	const {limit, takeover, story} = level;
	const objections: Objection[] = [];
	const object = (path: Path, message: string) => {
		objections.push(objection(path, message));
	};
	if (limit === 0) object(['limit'], 'the limit is later than the start');
	if (limit > LASTS_SECONDS_MAX) {
		object(
			['limit'],
			`the limit lies after the start and within 18 hours of it: ${file.start} is later`,
		);
	}
	const span = `between ${file.start} and ${file.limit}`;
	for (const {path, faults} of faultLists(file)) {
		for (const [index, {at}] of faults.entries()) {
			const early =
				at !== undefined && tickAt(secondsOfDay(at) ?? 0, level.startSecondsOfDay) > limit;
			if (early) object([...path, index, 'at'], `a fault lies ${span}`);
		}
	}
	if (takeover >= limit && limit > 0) object(['prelude', 'until'], `the takeover lies ${span}`);
	for (const [index, {before}] of level.tasks.entries()) {
		const early = before !== null && (before > limit || before <= takeover);
		if (early) object(['tasks', index, 'before'], `a task’s time lies after the takeover, ${span}`);
	}
	for (const [index, {before, atEnd}] of level.tasks.entries()) {
		if (before === null || atEnd !== true) continue;
		object(['tasks', index, 'before'], 'what is judged when the run ends has no time before it');
	}
	if (story?.kind === 'name-empties' && story.from > story.until) {
		object(['story'], 'the story begins before it ends');
	}
	if (story?.kind === 'condition' && (story.at < takeover || story.at > limit)) {
		object(['story', 'at'], `the story is judged after the takeover, ${span}`);
	}
	return objections;
}

/** The lists of faults of a level that begin with it. */
function faultLists({faults, variations}: LevelFile) {
	return [
		{path: ['faults'] as Path, faults},
		...(variations ?? []).map((variation, index) => ({
			path: ['variations', index, 'faults'] as Path,
			faults: variation.faults ?? [],
		})),
	];
}

function wrongFaults(file: LevelFile): readonly Objection[] {
	const comesAgain = (file.recurrence?.faults ?? []).flatMap((fault, index) =>
		fault.at === undefined || fault.when !== undefined
			? [objection(['recurrence', 'faults', index], 'what comes again comes `at` a time')]
			: [],
	);
	const struck = faultLists(file).flatMap(({path, faults}) =>
		faults.flatMap((fault, index): readonly Objection[] => {
			const {at, when} = fault;
			const here = [...path, index];
			if (at === undefined && when === undefined) {
				return [objection(here, 'a fault strikes `at` a time or `when` something is so')];
			}
			if (at !== undefined && when !== undefined) {
				return [objection([...here, 'when'], 'a fault has either `at` or `when`')];
			}
			if (when !== undefined) return beliefsIn(when, [...here, 'when']);
			const stray = (['for', 'again'] as const).filter(key => fault[key] !== undefined);
			return stray.map(key => objection([...here, key], `\`${key}\` goes with \`when\``));
		}),
	);
	return [...comesAgain, ...struck];
}

/** What a player believes moves no world. */
function beliefsIn(condition: ConditionFile, path: Path): readonly Objection[] {
	if ('suspected' in condition) {
		return [objection([...path, 'suspected'], 'what a player suspects moves no fault')];
	}
	return innerOf(condition).flatMap(({key, inner}) => beliefsIn(inner, [...path, ...key]));
}

/** A time of day that the level never reaches. */
export function lateIn(condition: ConditionFile, path: Path, level: Level): readonly Objection[] {
	if ('at' in condition) {
		const at = tickAt(secondsOfDay(condition.at) ?? 0, level.startSecondsOfDay);
		return at > level.limit
			? [objection([...path, 'at'], 'it comes after the level has ended')]
			: [];
	}
	return innerOf(condition).flatMap(({key, inner}) => lateIn(inner, [...path, ...key], level));
}

function innerOf(condition: ConditionFile): readonly {key: Path; inner: ConditionFile}[] {
	if ('all' in condition)
		return condition.all.map((inner, index) => ({key: ['all', index], inner}));
	if ('any' in condition)
		return condition.any.map((inner, index) => ({key: ['any', index], inner}));
	if ('not' in condition) return [{key: ['not'], inner: condition.not}];
	if ('holds' in condition) return [{key: ['holds'], inner: condition.holds}];
	if ('while' in condition) return [{key: ['while'], inner: condition.while}];
	if ('first' in condition) {
		return [
			{key: ['first'], inner: condition.first},
			{key: ['then'], inner: condition.then},
		];
	}
	return [];
}

function wrongText({seed, title, alerts, chat}: Level): readonly Objection[] {
	const wrongSeed = seedFault(seed);
	return [
		...(wrongSeed === undefined ? [] : [objection(['seed'], wrongSeed)]),
		...(title.trim() === ''
			? [objection(['title'], 'a title has at least one printable character')]
			: []),
		...alerts.flatMap((alert, index) => unreadable(alert.title, ['alerts', index, 'title'])),
		...chat.flatMap(({from, words}, index) => [
			...unreadable(from, ['chat', index, 'from']),
			...words.flatMap((text, row) => unreadable(text, ['chat', index, 'words', row])),
		]),
	];
}

function unreadable(text: string, path: Path): readonly Objection[] {
	return text.trim() === '' ? [objection(path, 'expected at least one printable character')] : [];
}

function wrongPrelude(
	{prelude}: LevelFile,
	{startSecondsOfDay, limit}: Level,
	{order}: Vocabulary,
): readonly Objection[] {
	return (prelude?.orders ?? []).flatMap((line, index) => {
		const path = ['prelude', 'orders', index];
		const timed = timedOrder(line, startSecondsOfDay);
		if (timed === undefined) return [objection(path, 'expected HH:MM:SS and a command')];
		if (timed.at > limit) return [objection(path, 'it comes after the level has ended')];
		const read = order(timed.words);
		return read.ok ? [] : [objection(path, read.message, read.suggestions)];
	});
}

/** Beginnings that are withheld, and whole orders that are named as better ones. */
function wrongOrders(file: LevelFile, {beginsOrder, order}: Vocabulary): readonly Objection[] {
	const withheld = (file.withhold?.orders ?? []).flatMap((words, index) =>
		beginsOrder(words)
			? []
			: [objection(['withhold', 'orders', index], `no command starts with “${words}”`)],
	);
	const better = (file.decisions ?? []).flatMap(({alternatives}, decision) =>
		alternatives.flatMap((line, index) => {
			const read = order(cutAtTime(line).words);
			const path = ['decisions', decision, 'alternatives', index];
			return read.ok ? [] : [objection(path, read.message, read.suggestions)];
		}),
	);
	return [...withheld, ...better];
}

function wrongPanels({withhold, darkens}: LevelFile, {panels}: Vocabulary): readonly Objection[] {
	const named = [
		...(withhold?.panels ?? []).map((name, index) => ({
			name,
			path: ['withhold', 'panels', index] as Path,
		})),
		...(darkens ?? []).map(({panel}, index) => ({
			name: panel,
			path: ['darkens', index, 'panel'] as Path,
		})),
	];
	return named.flatMap(({name, path}) => {
		if (panels.includes(name)) return [];
		const expected = `no panel is called “${name}”: expected ${panels.join(', ')}`;
		return [objection(path, expected, wordsLike(name, panels))];
	});
}

function wrongAlerts(
	{alerts}: LevelFile,
	{observed, alerts: known, alertGroups}: Vocabulary,
): readonly Objection[] {
	return (alerts ?? []).flatMap(({id, group, metric, above, below, clear}, index) => {
		const at = (key: string, message: string, suggestions: readonly string[] = []) =>
			objection(['alerts', index, key], message, suggestions);
		const found: Objection[] = [];
		if (known.includes(id)) found.push(at('id', `“${id}” is an alert of the Region already`));
		if (!alertGroups.includes(group)) {
			const expected = `no alert belongs to “${group}”: expected ${alertGroups.join(', ')}`;
			found.push(at('group', expected, wordsLike(group, alertGroups)));
		}
		if (!observed.includes(metric)) {
			const expected = `monitoring delivers no metric “${metric}”`;
			found.push(at('metric', expected, wordsLike(metric, observed)));
		}
		const line = above ?? below;
		if (line === undefined || (above !== undefined && below !== undefined)) {
			found.push(at('metric', 'an alert has a line: either `above` or `below`'));
		} else if (clear === undefined && line === 0) {
			found.push(at('metric', 'an alert at 0 says where it clears: `clear`'));
		} else if (clear !== undefined && (above === undefined ? clear <= line : clear >= line)) {
			found.push(at('clear', 'an alert clears on the healthy side of its line'));
		}
		return found;
	});
}

/** Suspects that are there in any level, and causes that nobody could name. */
function wrongSuspects(
	{suspects, diagnosis}: LevelFile,
	known: readonly string[],
): readonly Objection[] {
	const taken = (suspects ?? []).flatMap(({id}, index) =>
		Object.hasOwn(SUSPECTS, id)
			? [objection(['suspects', index, 'id'], `“${id}” may be suspected in any level`)]
			: [],
	);
	const unknown = (diagnosis ?? []).flatMap(({suspect}, index) => {
		if (known.includes(suspect)) return [];
		const message = `there is no suspect “${suspect}”: expected ${known.join(', ')}`;
		return [objection(['diagnosis', index, 'suspect'], message, wordsLike(suspect, known))];
	});
	return [...taken, ...unknown];
}

const NAMED = [
	'tasks',
	'unsafe',
	'decisions',
	'variations',
	'alerts',
	'suspects',
	'injects',
] as const;

function twice(file: LevelFile, key: (typeof NAMED)[number]): readonly Objection[] {
	const ids = (file[key] ?? []).map(({id}) => id);
	return ids.flatMap((id, index) =>
		ids.indexOf(id) === index ? [] : [objection([key, index, 'id'], `“${id}” exists already`)],
	);
}

function conditionsIn(
	file: LevelFile,
): readonly {readonly path: Path; readonly condition: ConditionFile}[] {
	const {goals, story, recurrence} = file;
	const rows = (key: 'unsafe' | 'diagnosis' | 'decisions' | 'hints' | 'chat' | 'darkens') =>
		(file[key] ?? []).map(({when}, index) => ({path: [key, index, 'when'], condition: when}));
	return [
		...faultLists(file).flatMap(({path, faults}) =>
			faults.flatMap(({when}, index) =>
				when === undefined ? [] : [{path: [...path, index, 'when'], condition: when}],
			),
		),
		...(goals === undefined ? [] : [{path: ['goals', 'win'], condition: goals.win}]),
		...(goals?.lose ?? []).map(({when}, index) => ({
			path: ['goals', 'lose', index, 'when'],
			condition: when,
		})),
		...(story !== undefined && 'when' in story
			? [{path: ['story', 'when'], condition: story.when}]
			: []),
		...Object.entries(file.facts ?? {}).map(([id, {when}]) => ({
			path: ['facts', id, 'when'],
			condition: when,
		})),
		...(file.tasks ?? []).flatMap(({asked, met}, index) => [
			{path: ['tasks', index, 'met'], condition: met},
			...(asked === undefined ? [] : [{path: ['tasks', index, 'asked'], condition: asked}]),
		]),
		...(['unsafe', 'diagnosis', 'decisions', 'hints', 'chat', 'darkens'] as const).flatMap(rows),
		...(recurrence === undefined
			? []
			: [{path: ['recurrence', 'holds'], condition: recurrence.holds}]),
	];
}

function objection(path: Path, message: string, suggestions: readonly string[] = []): Objection {
	return {path, message, suggestions};
}
