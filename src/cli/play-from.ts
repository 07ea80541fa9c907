import {playScenes, sittingFrom, type Scene} from '../play/index.ts';
import type {Desk} from './desk.ts';
import {endOnSignal} from './end-on-signal.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {houseOf} from './house.ts';
import {dressAsked} from './looks.ts';
import {complain} from './terminal-text.ts';

/** Plays scene after scene on one screen, gives the screen back, and says what came of it. */
export async function playFrom(first: Scene, desk: Desk): Promise<Exit> {
	// The terminal answers while the screen loads.
	const [looks, {openTerminal}] = await Promise.all([
		dressAsked(desk.settings),
		import('../tui/index.ts'),
	]);
	const terminal = openTerminal({looks});
	const stopHeeding = endOnSignal();
	const house = houseOf(desk, () => terminal.close());
	const sitting = sittingFrom(first, {house, desk: {...desk, looks}, stage: terminal});
	let scene: Extract<Scene, {at: 'out'}>;
	try {
		scene = await playScenes(first, sitting);
	} finally {
		await terminal.close();
		stopHeeding();
	}
	const {last} = sitting;
	const kept =
		last === undefined ||
		(await import('./farewell.ts')).farewell(last, {...desk, ...sitting.desk});
	if (scene.how === 'fault') return EXIT.ownFault;
	if (scene.how === 'problem') complain(scene.sentence);
	if (scene.how === 'problem' || !kept) return EXIT.badInput;
	return scene.how === 'interrupted' ? EXIT.interrupted : EXIT.done;
}
