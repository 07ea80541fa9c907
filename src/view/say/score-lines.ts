import {
	AXIS_LABELS,
	type AxisId,
	type AxisScore,
	type Score,
	type Standing,
	type Standings,
} from '../../session/index.ts';
import {left, right, wrap} from '../screen/text.ts';
import {printed} from './clean.ts';

const WIDTH = 78;
const BAR = 20;
const SPARK = '▁▂▃▄▅▆▇█';

/** What the lines of a score are made of, beside it. */
export type ScoreSetting = {
	readonly title: string;
	readonly standing: Standings | null;
	/** The clock of a second of the run, `HH:MM:SS`. */
	readonly clock: (at: number) => string;
};

/** A score for reading: each axis with its bar, how others fared, and the moments behind it. */
export function scoreLines(score: Score, setting: ScoreSetting, width = WIDTH): readonly string[] {
	const {standing, clock, title} = setting;
	return printed([
		`${title}, seed ${score.seed}, ${outcome(score)} ${playedAs(score)}`,
		headlineOf(score),
		...(score.won === false ? wrap(score.why, width) : []),
		'',
		...score.axes.flatMap(axis => [
			axisRow(axis, standing?.[axis.id] ?? null),
			...wrap(axis.what, width - 4).map(line => `    ${line}`),
			...axis.moments.flatMap(({at, text}) => momentLines(clock(at), text, width)),
		]),
		'',
		`version ${score.version}, hash ${score.hash}`,
	]);
}

/** Five lines to share: how it went, and nothing of what the level holds. Bars are no use to those who listen. */
export function shareLines(
	score: Score,
	standing: Standings | null,
	{title, bars: drawn}: {readonly title: string; readonly bars: boolean},
): readonly string[] {
	const bars = score.axes.map(({id, points}) => {
		if (points === null) return `${short(id)} -`;
		return `${short(id)} ${drawn ? `${bar(points, 5)} ` : ''}${String(points)}`;
	});
	return printed([
		`outage-oncall ${score.version}: ${title}, seed ${score.seed}`,
		`${outcome(score)} ${playedAs(score)}; ${headlineOf(score)}`,
		bars.slice(0, 3).join('  '),
		bars.slice(3).join('  '),
		`${amongOthers(score, standing)}a replay proves ${score.hash}`,
	]);
}

/** What a run in a link came to when it was lived again. One that does not come out as it says has no score. */
export function linkVerdict(score: Score): string {
	const {first} = score.headline;
	const points = first === null ? 'not measured' : String(first);
	const again =
		score.won === null ? 're-simulated as far as it goes' : 'the same when re-simulated';
	return `${outcome(score)}, ${points}, ${again}`;
}

/** The same lines for terminals that have nothing but ASCII. */
export function inAscii(lines: readonly string[]): readonly string[] {
	return lines.map(line =>
		line
			.replace(/\|[ ▁▂▃▄▅▆▇█]{10}\|/g, spark =>
				spark.replace(/[▁▂▃▄▅▆▇█]/g, height => String(SPARK.indexOf(height) + 1)),
			)
			.replaceAll('█', '#')
			.replaceAll('░', '.')
			.replace(/[“”]/g, '"'),
	);
}

/** On harm, which every level measures: among how many reference runs, and as good as how many of them. */
function amongOthers({headline: {then}}: Score, standing: Standings | null): string {
	if (standing === null || then === null || standing.harm.among === 0) return '';
	const {reached, among} = standing.harm;
	return `harm as good as ${String(reached)} of ${String(among)} reference runs; `;
}

/** What a run is known by, in a few words. */
export function headlineOf({headline: {first, then}}: Score): string {
	const last = then === null ? '' : `, harm avoided ${String(then)}`;
	return first === null ? `not measured${last}` : `safety and tasks ${String(first)}${last}`;
}

function outcome({won}: Score): string {
	return won === null ? 'unfinished' : won ? 'won' : 'lost';
}

/** How it was played, what cannot be proven as a claim; what makes it another night is never left out. */
function playedAs({played: {claimed, fixes, numbers}}: Score): string {
	const changes = [
		...(fixes.length === 0 ? [] : [`fixed beforehand: ${fixes.join(', ')}`]),
		...(numbers ? ['with changed parameters'] : []),
	];
	return [`(claimed: ${claimWords(claimed)})`, ...changes].join(', ');
}

function claimWords({by, timed, forkedAt, salvaged}: Score['played']['claimed']): string {
	const who = by === 'program' ? 'program' : timed ? 'human, real time' : 'human, own time';
	return [
		who,
		...(forkedAt === null ? [] : ['taken over from another run']),
		...(salvaged ? ['salvaged from a damaged journal'] : []),
	].join(', ');
}

function axisRow({id, points}: AxisScore, standing: Standing | null): string {
	const label = left(AXIS_LABELS[id], 16);
	if (points === null) return `${label} ${right('-', 3)}`;
	return `${label} ${right(String(points), 3)} ${bar(points, BAR)} ${placeOf(standing)}`;
}

function placeOf(standing: Standing | null): string {
	if (standing === null || standing.among === 0) return '';
	const {among, reached, histogram} = standing;
	const most = Math.max(...histogram);
	const spark = histogram
		.map(many => (many === 0 ? ' ' : SPARK.charAt(Math.ceil((7 * many) / most))))
		.join('');
	return `|${spark}| as good as ${String(reached)} of ${String(among)}`;
}

function bar(points: number, cells: number): string {
	const full = Math.round((points / 100) * cells);
	return '█'.repeat(full) + '░'.repeat(cells - full);
}

function momentLines(clock: string, text: string, width: number): readonly string[] {
	const [first = '', ...rest] = wrap(text, width - 16);
	return [`      ${left(clock, 9)} ${first}`, ...rest.map(line => `${' '.repeat(16)}${line}`)];
}

function short(id: AxisId): string {
	return id === 'communication' ? 'comms' : id;
}
