import './no-eval.ts';
import {
	playScenes,
	sittingFrom,
	textScreen,
	type LevelShelf,
	type Scene,
	type Sitting,
} from '../play/index.ts';
import {tabHouse, type TabHouse} from './house/index.ts';
import {handsOf} from './hands.ts';
import {sceneOfLink} from './link.ts';
import {openPage, type Page} from './page/index.ts';
import type {Here} from './room/room.ts';
import {roomLinkIn, type RoomLink} from './room/room-link.ts';
import {takeFiles} from './take-files.ts';

declare const GAME_VERSION: string;

const room = roomLinkIn(location.hash);

/** The page from its first paint: the menu, or what the link asks for, and on from there. */
async function main(): Promise<void> {
	const shelf = (await (await fetch('./shelf.json')).json()) as LevelShelf;
	const kept = tabHouse(shelf, GAME_VERSION);
	const house = {...kept, hands: handsOf(kept)};
	const settings = await house.settings();
	const desk = {settings, looks: house.dress(settings), place: 'page' as const};
	const page = openPage(
		{
			screen: element('screen', HTMLElement),
			sheet: element('sheet', HTMLElement),
			line: element('line', HTMLInputElement),
			live: element('live', HTMLElement),
		},
		desk.looks,
	);
	const sitting = sittingFrom({at: 'menu'}, {house, desk, stage: page});
	followSystem(sitting, page);
	if (room !== undefined) {
		await inRoom(room, {sitting, page}).catch((fault: unknown) => notLoaded(fault, sitting));
		location.reload();
		return;
	}
	takeFiles(house, sitting, page);
	const first = await sceneOfLink(location.hash, sitting).catch((fault: unknown) =>
		notLoaded(fault, sitting),
	);
	await playOn(first ?? {at: 'menu'}, sitting, house, page);
}

async function inRoom({what, code}: RoomLink, here: Here): Promise<never> {
	return what === 'join'
		? (await import('./room/room.ts')).joinRoom(code, here)
		: (await import('./room/board.ts')).showBoard(code, here);
}

/** A page is never left from within: what would lead out of a terminal leads to the menu. */
async function playOn(first: Scene, sitting: Sitting, house: TabHouse, page: Page): Promise<void> {
	let scene = first;
	for (;;) {
		const out = await playScenes(scene, sitting).catch((fault: unknown) =>
			notLoaded(fault, sitting),
		);
		await house.journals.settled();
		const said = wordsOf(out, sitting);
		if (said !== '') page.say(said);
		scene = {at: 'menu', said};
	}
}

/** Most of the page is loaded when it is asked for, and a site that was changed or cannot be reached has it no more. */
async function notLoaded(fault: unknown, sitting: Sitting): Promise<Scene & {readonly at: 'out'}> {
	const why = fault instanceof Error ? fault.message : String(fault);
	const sentence =
		'This part of the page did not load. Load the page again: what was played is kept.';
	await textScreen({title: 'The page cannot go on', text: [sentence, '', why].join('\n')}, sitting);
	return {at: 'out', how: 'problem', sentence};
}

function wordsOf(out: Extract<Scene, {at: 'out'}>, {last}: Sitting): string {
	if (out.how === 'problem') return out.sentence;
	if (out.how !== 'fault') return last?.lost ?? 'All of it is kept: close the tab when you like.';
	const fault = last !== undefined && 'fault' in last.left ? last.left.fault : undefined;
	const what = fault instanceof Error ? fault.message : String(fault);
	return `This is a bug in the game, not a mistake of yours: ${what}. The journal up to there is under Runs.`;
}

/** The system may change its mind about light, dark and motion while the page is open. */
function followSystem(sitting: Sitting, page: Page): void {
	for (const about of ['(prefers-color-scheme: light)', '(prefers-reduced-motion: reduce)']) {
		matchMedia(about).addEventListener('change', () => {
			const {settings} = sitting.desk;
			sitting.desk = {...sitting.desk, looks: sitting.house.dress(settings)};
			page.wear(sitting.desk.looks);
			page.refresh();
		});
	}
}

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
	const found = document.getElementById(id);
	if (!(found instanceof kind)) throw new Error(`The page has lost its #${id}.`);
	return found;
}

// Another link in the address is another page; what is played here is kept.
addEventListener('hashchange', () => {
	location.reload();
});

// A room has no use for a page without its host, and comes with the page of its own version.
if (room === undefined && 'serviceWorker' in navigator) {
	navigator.serviceWorker.register('./service-worker.js').catch(() => undefined); // Without it there is no page offline.
}

await main().catch((fault: unknown) => {
	const why = fault instanceof Error ? fault.message : String(fault);
	const row = document.createElement('p');
	row.className = 'row';
	row.textContent = `The page cannot begin: ${why}. Load it again.`;
	element('sheet', HTMLElement).replaceChildren(row);
});
