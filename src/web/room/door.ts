import {knock, type Address, type Down} from '../../team/remote/index.ts';
import {aboveScreen, element, screen} from './elements.ts';
import type {Place} from './kept-place.ts';
import {WIRES} from './wires.ts';

type Door = Extract<Down, {readonly kind: 'door'}>;

/** Seats are taken while one thinks. */
const LOOK_AGAIN_MS = 4_000;
const WATCH = 'watch';
const ANY = '';

/** The door of a room: asks who one is and where one would sit, and hands it back. */
export function atDoor(address: Address, said: string, called: string): Promise<Place> {
	return new Promise(resolve => {
		const status = element('p', {role: 'status'}, said);
		const title = element('h2', {}, 'A room of outage-oncall');
		const name = element('input', {
			name: 'name',
			value: called,
			maxLength: 40,
			required: true,
			spellcheck: false,
		});
		name.setAttribute('autocomplete', 'nickname');
		const seats = element('fieldset', {hidden: true}, element('legend', {}, 'Seat'));
		const join = element('button', {disabled: true}, 'Join');
		const form = element(
			...(['form', {className: 'door'}, title, status] as const),
			...[element('label', {}, 'Name ', name), seats, join],
		);
		let again: ReturnType<typeof setTimeout> | undefined;
		const look = () => {
			knock(address, WIRES, down => {
				if (down.kind === 'door') {
					join.disabled = false;
					join.textContent = down.as === 'player' ? 'Join' : `Join as ${down.as}`;
					title.textContent = down.title;
					if (down.as === 'player') showSeats(seats, down);
				} else if (down.kind === 'goodbye') {
					join.disabled = true;
					say(status, down.again ? `${down.why} It is tried again.` : `${down.why} ${ASK}`);
					if (!down.again) return;
				}
				again = setTimeout(look, LOOK_AGAIN_MS);
			});
		};
		form.addEventListener('submit', event => {
			event.preventDefault();
			clearTimeout(again);
			const wanted = chosenIn(form) ?? ANY;
			const watch = wanted === WATCH;
			const seat = watch || wanted === ANY ? null : wanted;
			form.remove();
			screen().hidden = false;
			resolve({name: name.value, seat, watch, token: null});
		});
		screen().hidden = true;
		aboveScreen(form);
		name.focus();
		look();
	});
}

const ASK = 'Ask whoever hosts for the link that is shown now.';

function say(status: HTMLElement, text: string): void {
	if (status.textContent !== text) status.textContent = text;
}

/** The seats as they are now; what was chosen stays chosen while it can be had. */
function showSeats(list: HTMLElement, {seats}: Door): void {
	const chosen = chosenIn(list);
	const free = seats.filter(({person}) => person === '').map(({id}) => id);
	const wanted = free.length === 0 ? [WATCH] : [ANY, ...free, WATCH];
	const checked = wanted.find(id => id === chosen) ?? wanted[0];
	const choices = seats.map(({id, title, person}) =>
		choice(
			id,
			person === ''
				? title.toLowerCase() === id
					? id
					: `${id}: ${title}`
				: `${id}: ${person} sits there`,
			{
				checked: id === checked,
				disabled: person !== '',
			},
		),
	);
	const any = choice(ANY, 'the first that is free', {
		checked: checked === ANY,
		disabled: free.length === 0,
	});
	const watch = choice(WATCH, 'look on', {checked: checked === WATCH});
	const before = [...list.querySelectorAll('label')];
	const after = [any, ...choices, watch];
	if (before.map(textOf).join() === after.map(textOf).join()) return;
	for (const each of before) each.remove();
	list.append(...after);
	list.hidden = false;
}

function chosenIn(form: Element): string | undefined {
	return form.querySelector<HTMLInputElement>('[name=seat]:checked')?.value;
}

function textOf({textContent}: Node): string {
	return textContent ?? '';
}

function choice(value: string, text: string, of: Partial<HTMLInputElement>): HTMLLabelElement {
	return element(
		'label',
		{},
		element('input', {type: 'radio', name: 'seat', value, ...of}),
		` ${text}`,
	);
}
