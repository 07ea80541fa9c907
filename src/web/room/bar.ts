import type {Remote} from '../../team/remote/index.ts';
import {isOfTheServer, isTalk} from '../../session/index.ts';
import {talkSaid} from '../../view/index.ts';
import {aboveScreen, button, element} from './elements.ts';

/** Seconds of the night in a real one. */
const PACES = [1, 4, 20, 60] as const;

export type Bar = {
	/** Shows how the room is now. */
	show(remote: Remote): void;
	remove(): void;
};

/** What a facilitator does most, as buttons, and a line for all else. */
export function createBar(): Bar {
	const eyes = element('span', {role: 'group', ariaLabel: 'Whose view'});
	const time = element('span', {role: 'group', ariaLabel: 'Time'});
	const injects = element('select', {ariaLabel: 'Inject'});
	const inject = button('Inject', () => void give(`inject ${injects.value}`));
	const world = element('span', {role: 'group', ariaLabel: 'Drill', hidden: true}, injects, inject);
	const snapshot = button('Snapshot', () => void give('snapshot'));
	const said = element('span', {role: 'status'});
	const line = element('input', {name: 'line', autocomplete: 'off', spellcheck: false, size: 30});
	const form = element('form', {}, element('label', {}, 'Command ', line), ' ', said);
	const bar = element('div', {className: 'bar', role: 'region', ariaLabel: 'Facilitator'});
	bar.append(eyes, time, world, snapshot, form);
	aboveScreen(bar);
	let remote: Remote | undefined;
	let shown = '';
	const give = (text: string) => {
		const isSaid = isTalk(text) || isOfTheServer(text);
		const problem = isSaid ? remote?.talk('', text) : remote?.attempt('', text);
		said.textContent = problem?.message ?? talkSaid(text);
		return problem === undefined;
	};
	form.addEventListener('submit', event => {
		event.preventDefault();
		if (give(line.value)) line.value = '';
	});
	const act = (word: string, text: string, isSo = false, ...after: readonly (Node | string)[]) => {
		const made = button(word, () => void give(text));
		made.append(...after);
		made.ariaPressed = String(isSo);
		return made;
	};
	const show = (now: Remote) => {
		remote = now;
		const {room} = now.observation;
		const wanted = JSON.stringify([room?.seat, room?.seats, room?.holds, room?.pace]);
		if (room === null || wanted === shown) return;
		shown = wanted;
		const names = room.seats.map(({id, person, away}) => {
			// Which way a name is written is its own, and ends with it.
			const called = [' (', element('bdi', {}, person), away ? ', away)' : ')'];
			return act(id, `look ${id}`, id === room.seat, ...(person === '' ? [] : called));
		});
		for (const {name, what} of injects.options.length > 0 ? [] : (room.served?.palette ?? [])) {
			injects.append(element('option', {value: name, title: what}, name));
			world.hidden = false;
		}
		keepFocus(eyes, act('Everything', 'look all', room.seat === ''), ...names);
		keepFocus(
			time,
			act('Freeze', 'pace 0', room.pace === 0),
			...PACES.map(pace => act(`${String(pace)}x`, `pace ${String(pace)}`, pace === room.pace)),
			...room.holds.map(({by}) => act(`Release ${by}`, `release-hold ${by}`)),
		);
	};
	return {
		show,
		remove() {
			bar.remove();
		},
	};
}

/** Puts other buttons in place of those before; whoever stood on one stands on the one at its place. */
function keepFocus(group: HTMLElement, ...buttons: readonly HTMLElement[]): void {
	const at = [...group.children].indexOf(document.activeElement ?? group);
	group.replaceChildren(...buttons);
	buttons[at]?.focus();
}
