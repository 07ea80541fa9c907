import {DEFAULT_KEYMAP} from '../../input/keys/index.ts';
import {EMPTY_INBOX} from '../../input/inbox/index.ts';
import {EMPTY_PROMPT} from '../../input/prompt.ts';
import {paceNear, TEMPOS, type Length} from './time/index.ts';
import {type Graphs, type Keymap, type Ui} from '../../input/ui.types.ts';
import {THE_REGION} from '../../../session/index.ts';
import {PANELS, type PanelId} from '../../../observe/index.ts';

export type UiSettings = {
	readonly title: string;
	/** The level's briefing, as its author wrote it. */
	readonly briefing: string;
	readonly graphs: Graphs;
	/** For observers: everything can be looked at, and no order given. False unless told. */
	readonly readOnly?: boolean | undefined;
	/** How long the whole event shall take; normal unless told. */
	readonly length?: Length | undefined;
	/** Simulated seconds a second to begin with; what the length says unless told. */
	readonly pace?: number | undefined;
	/** Seconds after which the level ends whatever happens. */
	readonly limit?: number | undefined;
	/** Whether time stands until the player lets it run. False unless told. */
	readonly paused?: boolean | undefined;
	/** Whether it counts: then stops are counted, and there is no way back. False unless told. */
	readonly exam?: boolean | undefined;
	/** The player's own keys; see `keymapWith`. */
	readonly keymap?: Keymap | undefined;
};

/** The screen before the first key. */
export function createUi(settings: UiSettings): Ui {
	const length = settings.length ?? 'normal';
	return {
		// Where the shell has shown a card of its own, there is nothing to read first.
		stage: settings.briefing === '' ? 'playing' : 'briefing',
		overlay: 'none',
		topic: '',
		cast: THE_REGION,
		paused: settings.paused ?? false,
		length,
		pace: settings.pace === undefined ? TEMPOS[length].quiet : paceNear(settings.pace),
		slows: true,
		heat: null,
		cap: null,
		announced: [],
		limit: settings.limit ?? null,
		skip: null,
		stops: settings.exam === true ? {count: 0, seconds: 0} : null,
		keymap: settings.keymap ?? DEFAULT_KEYMAP,
		focus: 'alerts',
		recent: [],
		focusBefore: null,
		full: false,
		preset: 'overview',
		cursor: forEachPanel(0),
		filters: forEachPanel(''),
		filtering: false,
		caret: 0,
		scroll: 0,
		prompt: EMPTY_PROMPT,
		palette: null,
		order: null,
		hypothesis: null,
		flash: null,
		inbox: EMPTY_INBOX,
		graphs: settings.graphs,
		readOnly: settings.readOnly ?? false,
		title: settings.title,
		briefing: settings.briefing,
		isKept: true,
		card: null,
		cardSide: 'verdict',
	};
}

function forEachPanel<Value>(value: Value): Readonly<Record<PanelId, Value>> {
	return Object.fromEntries(PANELS.map(panel => [panel, value])) as Record<PanelId, Value>;
}
