import type {Observation} from '../observe/index.ts';
import type {Session} from '../session/index.ts';
import {cardLines} from './card.ts';
import {flash} from './flash.ts';
import {speedOf} from './pace.ts';
import type {Size} from './screen.types.ts';
import {observed} from './news.ts';
import {given, misunderstood} from './taken.ts';
import {createUi, update} from './ui.ts';
import type {Ask, Context, Key, Ui} from './ui.types.ts';

export type ConsoleSettings = {
	readonly session: Session;
	readonly title: string;
	/** The level's briefing, as its author wrote it. */
	readonly briefing: string;
	/** Whose name the orders carry. */
	readonly by: string;
	/** Whether the terminal can show more than ASCII. */
	readonly unicode: boolean;
	/** A sentence from the shell that the player must see, such as that the disk is full; asked each frame. */
	readonly takeNotice: () => string | undefined;
};

/** A console without a terminal: keys and frames in, what there is to see out. Stories play it by keys. */
export type Console = {
	readonly ui: Ui;
	readonly observation: Observation;
	/** Takes a key; hands back what only the shell can do. */
	press(key: Key, size: Size): readonly Ask[];
	/** Lets `seconds` of real time pass, at the speed the player chose. */
	frame(seconds: number): void;
};

/** A laptop that slept does not owe the drill a night: no frame counts for more. */
const FRAME_SECONDS_MAX = 0.5;
/** How far one frame of `n` runs, and how often it looks for news on the way. */
const SKIP_FRAME_SECONDS = 120;
const SKIP_STEP_SECONDS = 5;

export function createConsole({
	session,
	title,
	briefing,
	by,
	unicode,
	takeNotice,
}: ConsoleSettings): Console {
	let ui = createUi(title, briefing, unicode);
	let observation = session.observation;
	/** Simulated time owed, less than a second. */
	let owed = 0;

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
			const [next, asks] = update(ui, key, contextOf(size));
			ui = next;
			for (const ask of asks) {
				if (ask.type !== 'attempt') continue;
				const problem = session.attempt(by, ask.text);
				ui =
					problem === undefined
						? given(ui, ask.text)
						: misunderstood(ui, ask.text, problem, contextOf(size));
			}
			return asks.filter(ask => ask.type !== 'attempt');
		},
		frame(seconds) {
			live(seconds);
			const notice = takeNotice();
			if (notice !== undefined) ui = flash(ui, 'bad', notice);
		},
	};
}
