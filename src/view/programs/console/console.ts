import {castSeen, PANELS, type Observation} from '../../../observe/index.ts';
import type {Session} from '../../../session/index.ts';
import {cardOf} from '../../say/card.ts';
import type {CardMore} from '../../say/card.types.ts';
import {isThroughOtherEyes} from '../../say/happenings.ts';
import {standing} from '../../say/queue.ts';
import {createClock} from './clock.ts';
import {createUi, type UiSettings} from './create-ui.ts';
import {flash} from './flash.ts';
import {createEar} from './ear.ts';
import {createHintOffer} from './hint-offer.ts';
import {isShown} from '../../screen/layout.ts';
import {createPicture} from '../../screen/picture.ts';
import type {Program} from '../program.types.ts';
import {recalled} from './recalled.ts';
import {paste} from './paste.ts';
import {createScribe} from './scribe.ts';
import type {Size} from '../../screen/screen.types.ts';
import {observed, probed} from './news.ts';
import {EMPTY_INBOX} from '../../input/inbox/index.ts';
import {speedOf} from './time/index.ts';
import type {Ask, Context, Ui} from '../../input/ui.types.ts';
import type {Wish} from '../../input/wish.types.ts';
import {update} from './update.ts';

export type ConsoleSettings = UiSettings & {
	readonly session: Session;
	/** Whose name the orders carry. */
	readonly by: string;
	/** Whether dangerous orders ask before they are given. True unless told. */
	readonly confirm?: boolean | undefined;
	/** Place of the level in the ladder; null beside it, or untold. */
	readonly ladder?: number | null;
	/** What comes of the run after its end, asked each frame from then on; the same object while it is no more. */
	readonly afterwards?: () => CardMore;
	/** Whether the run is kept as it is played, asked each frame; it is unless told. */
	readonly isKept?: () => boolean;
	/** A sentence from the shell that the player must see; asked each frame. */
	readonly takeNotice: () => Notice | undefined;
};

/** What the shell has to say: that the disk is full is trouble, that a note waits is none. */
export type Notice = {readonly text: string; readonly isTrouble: boolean};

/** A console without a terminal: keys and frames in, what there is to see out. Stories play it by keys. */
export type Console = Program & {
	readonly ui: Ui;
	readonly observation: Observation;
};

export function createConsole(settings: ConsoleSettings): Console {
	const {session, takeNotice} = settings;
	let observation = session.observation;
	let ui = recalled(createUi(settings), session.notes);
	ui = {...ui, cast: castSeen(observation), inbox: {...ui.inbox, unread: standing(observation)}};
	const picture = createPicture();
	const {by, exam = false, readOnly = false, confirm = true} = settings;
	const scribe = createScribe({session, by, exam, readOnly, confirm});
	const clock = createClock(session);
	const offer = createHintOffer(session);
	const ear = createEar(observation);
	const shown = tellShown(session);

	const withMore = createMore(settings);

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
		const card = ends ? cardOf(session, settings, settings.afterwards?.()) : before.card;
		return taken(before, {earlier, observation, card});
	}

	function carryOut(wish: Wish, size: Size): readonly Ask[] {
		if (wish.type !== 'do') return [wish];
		const [next, asks] = scribe.carryOut(ui, wish, contextOf(size));
		ui = next;
		// What was queued, and what a note says or hides, is seen at once, though time may stand still.
		if (SEEN_AT_ONCE.includes(wish.deed.do)) observation = session.observation;
		return asks;
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
			const asks = wishes.flatMap(wish => carryOut(wish, size));
			scribe.noteLook(before, ui);
			return asks;
		},
		paste(text, size) {
			offer.pressed();
			ui = paste(ui, text, contextOf(size));
		},
		frame(seconds) {
			const before = ui;
			ui = clock.live(ui, seconds, observation, seen);
			if (speedOf(ui) > 0) ui = offer.ran(ui, seconds, observation);
			scribe.noteStops(before, ui);
			ui = keptOr(withMore(ui), settings);
			const notice = takeNotice();
			if (notice !== undefined) ui = flash(ui, notice.isTrouble ? 'bad' : 'plain', notice.text);
		},
		present(size) {
			shown(ui, size);
			return picture(observation, observation.probe === undefined ? ui : blank(ui), size);
		},
		heard: () => ear(observation, ui),
	};
}

/** What came about, on the screen; through other eyes nothing did. */
function taken(
	before: Ui,
	{earlier, observation, card}: {earlier: Observation; observation: Observation; card: Ui['card']},
): Ui {
	const isOther = isThroughOtherEyes(earlier, observation);
	const was = isOther ? {...observation, ended: earlier.ended} : earlier;
	const next = observed(before, was, observation, card);
	return observation.probe === undefined ? next : probed(next);
}

/** Nothing to be seen but the questions. */
function blank(ui: Ui): Ui {
	return {...ui, inbox: EMPTY_INBOX, focus: 'comms', full: true};
}

/** What is queued, and what shows or hides something, though time may stand still. */
const SEEN_AT_ONCE: readonly string[] = ['order', 'talk', 'probes'];

/** The console with whether its run is kept. */
function keptOr(ui: Ui, {isKept: asks}: ConsoleSettings): Ui {
	const isKept = asks?.() ?? true;
	return isKept === ui.isKept ? ui : {...ui, isKept};
}

/** The card as far as it is worked out. */
function createMore({afterwards}: ConsoleSettings): (ui: Ui) => Ui {
	let more: CardMore | undefined;
	return ui => {
		if (ui.card === null) return ui;
		const known = afterwards?.();
		if (known === undefined || known === more) return ui;
		more = known;
		return {...ui, card: {...ui.card, ...known}};
	};
}

/** Tells whoever hosts the run which panels are on the screen, whenever they are others. */
function tellShown(session: Session): (ui: Ui, size: Size) => void {
	let told = '';
	return (ui, size) => {
		if (session.look === undefined) return;
		const panels = PANELS.filter(panel => isShown(panel, ui, size));
		if (panels.join() === told) return;
		told = panels.join();
		session.look(panels);
	};
}
