import {
	AXIS_LABELS,
	leftStanding,
	reasonIn,
	type AxisId,
	type AxisScore,
	type Session,
	type StillOpen,
} from '../../session/index.ts';
import {cut, left, right, spread, span, widthOf, wrap} from '../screen/text.ts';
import type {Row, Tone} from '../screen/screen.types.ts';
import {scaleRows} from './card-scale.ts';
import {progressWords} from './card-words.ts';
import {NOTHING_MORE, type CardMore, type CardTold} from './card.types.ts';
import {clockAt} from './measure.ts';

/** What there is to tell of a run in the second in which it ends; the rest is added as it is worked out. */
export function cardOf(
	session: Session,
	{title, ladder = null}: {readonly title: string; readonly ladder?: number | null},
	more: CardMore = NOTHING_MORE,
): CardTold {
	const {observation} = session;
	const {impacted, services} = observation.dashboard;
	return {
		...more,
		...{title, ladder, impacted, room: observation.room !== null},
		result: session.result(),
		open: leftStanding(observation),
		services: services.length,
		marks: session.marks?.() ?? [],
		clock: at => clockAt(observation, at).slice(0, 5),
	};
}

const WIDE = 74;
const LABEL = 8;

/** Whether a card of this width tells only the first of what was missed. */
export function isNarrow(width: number): boolean {
	return width < WIDE;
}

/** The card of a run: verdict and why, score, impact, seven axes, what was missed and what was unsafe. */
export function verdictRows(told: CardTold, width: number): readonly Row[] {
	const isWide = !isNarrow(width);
	const gap: readonly Row[] = [[]];
	const axes = () => [...(isWide ? axisRows(told, width) : narrowAxes(told, width)), ...gap];
	const isElsewhere = isScoredElsewhere(told);
	return [
		headRow(told, width),
		...labelled('Why', [whyWords(told)], width),
		...(isElsewhere
			? labelled('Report', [ROOM_REPORT], width)
			: labelled('Score', [scoreWords(told)], width)),
		...gap,
		...scaleRows(told, width),
		...gap,
		...(isElsewhere ? [] : axes()),
		...(isWide
			? lackingRows(told, width)
			: [...firstOf('Missed', missed(told), width), ...firstOf('Unsafe', unsafe(told), width)]),
		...labelled('Turned', turned(told), width),
		...labelled('Again', fellAgain(told), width),
	];
}

/** Of a room the host alone has what a score is made of. */
export function isScoredElsewhere({room, soFar, marks}: CardTold): boolean {
	return room && soFar === null && marks.length === 0;
}

export const ROOM_REPORT =
	'Whoever hosts has the journal: “outage-oncall debrief FILE” reports how the room worked, and --html makes a page for everybody.';

/** What was missed and what was unsafe, all of it. */
export function lackingRows(told: CardTold, width: number): readonly Row[] {
	return [...labelled('Missed', missed(told), width), ...labelled('Unsafe', unsafe(told), width)];
}

/** The first of several on one row, and how many more there are. */
function firstOf(label: string, lines: readonly string[], width: number): readonly Row[] {
	const [first] = lines;
	if (first === undefined) return [];
	const more = lines.length === 1 ? '' : ` ↓${String(lines.length - 1)}`;
	const head = left(`${label} ${String(lines.length)}`, LABEL + 2);
	const text = cut(first, width - head.length - more.length);
	return [spread([span(head, 'title'), span(text)], [span(more, 'dim')], width)];
}

function headRow({title, ladder, result}: CardTold, width: number): Row {
	const {ended, seed} = result;
	const rung = ladder === null ? '' : `, L${String(ladder)}`;
	const night = [span(`${title}${rung}, seed ${seed}`)];
	if (ended === null) return spread([span('UNFINISHED', 'warn')], night, width);
	const verdict = `${ended.won ? 'WON' : 'LOST'} at ${ended.at} PDT`;
	return spread([span(verdict, ended.won ? 'title' : 'bad')], night, width);
}

/** Levers as a verdict names them, and as what stands open does. */
const COMMANDED: Readonly<Record<string, string>> = {
	'launch-throttle': 'launches',
	'termination-throttle': 'terminations',
	'dwfm-gate': 'gate dwfm',
	'poller-limit': 'pollers',
	'async-limit': 'async',
	'registration-held': 'registration held',
};
const ALSO_MAX = 3;

/** Which condition failed and since when, what else was open, and who felt it. */
export function whyWords({
	result,
	open,
	impacted,
	services,
	clock,
}: Pick<CardTold, 'result' | 'open' | 'impacted' | 'services' | 'clock'>): string {
	const {ended} = result;
	if (ended === null) return 'It has not ended, and can be resumed.';
	const reason = reasonIn(ended.why);
	const since = ({since: at}: StillOpen) => `since ${clock(at)}`;
	const named = new Set(ended.open.map(({id}) => COMMANDED[id] ?? id));
	// What is measured failed; what people had set may be why.
	const failed = [...ended.open].sort((a, b) => Number(a.until === '') - Number(b.until === ''));
	const [first, ...rest] = failed.map(({id, text, until}) => {
		const standing = open.find(each => each.id === (COMMANDED[id] ?? id));
		const notes = [
			...(until === '' ? [] : [`needs ${until}`]),
			...(standing === undefined ? [] : [since(standing)]),
		];
		return notes.length === 0 ? text : `${text} (${notes.join(', ')})`;
	});
	const others = open.filter(({id}) => !named.has(id)).map(each => `${each.text} (${since(each)})`);
	const also = [...rest, ...others];
	const more = also.length > ALSO_MAX ? ` and ${String(also.length - ALSO_MAX)} more` : '';
	const alsoWords = `${also.slice(0, ALSO_MAX).join(', ')}${more}`;
	return [
		reason,
		...(first === undefined ? [] : [`Not met: ${first}.`]),
		...(also.length === 0 ? [] : [`${ended.won ? 'Handed on' : 'Also open'}: ${alsoWords}.`]),
		...(ended.won ? [] : [`${String(impacted)} of ${String(services)} services impacted.`]),
	].join(' ');
}

/** `50, the lower of critical tasks and safety; ties by harm avoided 82`. */
export function scoreWords(told: CardTold): string {
	const harm = axisOf(told, 'harm');
	if (harm === undefined) {
		return `${marksWords(told)}; ${progressWords(told) ?? 'harm avoided is not scored here'}`;
	}
	const avoided = harm.points === null ? '-' : String(harm.points);
	return `${marksWords(told)}; ties by harm avoided ${avoided}`;
}

/** The same of what asks for no other run. */
export function marksWords(told: CardTold): string {
	const [tasks, safety] = [axisOf(told, 'tasks')?.points, axisOf(told, 'safety')?.points];
	if (typeof tasks === 'number' && typeof safety === 'number')
		return `${String(Math.min(tasks, safety))}, the lower of critical tasks and safety`;
	if (typeof tasks === 'number') return `${String(tasks)}, for critical tasks alone`;
	return typeof safety === 'number' ? `${String(safety)}, for safety alone` : 'not measured';
}

export function axisOf({marks, soFar}: CardTold, id: AxisId): AxisScore | undefined {
	return [...(soFar?.axes ?? []), ...marks].find(axis => axis.id === id);
}

export const AXES: readonly AxisId[] = [
	'harm',
	'tasks',
	'safety',
	'communication',
	'diagnosis',
	'durability',
	'time',
];
const BAR = 20;
const NARROW_BAR = 10;

function axisRows(told: CardTold, width: number): readonly Row[] {
	return AXES.map(id => axisRow(told, id, width));
}

/** One axis: its points, a bar, and what it measured. */
export function axisRow(told: CardTold, id: AxisId, width: number): Row {
	const axis = axisOf(told, id);
	const cells = width >= WIDE ? BAR : NARROW_BAR;
	const head = `${left(AXIS_LABELS[id], 15)}${pointsOf(axis)}  ${bar(axis, cells)}  `;
	return [span(head), span(cut(noteOf(told, id), width - widthOf(head)), 'dim')];
}

/** Two columns, the second with the axes that are often not measured. */
function narrowAxes(told: CardTold, width: number): readonly Row[] {
	const half = Math.floor(width / 2);
	const cell = (id: AxisId | undefined): string => {
		if (id === undefined) return '';
		const axis = axisOf(told, id);
		const measure = typeof axis?.points === 'number' ? bar(axis, NARROW_BAR) : shortNote(told, id);
		return cut(`${left(AXIS_LABELS[id], 14)}${pointsOf(axis)} ${measure}`, half - 1);
	};
	const rows = Math.ceil(AXES.length / 2);
	return Array.from({length: rows}, (_, row): Row => [
		span(left(cell(AXES[row]), half)),
		span(cell(AXES[row + rows])),
	]);
}

/** Why an axis has no points, where only a word or two have room. */
const SHORT_NOTES: Readonly<Record<AxisId, string>> = {
	harm: 'none to avoid',
	tasks: 'none asked',
	safety: 'none named',
	communication: 'no words',
	diagnosis: 'no note',
	durability: 'not tried',
	time: 'no end',
};

function shortNote(told: CardTold, id: AxisId): string {
	return axisOf(told, id) === undefined ? noteOf(told, id) : SHORT_NOTES[id];
}

function pointsOf(axis: AxisScore | undefined): string {
	return right(typeof axis?.points === 'number' ? String(axis.points) : '-', 3);
}

function bar(axis: AxisScore | undefined, cells: number): string {
	const full = Math.round(((axis?.points ?? 0) / 100) * cells);
	return '━'.repeat(full) + '·'.repeat(cells - full);
}

/** What an axis measured and where that stands; a dash has its reason. */
function noteOf(told: CardTold, id: AxisId): string {
	const axis = axisOf(told, id);
	if (axis === undefined) return progressWords(told) ?? 'not scored here';
	if (axis.points === null) return lowered(axis.what.split(/[,;.]/u, 1)[0] ?? '');
	const {tasks, unsafe: acts} = told.result;
	const asked = tasks.filter(({state}) => state !== 'spared');
	const met = asked.filter(({state}) => state === 'met');
	const many =
		id === 'tasks'
			? `${String(met.length)} of ${String(asked.length)} met`
			: id === 'safety'
				? acts.length === 0
					? 'nothing unsafe'
					: `${String(acts.length)} unsafe ${acts.length === 1 ? 'act' : 'acts'}`
				: '';
	const standing = told.standing?.[id];
	const place =
		standing === undefined || standing.among === 0
			? ''
			: `as good as ${String(standing.reached)} of ${String(standing.among)}${id === 'harm' ? ' reference runs' : ''}`;
	return [many, place].filter(words => words !== '').join('; ');
}

function lowered(text: string): string {
	return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Tasks by name, never the commands that would have met them. */
function missed({result: {tasks}}: CardTold): readonly string[] {
	return tasks
		.filter(({state}) => state === 'missed' || state === 'open')
		.sort((a, b) => (a.tick ?? Infinity) - (b.tick ?? Infinity))
		.map(({at, what}) => `${at === null ? '-    ' : at.slice(0, 5)} ${what}`);
}

function unsafe({result}: CardTold): readonly string[] {
	return result.unsafe.map(({at, what}) => `${at.slice(0, 5)} ${what}`);
}

/** The half hour that cost most, as it was measured. */
function turned(told: CardTold): readonly string[] {
	const moments = axisOf(told, 'harm')?.moments ?? [];
	const [most] = [...moments].sort((a, b) => (b.minutes ?? 0) - (a.minutes ?? 0));
	return most === undefined ? [] : [`${told.clock(most.at)} ${most.text}`];
}

/** That it did not hold when the trouble came once more, and how; nothing where it held or was not tried. */
function fellAgain(told: CardTold): readonly string[] {
	const axis = axisOf(told, 'durability');
	return axis?.points === 0 ? axis.moments.map(({text}) => text) : [];
}

function labelled(
	label: string,
	lines: readonly string[],
	width: number,
	tone: Tone = 'plain',
): readonly Row[] {
	return lines.flatMap((line, index) => {
		const hang = /^(\d\d:\d\d|- {4}) /u.test(line) ? 6 : 0;
		const [first = '', ...rest] = wrap(line, width - LABEL - hang);
		return [
			[span(left(index === 0 ? label : '', LABEL), 'title'), span(first, tone)],
			...rest.map((part): Row => [span(' '.repeat(LABEL + hang)), span(part, tone)]),
		];
	});
}
