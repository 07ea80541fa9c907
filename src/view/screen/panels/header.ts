import {castSeen, type Observation} from '../../../observe/index.ts';
import type {Fact} from '../../say/fact.types.ts';
import {headerFacts} from '../../say/facts/standing.ts';
import {duration} from '../../say/measure.ts';
import {paceWords, roomPaceWords} from '../../programs/console/time/index.ts';
import type {Row, Span, Tone} from '../screen.types.ts';
import {rowWidth, span, spread} from '../text.ts';
import {keysOn, modeOf} from '../../input/keys/index.ts';
import {PANEL_KEYS, type Ui} from '../../input/ui.types.ts';
import {headlineRow} from './headline-row.ts';
import {openRow} from './open-row.ts';

/** Three rows that never move: when it is, who is here and how bad it is; what came last; what must be taken back. */
export function headerRows(observation: Observation, ui: Ui, width: number): readonly Row[] {
	return [
		whenRow(observation, ui, width),
		headlineRow(observation, ui, width),
		openRow(observation, ui, width),
	];
}

/** The clock, the pace and the call at the left, severity and access at the right; what matters least leaves first. */
export function whenRow(observation: Observation, ui: Ui, width: number): Row {
	const {pdt, utc, date} = observation.clock;
	const end = severityAndAccess(headerFacts(observation));
	const front: readonly Span[] = [
		...(ui.readOnly ? [span('read-only', 'select'), span(' ')] : []),
		...seatOf(observation),
	];
	const gap = width >= 180 ? '   ' : '  ';
	const title = span(ui.title === '' ? '' : `${ui.title}${gap}`, 'title');
	const clock = span(`${pdt} PDT`, 'title');
	const pace = [span(gap), ...paceSpans(observation, ui)];
	const world = width >= 180 ? [span(`${gap}${utc} UTC`, 'dim')] : [];
	const toComms = modeOf(ui) === 'panels' ? {press: [PANEL_KEYS.comms]} : {};
	const toCall = (words: string): Span => ({...span(words), ...toComms});
	const [all, some, number] = callWords(observation);
	const [call, few, least] = [toCall(all), toCall(some), toCall(number)];
	const extra = noted(ui, gap);
	const starts: readonly (readonly Span[])[] = [
		[...front, title, clock, span(` ${date}`), ...world, ...pace, span(gap), call, ...extra],
		[...front, title, clock, span(` ${date}`), ...world, ...pace, span(gap), call],
		[...front, clock, span(` ${date}`), ...pace, span(gap), call],
		[...front, clock, span(` ${date}`), ...pace, span('  '), few],
		[...front, clock, ...pace, span('  '), few],
		[...front, clock, ...pace, span('  '), least],
		[...front, clock, ...pace],
		[...front, clock],
	];
	const start = starts.find(row => rowWidth(row) + rowWidth(end) < width) ?? [clock];
	return spread(start, end, width);
}

/** Who is here: by name, by number, or in two words. */
function callWords(observation: Observation): readonly [string, string, string] {
	const {teams, now} = observation;
	if (!castSeen(observation).includes('incidentCall')) return ['', '', ''];
	const here = teams.filter(({state}) => state === 'present').map(({team}) => team);
	const paged = teams.filter(({state}) => state === 'paged');
	const coming = paged
		.map(({team, since}) => `; ${team} paged ${duration(now - since).split(' ')[0] ?? ''}`)
		.join('');
	const names = here.length === 0 ? 'nobody' : here.join(' ');
	const many = String(here.length);
	const more = here.length > 5 ? ` +${String(here.length - 5)}` : '';
	const away = paged.length === 0 ? '' : `${String(paged.length)} paged`;
	const and = away === '' ? '' : `, ${away}`;
	if (here.length === 0) {
		const nobody = away === '' ? 'nobody on' : `${away}, none joined`;
		return [`on the call: ${names}${coming}`, nobody, away === '' ? nobody : away];
	}
	const short = `call ${many}${and}`;
	const first = `on the call ${many}: ${here.slice(0, 5).join(' ')}${more}`;
	return [`on the call: ${names}${coming}`, here.length > 5 ? `${first}${and}` : short, short];
}

function paceSpans(observation: Observation, ui: Ui): readonly Span[] {
	const pace = observation.room === null ? paceWords(ui) : roomPaceWords(observation.room);
	const press = modeOf(ui) === 'panels' ? {press: keysOn(ui.keymap, 'pause').slice(0, 1)} : {};
	const why = pace.why.replace(/^\((.*)\)$/u, '$1');
	const tone: Tone = pace.state === 'stopped' ? 'select' : 'plain';
	return [{...span(pace.text, tone), ...press}, span(why === '' ? '' : ` (${why})`, 'plain')];
}

function seatOf({room}: Observation): readonly Span[] {
	return room === null || room.seat === '' ? [] : [span(`seat ${room.seat}`, 'title'), span('  ')];
}

/** What the player noted, and how often an exam was stopped: where there is room. */
function noted({stops, hypothesis}: Ui, gap: string): readonly Span[] {
	return [
		...(stops !== null && stops.count > 0
			? [span(`${gap}‖ stopped ${String(stops.count)}x, ${duration(stops.seconds)}`, 'dim')]
			: []),
		...(hypothesis === null
			? []
			: [
					span(`${gap}you suspect ${hypothesis.suspect} ${String(hypothesis.confidence)} %`, 'dim'),
				]),
	];
}

type Standing = ReturnType<typeof headerFacts>;

const MARKS = {ok: '', warn: '▲ ', crit: '✗ ', unknown: ''} as const;
const TONES = {ok: 'dim', warn: 'warn', crit: 'bad', unknown: 'dim'} as const;

/** How bad it is called is a decision, and no alarm. */
function severityAndAccess({severity, access, over}: Standing): readonly Span[] {
	const tone = severity.value === 'none' ? 'dim' : 'title';
	return [
		span(over.value === null ? '' : ` ${String(over.value).toUpperCase()} `, 'title'),
		span(` ${severity.of.short}`, tone),
		span(`  ${MARKS[access.verdict]}${access.of.short}`, toneOf(access)),
	];
}

function toneOf({verdict}: Fact): Tone {
	return TONES[verdict];
}
