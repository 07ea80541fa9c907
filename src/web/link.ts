import type {House, Scene, Sitting} from '../play/index.ts';
import {meanwhile, textScreen} from '../play/index.ts';

/**
 * What the address asks for, behind its `#`: `play=LEVEL&seed=S` is the card of a level, `run=...` a run, which is
 * lived again before anything is said of it. Undefined where it asks for nothing.
 */
export async function sceneOfLink(hash: string, sitting: Sitting): Promise<Scene | undefined> {
	if (hash.startsWith('#run=')) return runInLink(hash, sitting);
	const asked = new URLSearchParams(hash.replace(/^#/u, ''));
	const level = asked.get('play');
	if (level === null) return undefined;
	const {levelScene} = await import('../play/runs/index.ts');
	return levelScene(level, asked.get('seed') ?? undefined, sitting.house);
}

const LIVED_AGAIN = 'One moment: the run in the link is re-simulated.';

/** First what the run comes to, and then the run itself, to watch and to take over from any second. */
async function runInLink(link: string, sitting: Sitting): Promise<Scene> {
	const {house} = sitting;
	const said = (sentence: string): Scene => ({at: 'menu', said: `The link: ${sentence}`});
	const [
		{linkVerdict, openReplay, readRunLink, whyRefused},
		{openLines, scoredAgain, spokenScore},
	] = await Promise.all([import('./opened-link.ts'), import('../play/runs/index.ts')]);
	const read = readRunLink(link);
	if (!read.ok) return said(read.message);
	const {journal} = read;
	const loaded = await house.levelOf(journal, journal.begin.level);
	if (!loaded.ok) return said(loaded.sentences.join(' '));
	const refused = whyRefused(loaded.level, journal, house.versions);
	if (refused !== null) return said(refused.problem.message);
	const scored = await meanwhile(sitting, LIVED_AGAIN, () =>
		scoredAgain(journal, loaded, house.versions),
	);
	if (!scored.ok) return said(scored.problem.message);
	const score = ['```', ...spokenScore(scored, loaded.level, openLines), '```'].join('\n');
	const next = 'Close this to watch the run; T takes it over from the second that is shown.';
	const text = [linkVerdict(scored.score), '', next, '', score].join('\n');
	await textScreen({title: `A run of ${loaded.level.title}`, text}, sitting);
	const opened = openReplay(loaded.level, journal, house.versions);
	if (!opened.ok) return said(opened.problem.message);
	const name = journal.begin.level;
	return {at: 'replay', replayer: opened.replayer, file: '', loaded, name};
}

/** The address of a run: of this page, and behind its `#` the run itself. */
export async function linkTo(
	file: string,
	house: House,
): Promise<{readonly title: string; readonly text: string; readonly link: string | null}> {
	const title = 'A link to the run';
	const {runLink} = await import('./opened-link.ts');
	const read = await house.journals.read(file);
	const made = read.ok ? runLink(read.journal) : read;
	if (!made.ok) return {title, text: made.message, link: null};
	const link = location.href.replace(/#.*$/u, '') + made.link;
	const text = ['Whoever opens it sees the run, and that it comes out as it says:', '', link];
	return {title, text: text.join('\n'), link};
}
