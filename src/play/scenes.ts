import {dailySeed} from '../level/dials/index.ts';
import {
	createBrief,
	createMenu,
	nextOnLadder,
	parseChoice,
	type Choice,
	type Menu,
} from '../view/programs/menu/index.ts';
import {changeSetting} from './change-setting.ts';
import {endOf} from './ended.ts';
import type {Desk, House} from './house.types.ts';
import {dayOf, dueReviews, type Glance} from './kept/index.ts';
import {cardOf} from './level-card.ts';
import {meanwhile} from './meanwhile.ts';
import {ownKeymap} from './own-keymap.ts';
import type {RunEnd} from './runs/run-on-screen.ts';
import type {BriefScene, ReplayScene, RunScene, Scene} from './scene.ts';
import {readShelf, type Shelf} from './shelf.ts';
import type {Showing} from './stage/index.ts';
import {textScreen} from './text-screen.ts';

// What begins and judges runs knows the Region: menu and cards do not wait for that.
const region = () => import('./runs/index.ts');

/** Where play stands, across the scenes. */
export type Sitting = {
	readonly house: House;
	desk: Desk;
	readonly stage: Showing;
	/** Whether it began in the menu, which is then where a run that is left leads to. */
	readonly fromMenu: boolean;
	menu: Menu | undefined;
	/** What the menu shows; it is another where a run comes in while the menu is up. */
	shelf: Shelf | undefined;
	/** The run that was on the screen last; the shell may have something to say of it at the end. */
	last: RunEnd | undefined;
};

/** A sitting that begins with a scene. */
export function sittingFrom(
	first: Scene,
	{house, desk, stage}: Pick<Sitting, 'house' | 'desk' | 'stage'>,
): Sitting {
	return {
		house,
		desk,
		stage,
		fromMenu: first.at === 'menu',
		menu: undefined,
		shelf: undefined,
		last: undefined,
	};
}

/** Plays scene after scene until one leads out. */
export async function playScenes(
	first: Scene,
	sitting: Sitting,
): Promise<Extract<Scene, {at: 'out'}>> {
	let scene = first;
	while (scene.at !== 'out') scene = await next(scene, sitting);
	return scene;
}

function next(scene: Exclude<Scene, {at: 'out'}>, sitting: Sitting): Promise<Scene> {
	switch (scene.at) {
		case 'menu':
			return menuScene(scene.said ?? '', null, sitting, scene.from);
		case 'brief':
			return briefScene(scene, sitting);
		case 'run':
			return runScene(scene, sitting);
		case 'replay':
			return replayScene(scene, sitting);
		case 'review':
			return reviewScene(scene.today, sitting);
	}
}

/** The menu, on its first page or on that of the run in a journal. */
async function menuScene(
	said: string,
	journal: string | null,
	sitting: Sitting,
	from?: string,
): Promise<Scene> {
	const shelf = await readShelf(sitting.house, sitting.desk);
	sitting.shelf = shelf;
	const {data, runs, trouble = ''} = shelf;
	const words = said === '' ? trouble : said;
	if (sitting.menu === undefined) sitting.menu = createMenu(data, words);
	else sitting.menu.renew(data, words);
	const run = runs.findIndex(({file}) => file === journal);
	if (run >= 0) sitting.menu.showRun(run);
	else if (from !== undefined) sitting.menu.showLevel(from);
	const left = await sitting.stage.show(sitting.menu);
	if ('how' in left) return {at: 'out', how: left.how};
	const choice = 'choice' in left ? parseChoice(left.choice) : undefined;
	return choice === undefined ? {at: 'menu'} : chosen(choice, sitting.shelf, sitting);
}

/** Where a choice in the menu leads. */
async function chosen(choice: Choice, {data, runs}: Shelf, sitting: Sitting): Promise<Scene> {
	const {levelScene} = await region();
	const {house} = sitting;
	switch (choice.do) {
		case 'play':
			return levelScene(choice.level, undefined, house);
		case 'daily':
			return levelScene(choice.level, dailySeed(data.today), house);
		case 'seed':
			return levelScene(choice.level, choice.seed, house);
		case 'go-on':
		case 'retry':
		case 'watch':
		case 'score':
		case 'share':
		case 'compare':
		case 'save':
		case 'link':
		case 'from':
		case 'commit':
		case 'debrief': {
			const run = runs[choice.run];
			return run === undefined
				? {at: 'menu', said: 'That run is gone.'}
				: withRun(choice, run, {sitting, runs});
		}
		case 'take':
			return {at: 'menu', said: (await house.hands?.take()) ?? ''};
		case 'review':
			return {at: 'review', today: dayOf(new Date())};
		case 'set': {
			const {desk, said} = await changeSetting(house, sitting.desk, choice.name, choice.value);
			sitting.desk = desk;
			sitting.stage.wear(desk.looks);
			return {at: 'menu', said};
		}
		case 'begin':
		case 'resume':
		case 'back':
		case 'change':
			return {at: 'menu'};
	}
}

const GOES_ON = 'One moment: the run is re-simulated up to where you left it.';
const SHIFT_BEFORE =
	'One moment: what your colleagues did before you take over is simulated first.';
const BEGINS = 'One moment: it begins.';

/** What one does with a run that is kept. */
async function withRun(
	choice: Extract<Choice, {readonly run: number}>,
	run: Glance,
	{sitting, runs}: {readonly sitting: Sitting; readonly runs: readonly Glance[]},
): Promise<Scene> {
	const {house} = sitting;
	const {comparisonScreen, fromMoment, retried, takenUp, watched} = await region();
	switch (choice.do) {
		case 'go-on':
			return meanwhile(sitting, GOES_ON, () => takenUp(run, house));
		case 'watch':
			return watched(run, house);
		case 'from':
			return meanwhile(sitting, GOES_ON, () => fromMoment(run, choice.time, house));
		case 'commit': {
			const trouble = await house.note([{kind: 'commitment', text: choice.text}]);
			return menuScene(trouble ?? '', run.file, sitting);
		}
		case 'debrief':
			return debriefed(run.file, run.level, sitting);
		case 'retry':
			return retried(run, house);
		case 'compare':
			return menuScene(await comparisonScreen(run, runs, sitting), run.file, sitting);
		case 'save':
			return menuScene((await house.hands?.save(run.file)) ?? '', run.file, sitting);
		case 'link': {
			const page = await house.hands?.link(run.file);
			if (page !== undefined) await textScreen(page, sitting);
			return menuScene('', run.file, sitting);
		}
		case 'score':
		case 'share':
			return readOf(choice.do, run, sitting);
	}
}

/** What is told of a run as a text, and the menu again. */
async function readOf(what: 'score' | 'share', run: Glance, sitting: Sitting): Promise<Scene> {
	const {scoreScreen, shareScreen} = await region();
	const loaded = await sitting.house.level(run.level);
	if (!loaded.ok) return {at: 'menu', said: loaded.sentences.join(' ')};
	await (what === 'score' ? scoreScreen : shareScreen)(run.file, loaded, sitting);
	return menuScene('', run.file, sitting);
}

/** Whether the first and last lines of a journal leave it open that somebody goes on with it. */
function mayBeLeft({level, outcome}: Glance, of: string): boolean {
	return outcome === 'unreadable' || (level === of && outcome !== 'won' && outcome !== 'lost');
}

/** The card before a run, and the run where enter is pressed on it. */
async function briefScene(scene: BriefScene, sitting: Sitting): Promise<Scene> {
	const {desk, house, stage, fromMenu} = sitting;
	const {loaded, seed, anew, changes, said = ''} = scene;
	const {level, briefing} = loaded;
	const {runs, trouble} = await house.glances();
	const looks = !anew && (trouble !== undefined || runs.some(run => mayBeLeft(run, level.id)));
	const found = looks ? await house.journals.left(level.id) : undefined;
	const stopped = found?.found === 'run' ? found.run : undefined;
	const brief = createBrief({
		level: cardOf(level.id, {...level}, runs),
		briefing,
		seed: stopped?.read.journal.begin.seed ?? seed ?? level.seed,
		changes: level.kind === 'sandbox' ? (await region()).changeWords(changes) : null,
		said: said === '' && found?.found === 'trouble' ? found.message : said,
		left: stopped === undefined ? null : (await region()).whereItStopped(stopped, level),
		commitment: (await house.profile()).commitment,
		graphs: desk.looks.graphs,
		length: desk.settings.length,
		limit: level.limit,
		keymap: ownKeymap(desk),
	});
	const shown = stage.show(brief);
	// It loads while the card is read.
	const [left, {begun, resumed, reseeded, changedBy}] = await Promise.all([shown, region()]);
	if ('how' in left) return {at: 'out', how: left.how};
	const choice = 'choice' in left ? parseChoice(left.choice) : undefined;
	if (choice?.do === 'set') {
		sitting.desk = (await changeSetting(house, desk, choice.name, choice.value)).desk;
		return scene;
	}
	if (choice?.do === 'seed') return reseeded(scene, choice.seed);
	if (choice?.do === 'change') return changedBy(scene, choice.words);
	if (choice?.do !== 'resume' && choice?.do !== 'begin') return {at: 'menu', from: level.id};
	const next =
		choice.do === 'resume' && stopped !== undefined
			? await meanwhile(sitting, GOES_ON, () => resumed(stopped.file, scene, house))
			: await meanwhile(sitting, level.takeover > 0 ? SHIFT_BEFORE : BEGINS, () =>
					begun(scene, house),
				);
	if (typeof next !== 'string') return next;
	return fromMenu ? {at: 'menu', said: next} : {at: 'out', how: 'problem', sentence: next};
}

/** A journal that is watched, and the run of one's own that leaves it where one takes over. */
async function replayScene(scene: ReplayScene, sitting: Sitting): Promise<Scene> {
	const {createReplayViewer, takenOver} = await region();
	const {replayer, loaded, file} = scene;
	const {desk, house, stage, fromMenu} = sitting;
	const {title} = loaded.level;
	const left = await stage.show(
		createReplayViewer({replayer, title, graphs: desk.looks.graphs, keymap: ownKeymap(desk)}),
	);
	if ('how' in left) {
		if (fromMenu && left.how === 'quit') return menuScene('', file, sitting);
		return {at: 'out', how: left.how};
	}
	if (!('fork' in left)) return scene;
	const next = await takenOver(scene, left.fork, house);
	return typeof next === 'string' ? {at: 'out', how: 'problem', sentence: next} : next;
}

async function runScene(scene: RunScene, sitting: Sitting): Promise<Scene> {
	const {runOnScreen} = await region();
	const run = await runOnScreen(scene, sitting);
	sitting.last = run;
	if ('fault' in run.left) return {at: 'out', how: 'fault'};
	if ('how' in run.left && run.left.how === 'interrupted') return {at: 'out', how: 'interrupted'};
	const {branch: started, loaded, name} = run;
	if (started !== undefined) return {at: 'run', started, loaded, name, troubles: [], waits: true};
	return afterScene(run, sitting);
}

/** After its end a run leads to what can be made of it; a run that is left, to where one came from. */
async function afterScene(run: RunEnd, sitting: Sitting): Promise<Scene> {
	const {left, session, journal, loaded, lost = ''} = run;
	if (!session.ended) {
		if (!sitting.fromMenu) return {at: 'out', how: 'quit'};
		return {at: 'menu', said: lost, from: loaded.level.id};
	}
	const {house} = sitting;
	const trouble = await house.note([endOf(session, house.journals.nameOf(journal))]);
	const said = lost === '' ? (trouble ?? '') : lost;
	return 'choice' in left && said === ''
		? chosenAfter(left.choice, run, sitting)
		: menuScene(said, journal, sitting);
}

/** Where a key of the result card leads. */
async function chosenAfter(
	choice: string,
	{loaded, name, journal}: RunEnd,
	sitting: Sitting,
): Promise<Scene> {
	const {house} = sitting;
	const {levelScene, retried, watched} = await region();
	switch (choice) {
		case 'debrief':
			return debriefed(journal, name, sitting);
		case 'retry':
			return retried({file: journal, level: name}, house);
		case 'replay':
			return watched({file: journal, level: name}, house);
		case 'next': {
			const next = nextOnLadder(loaded.level.id, await house.levelCards([]));
			if (next !== undefined) return levelScene(next.id, undefined, house);
		}
	}
	return menuScene('', journal, sitting);
}

/** The drill that has been due for longest, then the next; back to where one came from when there is none. */
async function reviewScene(today: number, sitting: Sitting): Promise<Scene> {
	const {house, fromMenu} = sitting;
	const back = (said: string): Scene => (fromMenu ? {at: 'menu', said} : {at: 'out', how: 'quit'});
	const [review] = dueReviews((await house.profile()).reviews, today);
	if (review === undefined) return back('Nothing is due for review today.');
	const {reviewOnScreen} = await region();
	const end = await reviewOnScreen(review, today, sitting);
	if (typeof end === 'string') {
		return fromMenu ? {at: 'menu', said: end} : {at: 'out', how: 'problem', sentence: end};
	}
	const {left, trouble} = end;
	if ('choice' in left && trouble === undefined) return {at: 'review', today};
	if ('how' in left && left.how === 'interrupted') return {at: 'out', how: 'interrupted'};
	return back(trouble ?? '');
}

/** The debrief of a run, and the run again where it is tried again. */
async function debriefed(file: string, level: string, sitting: Sitting): Promise<Scene> {
	const loaded = await sitting.house.level(level);
	if (!loaded.ok) return {at: 'menu', said: loaded.sentences.join(' ')};
	const {debriefOnScreen, fromSecond, retried} = await region();
	const end = await debriefOnScreen({file, name: level}, loaded, sitting);
	if (typeof end === 'string') return {at: 'menu', said: end};
	const {left, trouble} = end;
	if ('how' in left && left.how === 'interrupted') return {at: 'out', how: 'interrupted'};
	if ('choice' in left) return retried({file, level}, sitting.house);
	if ('fork' in left) {
		return meanwhile(sitting, GOES_ON, () => fromSecond({file, level}, left.fork, sitting.house));
	}
	return menuScene(trouble ?? '', file, sitting);
}
