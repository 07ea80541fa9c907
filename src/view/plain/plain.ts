import {castSeen} from '../../observe/index.ts';
import type {Problem} from '../../session/index.ts';
import type {Deed, FaceDeed} from '../do/deed.types.ts';
import {perform} from '../do/perform.ts';
import {readDeed} from '../do/read-deed.ts';
import {openPages} from '../say/facts/alerts.ts';
import {clean} from '../say/clean.ts';
import {count} from '../say/measure.ts';
import {helpAbout, helpLines} from './help.ts';
import {openingLines} from './opening.ts';
import {panelLines, readPanel} from './panels.ts';
import type {Answer, Plain, PlainSettings} from './plain.types.ts';
import {follow, halt, run, runLive, unblank} from './running.ts';
import {printable} from './printable.ts';
import {say, startState, type PlainState} from './state.ts';
import {statusLines} from './status.ts';
import {tellSteps} from './steps.ts';
import {tell, tellAll, tellTime} from './tell.ts';

const LINE_LENGTH_MAX = 500;
/** So many of the newest, unless a number is told. */
const LOG_LINES = 10;
const ORDERS_TOLD = 5;

/** A run by lines: one command, one answer, nothing drawn anew. */
export function createPlain(settings: PlainSettings): Plain {
	const state = startState(settings);
	const steps = settings.tutorial === true ? tellSteps(settings.session) : () => [];
	const plainly = ({lines, ask}: Answer): Answer => ({
		lines: printable([...lines, ...steps()], settings.unicode),
		ask,
	});
	return {
		get opening() {
			return printable([...openingLines(settings), ...steps()], settings.unicode);
		},
		get prompt() {
			return state.asking === null ? '> ' : `${state.asking.target}? `;
		},
		get going() {
			return state.speed !== null;
		},
		take: line => plainly(take(state, line)),
		live: seconds => plainly(runLive(state, seconds)),
		follow: () => plainly(follow(state)),
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
	const {asking} = state;
	state.asking = null;
	if (line.length > LINE_LENGTH_MAX) {
		return say(`REJECTED: a line has at most ${String(LINE_LENGTH_MAX)} characters.`);
	}
	const text = clean(line).trim();
	if (asking !== null) {
		if (text.toLowerCase() !== asking.target) return say(`Cancelled: ${asking.text}.`);
		return done(state, {do: 'order', text: asking.text, confirmed: true});
	}
	if (text === '') return say(whereWeAre(state));
	const read = readDeed(text, 'plain');
	return read.ok ? done(state, read.deed) : say(problemLine(read.problem));
}

/** Does it, and says what came of it in lines. */
function done(state: PlainState, deed: Deed): Answer {
	const outcome = perform(state.doing, deed);
	// What is read out is what is looked at.
	if (deed.do === 'panel') state.session.look?.([deed.panel]);
	switch (outcome.came) {
		case 'queued':
			state.observation = state.session.observation;
			return say(`QUEUED: ${outcome.said}`);
		case 'asks': {
			const {text, danger} = outcome;
			state.asking = {text, target: danger.target};
			const how = `Type ${danger.target} to run it. Any other line cancels it.`;
			return say(`DANGER: ${outcome.said}`, how);
		}
		case 'noted':
			if (deed.do === 'panel') return say(...readPanel(state, deed.panel));
			if (deed.do === 'probes' && state.beforeProbe !== null)
				return say(`NOTED: ${outcome.said}`, ...unblank(state));
			return say(`${outcome.hint === undefined ? 'NOTED' : 'HINT'}: ${unmarked(outcome.said)}`);
		case 'runs':
			return run(state, outcome);
		case 'face':
			return say(...shown(state, outcome.deed));
		case 'refused':
			return say(`NOT DONE: ${unmarked(outcome.said)}`);
		case 'problem':
			return say(`${deed.do === 'order' ? 'REJECTED' : 'NOT DONE'}: ${unmarked(outcome.said)}`);
		case 'shell':
			return {lines: outcome.said === '' ? [] : [outcome.said], ask: outcome.shell};
	}
}

/** What was not understood, and what may have been meant. */
function problemLine({message, suggestions}: Problem): string {
	const near = suggestions.slice(0, 5).join(', ');
	return `REJECTED: ${message}${near === '' ? '' : ` Did you mean: ${near}?`}`;
}

/** Words to type need no marks where everything is typed. */
function unmarked(said: string): string {
	return said.replaceAll('`', '');
}

/** The answer to an empty line. */
function whereWeAre({observation}: PlainState): string {
	return `${tellTime(observation, 0)} ${count(openPages(observation), 'open page')}.`;
}

/** Deeds that only show something of the run, or how it is shown. */
function shown(state: PlainState, deed: FaceDeed): readonly string[] {
	const {observation, filter} = state;
	switch (deed.do) {
		case 'help':
			return deed.topic === '' ? helpLines() : helpAbout(deed.topic, castSeen(observation));
		case 'go':
			state.speed = deed.times;
			return [`Time runs at ${String(deed.times)}x until something happens. Enter stops it.`];
		case 'status':
			return statusLines(observation);
		case 'alerts':
			return panelLines('alerts', observation, {filter});
		case 'orders':
			return panelLines('orders', observation, {filter, most: deed.last ?? ORDERS_TOLD});
		case 'log':
			return panelLines('log', observation, {filter, most: deed.last ?? LOG_LINES});
		case 'news':
			return newsLines(state, deed.all);
		case 'filter':
			return setFilter(state, deed.text);
		// Deeds of the screen, which no line comes to.
		case 'pause':
		case 'speed':
		case 'zoom':
		case 'preset':
		case 'graphs':
		case 'theme':
			return [];
	}
}

function setFilter(state: PlainState, filter: string): readonly string[] {
	state.filter = filter;
	return [
		filter === ''
			? 'No filter: alerts, log and panels show all.'
			: `Filter ${filter}: alerts, log and panels show only what matches. filter off clears it.`,
	];
}

function newsLines({happenings, observation}: PlainState, all: boolean): readonly string[] {
	if (happenings.length === 0) return ['Nothing happened since time last ran.'];
	return all ? tellAll(happenings, observation) : tell(happenings, observation);
}
