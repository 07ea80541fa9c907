import {readWord, type ConsoleWord} from '../do/words.ts';
import {count} from '../say/measure.ts';
import {clean} from '../screen/text.ts';
import {PANELS} from '../input/ui.types.ts';
import {alertLines} from './alerts.ts';
import {answerDanger, expect, giveOrder, hint, problemLine, setConfirm, suspect} from './giving.ts';
import {helpAbout, helpLines} from './help.ts';
import {goBack, keepMoment} from './moments.ts';
import {openingLines} from './opening.ts';
import {logLines, orderLines} from './pages.ts';
import {panelMeant, readPanel} from './panels.ts';
import type {Answer, Plain, PlainSettings} from './plain.types.ts';
import {halt, runLive, runMinutes, runToNews, runUntil} from './running.ts';
import {printable} from './spoken.ts';
import {holdsFilter, say, startState, type PlainState} from './state.ts';
import {statusLines} from './status.ts';
import {tell, tellAll, tellTime} from './tell.ts';

const LINE_LENGTH_MAX = 500;
const SPEED = 30;
const LOG_LINES = 10;
const ORDERS_TOLD = 5;

/** A run by lines: one command, one answer, nothing drawn anew. */
export function createPlain(settings: PlainSettings): Plain {
	const state = startState(settings);
	const plainly = ({lines, ask}: Answer): Answer => ({
		lines: printable(lines, settings.unicode),
		ask,
	});
	return {
		opening: printable(openingLines(settings), settings.unicode),
		get prompt() {
			return state.asking === null ? '> ' : `${state.asking.target}? `;
		},
		get going() {
			return state.speed !== null;
		},
		take: line => plainly(take(state, line)),
		live: seconds => plainly(runLive(state, seconds)),
	};
}

function take(state: PlainState, line: string): Answer {
	if (state.speed === null) return obey(state, line);
	const halted = halt(state);
	if (line.trim() === '') return halted;
	const {lines, ask} = obey(state, line);
	return {lines: [...halted.lines, ...lines], ask};
}

function obey(state: PlainState, line: string): Answer {
	if (line.length > LINE_LENGTH_MAX) {
		state.asking = null;
		return say(`NOT GIVEN: a line has at most ${String(LINE_LENGTH_MAX)} characters.`);
	}
	const text = clean(line).trim();
	if (state.asking !== null) return answerDanger(state, text);
	if (text === '') return say(whereWeAre(state));
	const read = readWord(text, 'plain');
	if (read.kind === 'problem') return say(problemLine(read.problem));
	if (read.kind === 'word') return obeyWord(state, read.word);
	const panel = panelMeant(text);
	return panel === undefined ? giveOrder(state, text) : readPanel(state, panel);
}

/** The answer to an empty line. */
function whereWeAre({observation}: PlainState): string {
	const open = observation.alerts.filter(
		({severity, clearedAt, acknowledgedBy}) =>
			severity === 'page' && clearedAt === null && acknowledgedBy === null,
	);
	return `${tellTime(observation, 0)} ${count(open.length, 'open page')}.`;
}

function obeyWord(state: PlainState, {id, args}: ConsoleWord): Answer {
	const {observation} = state;
	switch (id) {
		case 'help':
			return say(...(args['topic'] === undefined ? helpLines() : helpAbout(String(args['topic']))));
		case 'quit':
			return {lines: [], ask: {type: 'leave'}};
		case 'next':
			return runToNews(state);
		case 'wait':
			return runMinutes(state, Number(args['minutes']));
		case 'until':
			return runUntil(state, String(args['time']));
		case 'go':
			return letGo(state, Number(args['times'] ?? SPEED));
		case 'status':
			return say(...statusLines(observation));
		case 'alerts':
			return say(...alertLines(observation, holdsFilter(state)));
		case 'panel':
			return readPanel(state, PANELS.find(panel => panel === args['panel']) ?? 'vitals');
		case 'orders':
			return say(...orderLines(observation, Number(args['last'] ?? ORDERS_TOLD)));
		case 'log':
			return say(...logLines(observation, Number(args['last'] ?? LOG_LINES), holdsFilter(state)));
		case 'news':
			return say(...newsLines(state, args['how'] !== undefined));
		default:
			return obeyNote(state, {id, args});
	}
}

/** Words that change nothing of what is seen: notes, moments, settings. */
function obeyNote(state: PlainState, {id, args}: ConsoleWord): Answer {
	switch (id) {
		case 'suspect':
			return suspect(state, args);
		case 'expect':
			return expect(state, String(args['prediction']));
		case 'confirm':
			return setConfirm(state, args['setting'] === 'on');
		case 'filter':
			return setFilter(state, args['text'] === undefined ? '' : String(args['text']));
		case 'snapshot':
			return keepMoment(state, args['name'] === undefined ? undefined : String(args['name']));
		case 'back':
			return goBack(state, args['moment'] === undefined ? undefined : String(args['moment']));
		case 'hint':
			return hint(state);
		case 'read':
			return {lines: [], ask: {type: 'read', topic: String(args['topic'] ?? '')}};
		case 'score':
			if (!state.session.ended) return say('The score comes when the run has ended.');
			return {lines: [], ask: {type: 'score'}};
		default:
			return say(`${id} is not known by lines.`);
	}
}

function letGo(state: PlainState, speed: number): Answer {
	if (state.session.ended) return say('The run has ended; quit leaves it.');
	state.speed = speed;
	return say(`Time runs at ${String(speed)}x until something happens. Enter stops it.`);
}

function setFilter(state: PlainState, filter: string): Answer {
	state.filter = filter;
	return say(
		filter === ''
			? 'No filter: alerts, log and panels show all.'
			: `Filter ${filter}: alerts, log and panels show only what holds it. filter off ends it.`,
	);
}

function newsLines({happenings, observation}: PlainState, all: boolean): readonly string[] {
	if (happenings.length === 0) return ['Nothing happened since time last ran.'];
	return all ? tellAll(happenings, observation) : tell(happenings, observation);
}
