import path from 'node:path';
import {dueReviews, dayOf, reviewStanding, type Review} from '../play/kept/index.ts';
import {
	diskTrouble,
	indexRuns,
	noteDrills,
	readJournal,
	shownPath,
	type IndexedRuns,
} from '../saves/index.ts';
import {profileOf} from '../saves/glance/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {debriefingOf} from './debrief-of.ts';
import {openDesk, type Desk} from './desk.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {loadLevel} from './level-folder.ts';
import {LOOKS_OPTIONS} from './looks.ts';
import {complain, print, printJson} from './terminal-text.ts';

const OPTIONS = {
	saves: {type: 'string'},
	date: {type: 'string'},
	json: {type: 'boolean'},
	...LOOKS_OPTIONS,
} as const;

/** `review`: decisions of one's own that were dear, when each comes back, and to take one again. */
export async function reviewCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['start or rebuild'], optional: 1});
	if (!parsed.ok) return badInput(parsed.message);
	const [what] = parsed.positionals;
	const today = reviewDay(parsed.values.date);
	if (typeof today === 'string') return badInput(today);
	const asJson = parsed.values.json === true;
	if (asJson && what !== undefined) return badInput('--json is for `review` alone.');
	const opened = openDesk(parsed.values.saves, parsed.values);
	if (!opened.ok) return badInput(opened.message);
	const {desk} = opened;
	switch (what) {
		case undefined:
			if (asJson)
				printJson({reviews: profileOf(desk.state).reviews.map(each => asData(each, today))});
			else print(listWords(profileOf(desk.state).reviews, today));
			return EXIT.done;
		case 'start':
			return start(desk, today);
		case 'rebuild':
			return rebuild(desk, today);
		default:
			return badInput(`“${what.slice(0, 60)}” is neither start nor rebuild.`);
	}
}

async function start(desk: Desk, today: number): Promise<Exit> {
	const due = dueReviews(profileOf(desk.state).reviews, today);
	if (due.length === 0) {
		print(listWords(profileOf(desk.state).reviews, today));
		return EXIT.done;
	}
	if (!process.stdin.isTTY || !process.stdout.isTTY) {
		return badInput('A review needs a terminal.');
	}
	const {playFrom} = await import('./play-from.ts');
	return playFrom({at: 'review', today}, desk);
}

/** Finds the drills of every run on disk again; tries that the profile still knows are kept. */
async function rebuild(desk: Desk, today: number): Promise<Exit> {
	let indexed: IndexedRuns;
	try {
		indexed = indexRuns(desk.folder);
	} catch (error) {
		return badInput(`${shownPath(desk.folder)}: the saves cannot be read: ${diskTrouble(error)}.`);
	}
	indexed.passed.forEach(sentence => {
		complain(sentence);
	});
	for (const {file, level, ended} of indexed.runs) {
		const read = readJournal(file);
		const loaded = await loadLevel(level);
		if (!ended || !read.ok || !loaded.ok) continue;
		if (read.lack !== undefined) complain(read.lack);
		const working = await debriefingOf(loaded, read.journal, {
			file,
			state: desk.state,
			withheld: false,
		});
		if ('problem' in working) {
			complain(`${shownPath(file)}: ${working.problem.message}`);
			continue;
		}
		await working.finished;
		const drills = working.drills(path.basename(file));
		const trouble = noteDrills(desk.state, drills, today, new Date());
		if (trouble !== undefined) return badInput(trouble);
	}
	print(listWords(profileOf(desk.state).reviews, today));
	return EXIT.done;
}

/** What is kept, without giving an answer away. */
function listWords(reviews: readonly Review[], today: number): string {
	if (reviews.length === 0) {
		return 'Nothing to review yet: the debrief of a run leaves its most costly decisions here, and they come back the day after.';
	}
	const due = dueReviews(reviews, today).length;
	const rows = reviews.map(
		review =>
			`  ${whenWords(review, today).padEnd(14)} ${review.drill.title}, ${review.drill.clock} PDT`,
	);
	const head =
		due === 0
			? 'Nothing is due today.'
			: `${String(due)} due: \`outage-oncall review start\`, about a minute each.`;
	return [head, '', ...rows].join('\n');
}

/** A review without its answer; `dueInDays` is null once it is done with. */
function asData(review: Review, today: number) {
	const {dueOn} = reviewStanding(review);
	const {title, clock} = review.drill;
	return {title, clock, dueInDays: dueOn === null ? null : Math.max(0, dueOn - today)};
}

function whenWords(review: Review, today: number): string {
	const {dueOn} = reviewStanding(review);
	if (dueOn === null) return 'done with';
	const days = dueOn - today;
	return days <= 0 ? 'due' : days === 1 ? 'tomorrow' : `in ${String(days)} days`;
}

/** The day that reviews go by: today, or the one that was asked for. */
function reviewDay(date: string | undefined): number | string {
	if (date === undefined) return dayOf(new Date());
	const time = new Date(`${date}T00:00:00Z`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(time.getTime())) {
		return `--date ${date}: expected a day as YYYY-MM-DD.`;
	}
	return dayOf(time);
}
