import {randomStreams, valueAt, numberAt, type Team} from '../../sim/index.ts';
import {TEAMS} from '../subsystems.ts';
import {METRICS, metricIndex} from '../metrics.ts';
import type {ChatLine, Verdict} from '../observation.types.ts';
import {OBSERVE_PARAMETERS} from '../observe.parameters.ts';
import {clockOf, spoken} from '../words.ts';
import {judge, limitsOf} from '../gauges.ts';
import type {Finding, Read} from './finding.types.ts';
import {VOICES} from './voices.ts';

const NEVER = -1;
const METRIC = /\{([^}]+)\}/gu;
const LOOK_SECONDS_MIN = OBSERVE_PARAMETERS.teamLookSecondsMin.value;
const LOOK_SECONDS_MAX = OBSERVE_PARAMETERS.teamLookSecondsMax.value;
const AGAIN_SECONDS = OBSERVE_PARAMETERS.teamAgainSeconds.value;
/** Between two lines of one team, and between two looks of one that has nothing new. */
const BREATH_SECONDS = 60;
/** A reading older than this is told with its time. */
const OLD_SECONDS = 180;

/** What each team on the call has said. Plain data: the teams in the order of TEAMS, words by the place of their line. */
export type TeamTalk = {
	/** When each joined, when it spoke last, when it means to look again, and whether it has complained of anything. */
	readonly joinedAt: Float64Array;
	readonly spokeAt: Float64Array;
	readonly nextAt: Float64Array;
	readonly complained: Uint8Array;
	/** Which lines were said. */
	readonly said: Uint8Array;
	/** What stood when something else was said: it is no news as long as it stands. */
	readonly passed: Uint8Array;
	/** What was the likelier and was not thought of first. */
	readonly missed: Uint8Array;
};

export function createTeamTalk(): TeamTalk {
	const times = () => new Float64Array(TEAMS.length).fill(NEVER);
	const flags = () => new Uint8Array(LINES.length);
	return {
		joinedAt: times(),
		spokeAt: times(),
		nextAt: times(),
		complained: new Uint8Array(TEAMS.length),
		said: flags(),
		passed: flags(),
		missed: flags(),
	};
}

/** Something that a team may say, with its place among all of them and the metrics that stand in it. */
type Line = {
	readonly place: number;
	readonly words: string;
	readonly shows: readonly string[];
};
type Reason = Pick<Finding, 'when'> & {readonly line: Line};

const LINES: Line[] = [];
/** How each team speaks, in the order of TEAMS. */
const SPEAKERS = TEAMS.map(team => {
	const {from, leads, replies, quiet, unclear, well} = VOICES[team];
	return {
		team,
		from,
		leads: leads.map(({when, words}): Reason => ({when, line: lineOf(words)})),
		replies: replies.map(({to, when, words}) => ({to, when, line: lineOf(words)})),
		quiet: lineOf(quiet),
		unclear: lineOf(unclear),
		well: lineOf(well),
	};
});
type Speaker = (typeof SPEAKERS)[number];

function lineOf(words: string): Line {
	const shows = [...words.matchAll(METRIC)].map(([, metric = '']) => metric);
	const line = {place: LINES.length, words, shows};
	LINES.push(line);
	return line;
}

/** What teams have before them: monitoring as it was delivered, or as it stood when sign-in was lost. */
export type Screens = {
	readonly now: number;
	readonly seed: string;
	readonly startSecondsOfDay: number;
	readonly teams: readonly {readonly team: Team; readonly state: string; readonly since: number}[];
	readonly reading: (metric: string) => {readonly value: number | null; readonly sampledAt: number};
	/** When somebody outside asked a thing; NEVER before. */
	readonly askedAt: (id: string) => number;
};

/** What the teams on the call say in this second: what they find, and what they are asked. */
export function linesOfTeams(talk: TeamTalk, screens: Screens): readonly ChatLine[] {
	const {now, teams} = screens;
	const lines: ChatLine[] = [];
	for (let index = 0; index < teams.length; index++) {
		const {state, since} = valueAt(teams, index);
		if (state !== 'present') continue;
		arrive(talk, index, since, screens);
		const spokeAt = numberAt(talk.spokeAt, index);
		if (spokeAt !== NEVER && now - spokeAt < BREATH_SECONDS) continue;
		const reply = spokeAt === NEVER ? undefined : replyOf(talk, index, screens);
		const line =
			reply ?? (now < numberAt(talk.nextAt, index) ? undefined : findingOf(talk, index, screens));
		if (line !== undefined) lines.push(told(talk, index, line, screens));
	}
	return lines;
}

/** Whoever joins has a look first. */
function arrive(talk: TeamTalk, index: number, since: number, {seed}: Screens): void {
	if (talk.joinedAt[index] === since) return;
	talk.joinedAt[index] = since;
	const rng = randomStreams(seed)(`chat/${speakerAt(index).team}`, since);
	talk.nextAt[index] = since + Math.round(rng.between(LOOK_SECONDS_MIN, LOOK_SECONDS_MAX));
}

function replyOf({said}: TeamTalk, index: number, screens: Screens): Line | undefined {
	for (const {to, when, line} of speakerAt(index).replies) {
		if (said[line.place] === 1) continue;
		const asked = screens.askedAt(to);
		const isAsked = asked !== NEVER && screens.now - asked >= BREATH_SECONDS;
		if (isAsked && when(readOf(screens))) return line;
	}
	return undefined;
}

/** The next thing to say: what is wrong, that it is over, or that nothing is. Who has nothing new looks again soon. */
function findingOf(talk: TeamTalk, index: number, screens: Screens): Line | undefined {
	const {said, passed, complained, nextAt} = talk;
	const {leads, quiet, unclear, well} = speakerAt(index);
	const read = readOf(screens);
	nextAt[index] = screens.now + BREATH_SECONDS;
	const standing: Line[] = [];
	for (const {when, line} of leads) {
		if (when(read)) standing.push(line);
		// What has stood and stands no more is news when it comes again.
		else passed[line.place] = 0;
	}
	if (standing.length > 0) {
		const fresh = standing.filter(({place}) => said[place] === 0 && passed[place] === 0);
		return chosen(talk, index, fresh, standing, screens);
	}
	const shown = quiet.shows.map(metric => verdictOf(metric, read));
	if (shown.includes('unknown')) return undefined;
	const isAmiss = shown.some(verdict => verdict !== 'ok');
	const line = isAmiss ? unclear : complained[index] === 1 ? well : quiet;
	return said[line.place] === 0 ? line : undefined;
}

/** Of the two likeliest that have evidence, luck says which one is thought of; the likelier comes later then. */
function chosen(
	{joinedAt, complained, passed, missed}: TeamTalk,
	index: number,
	[first, second]: readonly Line[],
	standing: readonly Line[],
	{seed}: Screens,
): Line | undefined {
	if (first === undefined) return undefined;
	const moment = numberAt(joinedAt, index);
	const lead = `chat/${speakerAt(index).team}/lead`;
	const isWrong = second !== undefined && randomStreams(seed)(lead, moment).chance(1, 2);
	complained[index] = 1;
	for (const {place} of standing) passed[place] = 1;
	if (isWrong) {
		missed[first.place] = 1;
		passed[first.place] = 0;
	}
	return isWrong ? second : first;
}

function told(talk: TeamTalk, index: number, line: Line, screens: Screens): ChatLine {
	const {now} = screens;
	const {team, from} = speakerAt(index);
	const {place, words, shows} = line;
	talk.said[place] = 1;
	talk.spokeAt[index] = now;
	talk.nextAt[index] = now + AGAIN_SECONDS;
	const said = words.replace(METRIC, (_, metric: string) => valueOf(metric, screens));
	const text = `${ledBy(shows, talk.missed[place] === 1, screens)}${said}`;
	return {at: now, from, role: 'team', text, team, shows};
}

function valueOf(metric: string, {reading}: Screens): string {
	const {value} = reading(metric);
	return value === null ? 'no data' : spoken(value, valueAt(METRICS, metricIndex(metric)).unit);
}

/** What comes before it: when it was so, if that is not now, and whether something else was thought before. */
function ledBy(
	shows: readonly string[],
	isLater: boolean,
	{reading, now, startSecondsOfDay}: Screens,
): string {
	const oldest = Math.min(...shows.map(metric => reading(metric).sampledAt));
	const isOld = now - oldest > OLD_SECONDS;
	const time = clockOf(oldest, startSecondsOfDay).pdt.slice(0, 5);
	if (isLater) return isOld ? `On second thought, as of ${time}: ` : 'On second thought: ';
	return isOld ? `As of ${time}: ` : '';
}

function readOf({reading}: Screens): Read {
	return metric => reading(metric).value ?? NaN;
}

function speakerAt(index: number): Speaker {
	return valueAt(SPEAKERS, index);
}

function verdictOf(metric: string, read: Read): Verdict {
	const value = read(metric);
	const limits = limitsOf(metric);
	if (Number.isNaN(value)) return 'unknown';
	return limits === null ? 'ok' : judge(limits, value);
}
