import {textFor, textScreen, type Sitting} from '../../play/index.ts';
import {openingPage, roomConsole} from '../../play/room/index.ts';
import {
	createRemote,
	keepLink,
	type Address,
	type Linked,
	type Remote,
} from '../../team/remote/index.ts';
import type {Page} from '../page/index.ts';
import {createBar, type Bar} from './bar.ts';
import {atDoor} from './door.ts';
import {forgetPlace, keepPlace, keptPlace, type Place} from './kept-place.ts';
import {createTold, type Told} from './told.ts';
import {hurryWhenBack, socketHere, WIRES} from './wires.ts';

export type Here = {readonly sitting: Sitting; readonly page: Page};

/** A place in the room of this host, from its door until it is left, and the door again. */
export async function joinRoom(code: string, here: Here): Promise<never> {
	const address = {socket: socketHere(), code};
	const told = createTold();
	let said = '';
	let called = '';
	for (;;) {
		const place: Place = keptPlace(code) ?? (await atDoor(address, said, called));
		called = place.name;
		said = await seated(address, place, {...here, told});
		forgetPlace(code);
	}
}

/** A seat in the room; why it has come to an end. */
function seated(address: Address, place: Place, here: Here & {told: Told}): Promise<string> {
	const {page, sitting, told} = here;
	return new Promise(resolve => {
		let remote: Remote | undefined;
		let bar: Bar | undefined;
		let isOn = false;
		const over = (why: string) => {
			stopHurrying();
			link.close();
			told.say('');
			bar?.remove();
			resolve(why);
		};
		const link = keepLink(
			{
				...{...address, ...place, game: sitting.house.versions.game},
				hear(down) {
					if (down.kind === 'welcome') {
						const {name, token, as} = down;
						keepPlace(address.code, {...place, name, token});
						told.say('');
						remote ??= createRemote(down, up => link.send(up));
						if (as === 'facilitator') bar ??= createBar();
					}
					const isAtOnce = remote?.hear(down) === true;
					if (down.kind === 'goodbye' && !down.again) {
						if (!isOn) {
							over(down.why);
							return;
						}
						told.say(down.why, ['To the door', () => over('')]);
					}
					if (remote?.seen === undefined) return;
					bar?.show(remote);
					if (isAtOnce) page.wake();
					if (isOn) return;
					isOn = true;
					void played(remote, link, {...here, isNew: place.token === null}).then(over);
				},
				lost(why, againMs, said) {
					remote?.lost();
					const seconds = (againMs / 1_000).toFixed(0);
					const gone = said ?? `The room cannot be reached, ${why}.`;
					told.say(`${gone} Retrying in ${seconds} s.`);
				},
			},
			WIRES,
		);
		const stopHurrying = hurryWhenBack(link);
	});
}

/** The console of the seat, until it is left; whoever is new reads first what there is to know. */
async function played(
	remote: Remote,
	link: Linked,
	{sitting, page, isNew}: Here & {readonly isNew: boolean},
): Promise<string> {
	const {desk, house} = sitting;
	const {level} = remote.welcome;
	const console = roomConsole(remote, level, desk, () => remote.takeNotice());
	page.say(whereYouSit(remote));
	if (isNew) await textScreen(openingPage(remote), sitting);
	for (;;) {
		const left = await page.show(console);
		if ('how' in left) {
			link.send({kind: 'leave'});
			return 'You have left; your seat is free.';
		}
		if (!('choice' in left) || !left.choice.startsWith('read')) continue;
		const topic = left.choice.slice('read'.length).trim();
		await textScreen(textFor(topic, house.texts([level], [])), sitting);
	}
}

function whereYouSit({welcome: {name, seat, as}}: Remote): string {
	return seat === '' ? `You are ${name}, ${as}.` : `You are ${name}, on seat ${seat}.`;
}
