import {randomStreams, valueAt, numberAt, type Team} from '../../sim/index.ts';
import {TEAMS} from '../subsystems.ts';
import {METRICS, metricIndex} from '../metrics.ts';
import type {ChatLine, Verdict} from '../observation.types.ts';
import {OBSERVE_PARAMETERS} from '../observe.parameters.ts';
import {clockOf, spoken} from '../words.ts';
import {judge, limitsOf} from '../gauges.ts';
import type {Read} from './finding.types.ts';
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

/** What each team on the call has said. Plain data, in the order of TEAMS. */
export type TeamTalk = {
	/** When each joined, when it spoke last, when it means to look again, and whether it has complained of anything. */
	readonly joinedAt: Float64Array;
	readonly spokeAt: Float64Array;
	readonly nextAt: Float64Array;
	readonly complained: Uint8Array;
	/** Words that were said, with their team. */
	readonly said: string[];
	/** What stood when something else was said: it is no news as long as it stands. */
	readonly passed: string[];
	/** What was the likelier and was not thought of first. */
	readonly missed: string[];
};

export function createTeamTalk(): TeamTalk {
	const times = () => new Float64Array(TEAMS.length).fill(NEVER);
	return {
		joinedAt: times(),
		spokeAt: times(),
		nextAt: times(),
		complained: new Uint8Array(TEAMS.length),
		said: [],
		passed: [],
		missed: [],
	};
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
	return screens.teams.flatMap(({team, state, since}, index) => {
		if (state !== 'present') return [];
		arrive(talk, index, team, since, screens);
		const {now} = screens;
		const spokeAt = numberAt(talk.spokeAt, index);
		if (spokeAt !== NEVER && now - spokeAt < BREATH_SECONDS) return [];
		const words =
			(spokeAt === NEVER ? undefined : replyOf(talk, team, screens)) ??
			(now < numberAt(talk.nextAt, index) ? undefined : findingOf(talk, index, team, screens));
		return words === undefined ? [] : [told(talk, index, team, words, screens)];
	});
}

/** Whoever joins has a look first. */
function arrive(talk: TeamTalk, index: number, team: Team, since: number, {seed}: Screens): void {
	if (talk.joinedAt[index] === since) return;
	talk.joinedAt[index] = since;
	const rng = randomStreams(seed)(`chat/${team}`, since);
	talk.nextAt[index] = since + Math.round(rng.between(LOOK_SECONDS_MIN, LOOK_SECONDS_MAX));
}

function replyOf({said}: TeamTalk, team: Team, screens: Screens): string | undefined {
	const {now, askedAt} = screens;
	return VOICES[team].replies.find(({to, when, words}) => {
		const asked = askedAt(to);
		const isAsked = asked !== NEVER && now - asked >= BREATH_SECONDS;
		return isAsked && !said.includes(nameOf(team, words)) && when(readOf(screens));
	})?.words;
}

/** The next thing to say: what is wrong, that it is over, or that nothing is. Who has nothing new looks again soon. */
function findingOf(
	talk: TeamTalk,
	index: number,
	team: Team,
	screens: Screens,
): string | undefined {
	const {leads, quiet, unclear, well} = VOICES[team];
	const read = readOf(screens);
	const isNew = (words: string) => !talk.said.includes(nameOf(team, words));
	const standing = leads.filter(({when}) => when(read)).map(({words}) => words);
	talk.nextAt[index] = screens.now + BREATH_SECONDS;
	keepPassed(talk, team, standing);
	if (standing.length > 0) {
		const fresh = standing.filter(words => isNew(words) && !isPassed(talk, team, words));
		return chosen(talk, index, team, fresh, standing, screens);
	}
	const shown = metricsIn(quiet).map(metric => verdictOf(metric, read));
	if (shown.includes('unknown')) return undefined;
	const isAmiss = shown.some(verdict => verdict !== 'ok');
	const words = isAmiss ? unclear : talk.complained[index] === 1 ? well : quiet;
	return isNew(words) ? words : undefined;
}

/** Of the two likeliest that have evidence, luck says which one is thought of; the likelier comes later then. */
function chosen(
	talk: TeamTalk,
	index: number,
	team: Team,
	[first, second]: readonly string[],
	standing: readonly string[],
	{seed}: Screens,
): string | undefined {
	if (first === undefined) return undefined;
	const moment = numberAt(talk.joinedAt, index);
	const isWrong =
		second !== undefined && randomStreams(seed)(`chat/${team}/lead`, moment).chance(1, 2);
	talk.complained[index] = 1;
	if (isWrong) talk.missed.push(nameOf(team, first));
	for (const words of standing) {
		if (words !== first || !isWrong) talk.passed.push(nameOf(team, words));
	}
	return isWrong ? second : first;
}

/** What has stood and stands no more is news when it comes again. */
function keepPassed({passed}: TeamTalk, team: Team, standing: readonly string[]): void {
	const stands = new Set(standing.map(words => nameOf(team, words)));
	for (let place = passed.length - 1; place >= 0; place--) {
		const name = valueAt(passed, place);
		if (name.startsWith(`${team} `) && !stands.has(name)) passed.splice(place, 1);
	}
}

function isPassed({passed}: TeamTalk, team: Team, words: string): boolean {
	return passed.includes(nameOf(team, words));
}

function told(
	talk: TeamTalk,
	index: number,
	team: Team,
	words: string,
	screens: Screens,
): ChatLine {
	const {now} = screens;
	const name = nameOf(team, words);
	const isLater = talk.missed.includes(name);
	talk.said.push(name);
	talk.spokeAt[index] = now;
	talk.nextAt[index] = now + AGAIN_SECONDS;
	const shows = metricsIn(words);
	const said = words.replace(METRIC, (_, metric: string) => valueOf(metric, screens));
	const text = `${ledBy(shows, isLater, screens)}${said}`;
	return {at: now, from: VOICES[team].from, role: 'team', text, team, shows};
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

function nameOf(team: Team, words: string): string {
	return `${team} ${words}`;
}

function metricsIn(words: string): readonly string[] {
	return [...words.matchAll(METRIC)].map(([, metric = '']) => metric);
}

function verdictOf(metric: string, read: Read): Verdict {
	const value = read(metric);
	const limits = limitsOf(metric);
	if (Number.isNaN(value)) return 'unknown';
	return limits === null ? 'ok' : judge(limits, value);
}
