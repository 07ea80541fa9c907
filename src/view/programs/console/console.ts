import type {Observation} from '../../../observe/index.ts';
import type {Session} from '../../../session/index.ts';
import {cardLines} from '../../say/card.ts';
import {createClock} from './clock.ts';
import {createUi, type UiSettings} from './create-ui.ts';
import {flash} from './flash.ts';
import {createHintOffer} from './hint-offer.ts';
import {createPicture} from '../../screen/picture.ts';
import type {Program} from '../program.types.ts';
import {recalled} from './recalled.ts';
import {createScribe} from './scribe.ts';
import type {Size} from '../../screen/screen.types.ts';
import {observed} from './news.ts';
import {speedOf} from './time/index.ts';
import type {Ask, Context, Ui, Wish} from '../../input/ui.types.ts';
import {update} from './update.ts';

export type ConsoleSettings = UiSettings & {
	readonly session: Session;
	/** Whose name the orders carry. */
	readonly by: string;
	/** A sentence from the shell that the player must see, such as that the disk is full; asked each frame. */
	readonly takeNotice: () => string | undefined;
	/** Where to look next, from the level; null where it has nothing to say. */
	readonly hint?: ((observation: Observation) => string | null) | undefined;
};

/** A console without a terminal: keys and frames in, what there is to see out. Stories play it by keys. */
export type Console = Program & {
	readonly ui: Ui;
	readonly observation: Observation;
};

export function createConsole(settings: ConsoleSettings): Console {
	const {session, takeNotice} = settings;
	let ui = recalled(createUi(settings), session.notes);
	let observation = session.observation;
	const picture = createPicture();
	const scribe = createScribe(settings);
	const clock = createClock(session);
	const offer = createHintOffer(settings.hint);

	const contextOf = (size: Size): Context => ({
		observation,
		size,
		complete: text => session.complete(text),
	});

	/** What lived seconds do to the screen. */
	function seen(before: Ui): Ui {
		const earlier = observation;
		observation = session.observation;
		const ends = observation.ended !== null && earlier.ended === null;
		return observed(before, earlier, observation, ends ? cardLines(session.result()) : before.card);
	}

	function carryOut(wish: Wish, size: Size): readonly Ask[] {
		if (
			wish.type === 'attempt' ||
			wish.type === 'note' ||
			wish.type === 'expect' ||
			wish.type === 'hint'
		) {
			ui = scribe.carryOut(ui, wish, contextOf(size));
			return [];
		}
		return [wish];
	}

	return {
		get ui() {
			return ui;
		},
		get observation() {
			return observation;
		},
		press(key, size) {
			offer.pressed();
			const before = ui;
			const [next, wishes] = update(ui, key, contextOf(size));
			ui = next;
			scribe.noteLook(before, ui);
			return wishes.flatMap(wish => carryOut(wish, size));
		},
		frame(seconds) {
			const before = ui;
			ui = clock.live(ui, seconds, observation, seen);
			if (speedOf(ui) > 0) ui = offer.ran(ui, seconds, observation);
			scribe.noteStops(before, ui);
			const notice = takeNotice();
			if (notice !== undefined) ui = flash(ui, 'bad', notice);
		},
		present: size => picture(observation, ui, size),
	};
}
