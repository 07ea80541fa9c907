import {createRemote, keepLink, type Remote} from '../../team/remote/index.ts';
import {createBoard} from '../../view/index.ts';
import type {Here} from './room.ts';
import {createTold} from './told.ts';
import {hurryWhenBack, socketHere, WIRES} from './wires.ts';

/** A host that has closed the room may open it again. */
const CALL_AGAIN_MS = 30_000;

/** The board of the room: it looks on for ever, and comes back by itself to whatever room opens here with its code. */
export function showBoard(code: string, {page, sitting}: Here): Promise<never> {
	const told = createTold();
	const {house, desk} = sitting;
	let shown: Remote | undefined;
	stayAwake();
	const call = () => {
		let remote: Remote | undefined;
		const link = keepLink(
			{
				...{socket: socketHere(), code, name: 'Board', seat: null, watch: true},
				game: house.versions.game,
				hear(down) {
					if (down.kind === 'welcome') remote ??= createRemote(down, up => link.send(up));
					const isAtOnce = remote?.hear(down) === true;
					if (down.kind === 'goodbye' && !down.again) {
						told.say(down.why);
						stopHurrying();
						setTimeout(call, CALL_AGAIN_MS);
					}
					if (remote?.seen === undefined) return;
					if (down.kind === 'welcome' || down.kind === 'see') told.say('');
					const isFirst = shown === undefined;
					shown = remote;
					if (isFirst) put(remote);
					else if (isAtOnce) page.wake();
				},
				lost(why, _, said) {
					told.say(`${said ?? `The room cannot be reached, ${why}.`} It is tried again.`);
				},
			},
			WIRES,
		);
		const stopHurrying = hurryWhenBack(link);
	};
	const put = (first: Remote) => {
		const {title} = first.welcome.level;
		const observe = () => (shown ?? first).observation;
		void page.show(createBoard({title, graphs: desk.looks.graphs, observe}));
	};
	told.say('The board waits for the room.');
	call();
	return new Promise(() => undefined);
}

/** Nobody touches a board, and its screen shall not go dark for it. */
function stayAwake(): void {
	const ask = () => {
		if (document.hidden || !('wakeLock' in navigator)) return;
		navigator.wakeLock.request('screen').catch(() => undefined); // Then it is as the system has it.
	};
	document.addEventListener('visibilitychange', ask);
	ask();
}
