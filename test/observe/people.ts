import {clockShown, look, SAMPLE_SECONDS, seenNow, type ChatLine} from '../../src/observe/index.ts';
import {ANSWERS} from '../../src/observe/chat/answers.ts';
import {REMARKS} from '../../src/observe/chat/remarks.ts';
import {VOICES} from '../../src/observe/chat/voices.ts';
import {surfaceOf} from '../../src/observe/public-surface.ts';
import type {Level} from '../../src/level/index.ts';
import {PLAYERS} from '../../src/session/players/index.ts';
import {relive} from '../../src/session/relive/relive.ts';
import {playerSource, scriptSource, type PlayerScript} from '../../src/session/relive/source.ts';
import {startRun, type Run} from '../../src/session/run.ts';

const MINUTE = 60;
/** A team that has joined looks first; a question waits for whoever else speaks; a late word is pressed. */
export const SPEAKS_WITHIN = 6 * MINUTE;
export const ANSWERED_WITHIN = 20 * MINUTE;
export const PRESSED_WITHIN = 12 * MINUTE;

/** A night as it was heard, and where its people did what people do not. */
export type HeardNight = {
	readonly lines: readonly ChatLine[];
	readonly twice: readonly string[];
	readonly unread: readonly string[];
	readonly unpressed: readonly string[];
	readonly silentTeams: readonly string[];
	readonly unanswered: readonly string[];
};

/** Lives a night with a scripted player, or a random one, and listens. */
export function heardIn(level: Level, script: PlayerScript | 'random', seed: string): HeardNight {
	const {switches, parameters} = level;
	const run = startRun(level, {seed, switches, parameters, observed: true});
	const ear = listener();
	const source =
		script === 'random' ? playerSource(PLAYERS['random']!(seed)) : scriptSource('you', script);
	relive(run, source, {recorders: [ear.hear], until: level.limit});
	return ear.heard();
}

function listener() {
	const lines: ChatLine[] = [];
	const unread: string[] = [];
	const promises = watchPromises();
	const teams = watchTeams();
	const questions = watchQuestions();
	let last: ChatLine | undefined;
	return {
		hear: (run: Run) => {
			const {lines: all} = run.observer!.chat;
			const fresh = all.slice(last === undefined ? 0 : all.lastIndexOf(last) + 1);
			last = all.at(-1);
			for (const line of fresh) {
				lines.push(line);
				// What was said before the takeover is found, and not heard in its second.
				if (line.at < run.world.now) continue;
				unread.push(...numbersNotShown(line, run).map(number => `${number} in “${line.text}”`));
			}
			promises.see(run, fresh);
			teams.see(run, fresh);
			questions.see(run, fresh);
		},
		heard: (): HeardNight => ({
			lines,
			unread,
			twice: saidTwice(lines),
			unpressed: promises.unpressed,
			silentTeams: teams.silent,
			unanswered: questions.unanswered,
		}),
	};
}

/** Sentences that were said before, whoever said them. */
export function saidTwice(lines: readonly Pick<ChatLine, 'text'>[]): readonly string[] {
	const sentences = lines.flatMap(({text}) => text.split(/(?<=[.?!])\s+/u));
	return sentences.filter((sentence, place) => sentences.indexOf(sentence) !== place);
}

/** Names that have a number in them. */
const NAMES = /enactor-\d|use1-az\d|EC2|sev-\d/gu;
const QUANTITY =
	/(?<number>\d[\d,.]*\d|\d)(?: (?<hours>h) (?<rest>\d\d) min| ?(?<unit>%|\/s|s\b|min))?/gu;

/** Numbers of a line that nothing has which its speaker sees in that second. */
function numbersNotShown(line: ChatLine, run: Run): readonly string[] {
	const text = line.text.replace(NAMES, '');
	const times = [...text.matchAll(/\d\d:\d\d/gu)].map(([time]) => time);
	const left = text.replace(/\d\d:\d\d/gu, '');
	return [
		...times.filter(time => !timesKnown(line, run).includes(time)),
		...[...left.matchAll(QUANTITY)].flatMap(([whole, ...parts]) => {
			const value = valuesOf(line, run).some(known => isAbout(known, parts));
			return value ? [] : [whole];
		}),
	];
}

function timesKnown({team, shows = []}: ChatLine, run: Run): readonly string[] {
	const {world, observer} = run;
	const clock = (at: number) => clockShown(at, world.settings.startSecondsOfDay).pdt.slice(0, 5);
	if (team !== undefined) {
		const {metrics} = look({...observer!, dark: []}, world);
		return shows.map(metric => clock(metrics[metric]!.sampledAt));
	}
	const {promisedAt} = world.incidentCall.output;
	const {missedAt} = observer!.chat;
	return [world.now, promisedAt ?? world.now, missedAt].map(clock);
}

function valuesOf({team, shows = []}: ChatLine, {observer, world}: Run): readonly number[] {
	if (team !== undefined) return shows.map(metric => seenNow(observer!, metric) ?? NaN);
	const {impacted, resolved, postedAt} = surfaceOf(world, observer!.board);
	return [impacted, resolved, (world.now - (postedAt ?? world.now)) / MINUTE];
}

/** Whether a number as it was said, rounded, is this value. */
function isAbout(
	value: number,
	[number = '', , rest, unit]: readonly (string | undefined)[],
): boolean {
	const said = Number(number.replaceAll(',', ''));
	const read = unit === '%' ? 100 * value : unit === 'min' && value > 120 ? value / 60 : value;
	if (rest !== undefined) return Math.abs(said * 60 + Number(rest) - value / 60) <= 1;
	return Math.abs(said - read) <= Math.max(0.55, read / 100);
}

/** Promises that were missed, and nobody said so while no word came. */
function watchPromises() {
	const unpressed: string[] = [];
	const pressers = REMARKS.filter(({words}) => words.some(text => text.includes('{late}')));
	const most = Math.max(...pressers.map(({words}) => words.length));
	let broken = 0;
	let promised = 0;
	let late: {readonly at: number; readonly due: string} | null = null;
	return {
		unpressed,
		see({world}: Run, fresh: readonly ChatLine[]) {
			const {promisesBroken, promisedAt, posts} = world.incidentCall.output;
			if (promisesBroken > broken && promisesBroken < most) {
				const due = clockShown(promised, world.settings.startSecondsOfDay).pdt.slice(0, 5);
				late = {at: world.now, due};
			}
			broken = promisesBroken;
			promised = promisedAt ?? 0;
			if (late === null) return;
			const {at, due} = late;
			if (promisedAt !== null || (posts.at(-1)?.at ?? -1) >= at) late = null;
			else if (fresh.some(({text}) => text.includes(due))) late = null;
			else if (world.now - at > PRESSED_WITHIN) {
				unpressed.push(due);
				late = null;
			}
		},
	};
}

/** Teams that joined for the first time and said nothing. */
function watchTeams() {
	const silent: string[] = [];
	const spoke = new Set<string>();
	return {
		silent,
		see({world}: Run, fresh: readonly ChatLine[]) {
			for (const {team} of fresh) if (team !== undefined) spoke.add(team);
			for (const {team, state, since} of world.incidentCall.output.teams) {
				if (state !== 'present' || spoke.has(team)) continue;
				if (world.now - since <= SPEAKS_WITHIN) continue;
				silent.push(`${team} since ${String(since)}`);
				spoke.add(team);
			}
		},
	};
}

const ALL_ANSWERS = [
	...Object.values(VOICES).flatMap(({replies}) => replies.map(({words}) => words)),
	...ANSWERS.map(({words}) => words[0]!),
];

/** Questions to which somebody had the answer for long enough, and did not give it. */
function watchQuestions() {
	const unanswered: string[] = [];
	const asked = new Map<string, number>();
	const given = new Set<string>();
	const hadSince = new Map<string, number>();
	const told = (words: string, {text}: ChatLine) =>
		text.includes(
			words
				.split(/\{[^}]*\}/u)
				.reduce((long, part) => (part.length > long.length ? part : long), ''),
		);
	const possible = (run: Run) => {
		const {world, observer} = run;
		const surface = surfaceOf(world, observer!.board);
		const present = new Set(
			surface.teamsPresent === 0
				? []
				: world.incidentCall.output.teams.flatMap(({team, state}) =>
						state === 'present' ? [team] : [],
					),
		);
		const read = (metric: string) => seenNow(observer!, metric) ?? NaN;
		return [
			...Object.entries(VOICES).flatMap(([team, {replies}]) =>
				replies.map(({to, when, words}) => ({
					to,
					words,
					has: present.has(team as never) && when(read),
				})),
			),
			...ANSWERS.flatMap(({to, when, words}) =>
				to === undefined
					? []
					: [{to, words: words[0]!, has: asked.has(to) && when(surface, asked.get(to)!)}],
			),
		];
	};
	return {
		unanswered,
		see(run: Run, fresh: readonly ChatLine[]) {
			const {now} = run.world;
			for (const line of fresh) {
				for (const {id, words} of REMARKS) {
					if (id !== undefined && !asked.has(id) && words.some(each => told(each, line)))
						asked.set(id, line.at);
				}
			}
			for (const words of fresh.length === 0 ? [] : ALL_ANSWERS) {
				if (fresh.some(line => told(words, line))) given.add(words);
			}
			if (now % SAMPLE_SECONDS !== 0) return;
			for (const {to, words, has} of possible(run)) {
				if (given.has(words) || !asked.has(to) || !has) hadSince.delete(words);
				else if (!hadSince.has(words)) hadSince.set(words, now);
				else if (now - hadSince.get(words)! > ANSWERED_WITHIN) {
					unanswered.push(words);
					given.add(words);
				}
			}
		},
	};
}
