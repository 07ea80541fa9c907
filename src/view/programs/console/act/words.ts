import {SUSPECTS, type Suspect} from '../../../../session/index.ts';
import {wordSpec, type ConsoleWord} from '../../../do/words.ts';
import {flash} from '../flash.ts';
import {nextTickAt} from '../../../do/clock-time.ts';
import {paceNear} from '../time/index.ts';
import {
	PANELS,
	PRESETS,
	type Context,
	type Graphs,
	type Ui,
	type Update,
} from '../../../input/ui.types.ts';
import {filteredBy} from './filter.ts';
import {focusOn} from './focus.ts';
import {goBack, keepSnapshot} from './moments.ts';
import {runToNext, runUntil, stoppedOrNot} from './run.ts';

/** Does what a word of the console says. */
export function carryOutWord(ui: Ui, word: ConsoleWord, context: Context): Update {
	const {observation} = context;
	const text = (name: string) => String(word.args[name] ?? '');
	if (ui.readOnly && LEAVES_A_MARK.includes(word.id)) {
		return [
			flash(ui, 'warn', `You are looking on: ${wordSpec(word.id).forms[0] ?? ''} is for players.`),
			[],
		];
	}
	switch (word.id) {
		case 'next':
			return [runToNext(ui, observation), []];
		case 'wait':
			return [runUntil(ui, observation.now + Number(word.args['minutes']) * 60), []];
		case 'until':
			return [runUntilClock(ui, text('time'), context), []];
		case 'confirm':
			return setConfirm(ui, text('setting') === 'on');
		case 'snapshot':
			return keepSnapshot(ui, text('name'), observation);
		case 'back':
			return goBack(ui, text('moment'), observation);
		case 'suspect':
			return suspect(ui, word);
		case 'expect':
			return [ui, [{type: 'expect', text: text('prediction')}]];
		case 'hint':
			return [ui, [{type: 'hint'}]];
		case 'read':
		case 'theme':
			return [ui, [{type: 'choose', choice: `${word.id} ${text('topic')}${text('theme')}`.trim()}]];
		case 'score':
			if (observation.ended === null) return [flash(ui, 'warn', NO_SCORE_YET), []];
			return [ui, [{type: 'choose', choice: 'score'}]];
		default:
			return [looked(ui, word), []];
	}
}

const NO_SCORE_YET =
	'The score comes when the run has ended: before, it would tell whether you are right.';

const LEAVES_A_MARK: readonly ConsoleWord['id'][] = [
	'confirm',
	'snapshot',
	'suspect',
	'expect',
	'hint',
];

/** Words that change nothing but how one looks. */
function looked(ui: Ui, {id, args}: ConsoleWord): Ui {
	switch (id) {
		case 'help':
			return {...ui, overlay: 'help', topic: String(args['topic'] ?? ''), scroll: 0};
		case 'quit':
			return {...ui, overlay: 'quit'};
		case 'pause':
			return stoppedOrNot(ui);
		case 'speed':
			return {...ui, pace: paceNear(Number(args['times'])), heat: null, cap: null, paused: false};
		case 'panel':
			return focusOn(ui, PANELS.find(panel => panel === args['panel']) ?? ui.focus);
		case 'zoom':
			return {...ui, full: !ui.full, scroll: 0};
		case 'preset':
			return {
				...ui,
				preset: PRESETS.find(preset => preset === args['preset']) ?? ui.preset,
				full: false,
			};
		case 'filter':
			return filteredBy(ui, String(args['text'] ?? ''));
		case 'graphs':
			return {...ui, graphs: GRAPHS.find(graphs => graphs === args['graphs']) ?? ui.graphs};
		// Words of other ways to play are never read here.
		default:
			return ui;
	}
}

const GRAPHS: readonly Graphs[] = ['braille', 'block', 'ascii'];

function runUntilClock(ui: Ui, time: string, {observation}: Context): Ui {
	const until = nextTickAt(observation, time);
	if (until === null)
		return flash(ui, 'bad', `“${time}” is no time of day: expected HH:MM, as in 02:30.`);
	return runUntil(ui, until);
}

function setConfirm(ui: Ui, confirm: boolean): Update {
	const said = confirm
		? 'Dangerous orders ask before they are given.'
		: 'Dangerous orders are given at once. The journal says so.';
	const note = {about: 'confirm', text: confirm ? 'on' : 'off'} as const;
	return [flash({...ui, confirm}, 'good', said), [{type: 'note', note}]];
}

function suspect(ui: Ui, {args}: ConsoleWord): Update {
	const name = Object.keys(SUSPECTS)
		.filter(isSuspect)
		.find(each => each === args['suspect']);
	if (name === undefined) return [ui, []];
	const confidence = Number(args['confidence']);
	const unless = String(args['text'] ?? '');
	const said = `Noted: ${SUSPECTS[name]}, ${String(confidence)} %${unless === '' ? '' : `, unless ${unless}`}.`;
	return [
		flash({...ui, hypothesis: {suspect: name, confidence, unless}}, 'good', said),
		[{type: 'note', note: {about: 'hypothesis', suspect: name, confidence, unless}}],
	];
}

function isSuspect(name: string): name is Suspect {
	return name in SUSPECTS;
}
