import type {Observation} from '../observe/index.ts';
import type {Session} from '../session/index.ts';
import {cardLines} from './card.ts';
import {flash} from './flash.ts';
import {speedOf} from './pace.ts';
import {observed} from './news.ts';
import {createPicture} from './picture.ts';
import type {Program} from './program.ts';
import type {Size} from './screen.types.ts';
import {given, misunderstood} from './taken.ts';
import {createUi, update, type UiSettings} from './ui.ts';
import type {Context, Ui} from './ui.types.ts';

export type ConsoleSettings = UiSettings & {
	readonly session: Session;
	/** Whose name the orders carry. */
	readonly by: string;
	/** A sentence from the shell that the player must see, such as that the disk is full; asked each frame. */
	readonly takeNotice: () => string | undefined;
};

/** A console without a terminal: keys and frames in, what there is to see out. Stories play it by keys. */
export type Console = Program & {
	readonly ui: Ui;
	readonly observation: Observation;
};

/** A laptop that slept does not owe the drill a night: no frame counts for more. */
const FRAME_SECONDS_MAX = 0.5;
/** How far one frame of `n` runs, and how often it looks for news on the way. */
const SKIP_FRAME_SECONDS = 120;
const SKIP_STEP_SECONDS = 5;

export function createConsole(settings: ConsoleSettings): Console {
	const {session, by, takeNotice} = settings;
	let ui = createUi(settings);
	let observation = session.observation;
	/** Simulated time owed, less than a second. */
	let owed = 0;
	const picture = createPicture();

	const contextOf = (size: Size): Context => ({
		observation,
		size,
		complete: text => session.complete(text),
	});

	function advance(seconds: number): void {
		session.advance(seconds);
		const before = observation;
		observation = session.observation;
		const ends = observation.ended !== null && before.ended === null;
		ui = observed(ui, before, observation, ends ? cardLines(session.result()) : ui.card);
	}

	/** Each step may bring the news that ends the skip. */
	function skipOn(): void {
		for (let done = 0; done < SKIP_FRAME_SECONDS; done += SKIP_STEP_SECONDS) {
			advance(SKIP_STEP_SECONDS);
			if (ui.skip === null) return;
		}
	}

	/** A frame in which no second passes: what was said fades all the same. */
	function rest(): void {
		ui = observed(ui, observation, observation, ui.card);
	}

	function live(seconds: number): void {
		const speed = speedOf(ui);
		if (speed === 0 || observation.ended !== null) return rest();
		if (ui.skip !== null) return skipOn();
		owed += Math.min(seconds, FRAME_SECONDS_MAX) * speed;
		const whole = Math.floor(owed);
		owed -= whole;
		if (whole > 0) advance(whole);
		else rest();
	}

	return {
		get ui() {
			return ui;
		},
		get observation() {
			return observation;
		},
		press(key, size) {
			const [next, wishes] = update(ui, key, contextOf(size));
			ui = next;
			return wishes.flatMap(wish => {
				if (wish.type !== 'attempt') return [wish];
				const problem = session.attempt(by, wish.text);
				ui =
					problem === undefined
						? given(ui, wish.text)
						: misunderstood(ui, wish.text, problem, contextOf(size));
				return [];
			});
		},
		frame(seconds) {
			live(seconds);
			const notice = takeNotice();
			if (notice !== undefined) ui = flash(ui, 'bad', notice);
		},
		present: size => picture(observation, ui, size),
	};
}
