import type {Observation} from '../../../observe/index.ts';
import {nextTickAt, type Replayer, type Session} from '../../../session/index.ts';
import {cardOf} from '../../say/card.ts';
import {createUi, type UiSettings} from '../console/create-ui.ts';
import {flash} from '../console/flash.ts';
import {bindingIn, modeOf, withKeys, type IdOf} from '../../input/keys/index.ts';
import {observed} from '../console/news.ts';
import {createPicture} from '../../screen/picture.ts';
import type {Program} from '../program.types.ts';
import {openPrompt, submitted} from '../../input/prompt.ts';
import type {Size} from '../../screen/screen.types.ts';
import {SPEEDS, speedOf} from '../console/time/index.ts';
import {perform} from '../../do/perform.ts';
import {paste} from '../console/paste.ts';
import {told} from '../console/told.ts';
import {update} from '../console/update.ts';
import type {Ask, Context, Key, Ui} from '../../input/ui.types.ts';
import type {DeedWish} from '../../input/wish.types.ts';
import {createPlayhead, type Jumped, type Playhead} from './playhead.ts';
import {createPair, fitsPair, isReading, PAIR_COLUMNS, type SeatSeen} from './pair.ts';
import {withTransport} from './transport-bar.ts';
import type {Transport} from './transport.types.ts';

export type ReplayViewerSettings = Pick<UiSettings, 'title' | 'graphs' | 'keymap'> & {
	readonly replayer: Replayer;
	/** The second to begin at; the first unless told. */
	readonly from?: number | undefined;
};

/** A replay on the screen; `transport` is where it stands. */
export type ReplayViewer = Program & {readonly ui: Ui; readonly transport: Transport};

/** A laptop that slept does not owe the replay a night: no frame counts for more. */
const FRAME_SECONDS_MAX = 0.5;
/** Simulated seconds learned between two frames, at leisure. */
const BUILD_SECONDS = 300;
const DAY_SECONDS = 86_400;

/** What is watched, and what the screen knows beside it. */
type Watch = {
	readonly replayer: Replayer;
	readonly playhead: Playhead;
	ui: Ui;
	observation: Observation;
	/** The same second from the seat beside; null where there is one picture. */
	beside: Observation | null;
	/** Simulated time owed, less than a second. */
	owed: number;
};

/** The ordinary screen over a journal: whatever the player could open, at any second, and no orders. */
export function createReplayViewer({
	replayer,
	from,
	...settings
}: ReplayViewerSettings): ReplayViewer {
	const watch: Watch = {
		replayer,
		playhead: createPlayhead(replayer),
		ui: uiOf(settings),
		observation: replayer.session.observation,
		beside: replayer.beside,
		owed: 0,
	};
	if (from !== undefined) arrive(watch, watch.playhead.goTo(from));
	const picture = createPicture();
	const pair = createPair();
	return {
		asks: 'watching',
		get ui() {
			return watch.ui;
		},
		get transport() {
			return watch.playhead.transport;
		},
		press(key, size) {
			const mode = modeOf(watch.ui);
			const id = mode === 'panels' ? bindingIn(watch.ui.keymap, 'replay', key) : null;
			if (id !== null) return obey(watch, id, size);
			if (mode === 'prompt' && key === 'enter' && submit(watch)) return [];
			return look(watch, key, size);
		},
		paste(text, size) {
			watch.ui = paste(watch.ui, text, contextOf(watch, size));
		},
		frame(seconds) {
			pass(watch, seconds);
		},
		present(size) {
			const {ui, observation, playhead} = watch;
			const seats = fitsPair(size) ? seatsBeside(watch) : null;
			const screen =
				seats !== null && isReading(ui) ? pair(seats, ui, size) : picture(observation, ui, size);
			if (modeOf(ui) !== 'panels') return screen;
			const seat = seats === null ? seatWords(watch.replayer) : null;
			const transport = {observation, ui, seat, transport: playhead.transport};
			return withTransport(screen, transport, size);
		},
	};
}

/** What is seen from two seats, where two are looked from. */
function seatsBeside({observation, beside, replayer}: Watch): readonly [SeatSeen, SeatSeen] | null {
	const {seat, beside: other} = replayer.lens;
	if (seat === null || other === null || beside === null) return null;
	return [
		{seat, observation},
		{seat: other, observation: beside},
	];
}

/** Through whose eyes one picture is watched, and what a second one needs. */
function seatWords({lens: {seat, beside}}: Replayer): string | null {
	return beside === null ? seat : `${seat ?? ''} (${beside}: from ${String(PAIR_COLUMNS)} columns)`;
}

function pass(watch: Watch, seconds: number): void {
	const {replayer, playhead, observation, ui} = watch;
	const {now, last, wanted} = playhead.transport;
	if (wanted !== null) {
		arrive(watch, playhead.find());
		return;
	}
	replayer.build(BUILD_SECONDS);
	if (ui.paused || now >= last) watch.ui = observed(ui, observation, observation, ui.card);
	else play(watch, seconds);
}

function play(watch: Watch, seconds: number): void {
	const {session, last} = watch.replayer;
	watch.owed += Math.min(seconds, FRAME_SECONDS_MAX) * speedOf(watch.ui);
	const whole = Math.floor(watch.owed);
	watch.owed -= whole;
	if (whole === 0) return;
	const {now: from} = session;
	session.advance(whole);
	const after = session.observation;
	// The end is a second like any other: its card comes when it is asked for.
	const ui = observed(watch.ui, watch.observation, {...after, ended: null}, watch.ui.card);
	watch.observation = after;
	watch.beside = watch.replayer.beside;
	watch.ui = withCard(withGuess(calm(ui), session, from), session, after);
	if (session.now < last) return;
	watch.ui = flash({...watch.ui, paused: true}, 'warn', 'This is the end of the replay.');
}

function arrive(watch: Watch, {came, said}: Jumped): void {
	if (came === 'nowhere') watch.ui = flash(watch.ui, 'warn', said);
	if (came !== 'there') return;
	const {session} = watch.replayer;
	watch.owed = 0;
	watch.observation = session.observation;
	watch.beside = watch.replayer.beside;
	const ui = said === '' ? watch.ui : flash(watch.ui, 'good', said);
	watch.ui = withCard(ui, session, watch.observation);
}

const HAD_ENDED = 'The run has ended by now: go back a little, then {replayTakeOver}.';

function obey(watch: Watch, id: IdOf<'replay'>, size: Size): readonly Ask[] {
	if (id === 'replayLeave') return [{type: 'leave', how: 'quit'}];
	if (id === 'replayInterrupt') return [{type: 'leave', how: 'interrupted'}];
	const {ui, observation, playhead} = watch;
	if (id === 'replayTakeOver') {
		if (observation.ended === null) return [{type: 'fork', at: observation.now}];
		const said = withKeys(HAD_ENDED, ui.keymap);
		watch.ui = flash(ui, 'warn', said);
	} else if (id === 'replayAt') {
		watch.ui = {...ui, prompt: openPrompt(ui.prompt, '', contextOf(watch, size))};
	} else if (id === 'replayPause' || id === 'replayFaster' || id === 'replaySlower') {
		playhead.stay();
		watch.ui = paced(ui, id);
	} else {
		arrive(watch, playhead.jump(id));
	}
	return [];
}

/** `at HH:MM` and `look SEAT [SEAT]`, the words that only a replay knows; false for all others. */
function submit(watch: Watch): boolean {
	return goTo(watch) || lookFrom(watch);
}

const ALL = 'all';

/** The same second through the eyes of one seat, of two beside each other, or of everybody. */
function lookFrom(watch: Watch): boolean {
	const {ui, replayer} = watch;
	const {lens, session} = replayer;
	const words = ui.prompt.draft.trim().toLowerCase().split(/\s+/u);
	const [verb, wanted, other] = words;
	if (verb !== 'look' || wanted === undefined || words.length > 3) return false;
	watch.ui = {...ui, prompt: submitted(ui.prompt)};
	const isThere =
		other === undefined ? lens.sit(wanted === ALL ? null : wanted) : lens.sit(wanted, other);
	if (!isThere) {
		const known =
			lens.seats.length === 0
				? 'One person played this alone.'
				: `Seats: ${[...lens.seats, ALL].join(', ')}.`;
		watch.ui = flash(watch.ui, 'warn', known);
		return true;
	}
	watch.observation = session.observation;
	watch.beside = replayer.beside;
	watch.ui = flash(watch.ui, 'good', seenBy(wanted, other));
	return true;
}

function seenBy(wanted: string, other: string | undefined): string {
	if (other !== undefined) return `As ${wanted} and ${other} saw it.`;
	return wanted === ALL ? 'Everything is shown.' : `As ${wanted} saw it.`;
}

function goTo(watch: Watch): boolean {
	const {ui, observation, playhead} = watch;
	const {first, last} = playhead.transport;
	const [, time] = /^at\s+(.+)$/iu.exec(ui.prompt.draft.trim()) ?? [];
	if (time === undefined) return false;
	const next = nextTickAt(observation, time);
	const ticks = next === null ? [] : [next - DAY_SECONDS, next];
	const at = ticks.find(tick => tick >= first && tick <= last);
	watch.ui = {...ui, prompt: submitted(ui.prompt)};
	if (at !== undefined) arrive(watch, playhead.goTo(at));
	else watch.ui = flash(watch.ui, 'warn', `“${time.slice(0, 20)}” is not a time in this run.`);
	return true;
}

/** All other keys look around as they do in a run, and whatever would leave a mark is refused. */
function look(watch: Watch, key: Key, size: Size): readonly Ask[] {
	const context = contextOf(watch, size);
	const [next, wishes] = update(watch.ui, key, context);
	watch.ui = next;
	return wishes.flatMap(wish => (wish.type === 'do' ? carryOut(watch, wish, context) : [wish]));
}

function carryOut(watch: Watch, wish: DeedWish, context: Context): readonly Ask[] {
	const {playhead, replayer} = watch;
	const {session, last} = replayer;
	const doing = {session, by: '', exam: false, readOnly: true, confirm: true};
	const outcome = perform(doing, wish.deed);
	if (outcome.came === 'runs') {
		// Time that is known already is not run through: one goes there.
		arrive(
			watch,
			outcome.to !== 'second'
				? playhead.jump('replayNext')
				: playhead.goTo(Math.min(last, outcome.until)),
		);
		return [];
	}
	const [ui, asks] = told(watch.ui, wish, outcome, context);
	watch.ui = ui;
	return asks;
}

function contextOf({observation}: Watch, size: Size): Context {
	return {observation, size, complete: () => []};
}

function uiOf(settings: Omit<ReplayViewerSettings, 'replayer'>): Ui {
	const ui = createUi({...settings, briefing: '', readOnly: true});
	return {...ui, slows: false, paused: true};
}

/** Nothing slows a replay but whoever watches it. */
function calm(ui: Ui): Ui {
	return {...ui, heat: null, cap: null};
}

function paced(ui: Ui, id: 'replayPause' | 'replayFaster' | 'replaySlower'): Ui {
	if (id === 'replayPause') return {...ui, paused: !ui.paused};
	const pace = ui.pace + (id === 'replayFaster' ? 1 : -1);
	return {...ui, pace: Math.max(0, Math.min(SPEEDS.length - 1, pace)), paused: false};
}

function withCard(ui: Ui, session: Session, {ended}: Observation): Ui {
	if ((ended === null) === (ui.card === null)) return ui;
	return {...ui, card: ended === null ? null : cardOf(session, ui)};
}

/** What the player thought is said when the replay comes to it. */
function withGuess(ui: Ui, {notes}: Session, after: number): Ui {
	const guess = notes.findLast(({at, note}) => at > after && note.about === 'hypothesis');
	if (guess?.note.about !== 'hypothesis') return ui;
	const {suspect, confidence} = guess.note;
	return flash(ui, 'good', `${guess.by} suspects ${suspect}, ${String(confidence)} %`);
}
