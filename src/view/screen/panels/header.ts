import type {Observation} from '../../../observe/index.ts';
import type {Fact} from '../../say/fact.types.ts';
import {standingFacts, type StandingFact} from '../../say/facts/standing.ts';
import {duration} from '../../say/measure.ts';
import {paceWords, roomPaceWords} from '../../programs/console/time/index.ts';
import type {Row, Span, Tone} from '../screen.types.ts';
import {fit, rowWidth, span, spread} from '../text.ts';
import {keysOn, modeOf} from '../../input/keys/index.ts';
import type {Ui} from '../../input/ui.types.ts';

/** Two rows that never move: when it is, how fast it goes, how bad it is; and what must not be forgotten. */
export function headerRows(observation: Observation, ui: Ui, width: number): readonly [Row, Row] {
	const {pdt, utc, date} = observation.clock;
	const pace = observation.room === null ? paceWords(ui) : roomPaceWords(observation.room);
	const stands = standingFacts(observation);
	const end = severityAndAccess(stands, width);
	const how: Span[] = [
		span('  '),
		{
			...span(pace.text, PACE_TONES[pace.state]),
			...(modeOf(ui) === 'panels' ? {press: keysOn(ui.keymap, 'pause').slice(0, 1)} : {}),
		},
		span(pace.why === '' ? '' : ` ${pace.why}`, pace.state === 'slowed' ? 'warn' : 'dim'),
	];
	const world = span(`  ${utc.slice(0, width >= 100 ? 8 : 5)} UTC`, 'dim');
	const whole: Span[] = [
		span(width >= 100 ? `${ui.title}  ` : '', 'title'),
		span(`${pdt} PDT ${date}`, 'title'),
	];
	// Why time is slow says more than what time it is elsewhere, and that more than the date.
	const starts = [
		[...whole, world, ...how],
		[...whole, ...how],
		[span(`${pdt} PDT`, 'title'), ...how],
	];
	const start = starts.find(row => rowWidth(row) + rowWidth(end) < width) ?? starts[2] ?? how;
	return [
		spread(start, end, width),
		ui.flash === null ? standing(stands, observation.room, ui, width) : flashRow(ui, width),
	];
}

const PACE_TONES = {stopped: 'select', slowed: 'warn', chosen: 'focus'} as const;

/** How bad it is called, and who gets in; that all is well there is said where there is room. */
function severityAndAccess({severity, access}: Standing, width: number): readonly Span[] {
	const call = span(` ${VERDICT_MARKS[severity.verdict]}${severity.of.short}`, toneOf(severity));
	if (access.verdict === 'ok' && width < 76) return [call];
	const tone = access.verdict === 'ok' ? 'good' : toneOf(access);
	return [call, span(`  ${VERDICT_MARKS[access.verdict]}${access.of.short}`, tone)];
}

type Standing = ReturnType<typeof standingFacts>;

const VERDICT_MARKS = {ok: '● ', warn: '▲ ', crit: '✗ ', unknown: ''} as const;
const VERDICT_TONES = {ok: 'plain', warn: 'warn', crit: 'bad', unknown: 'dim'} as const;

function toneOf({verdict}: Fact): Tone {
	return VERDICT_TONES[verdict];
}

function flashRow(ui: Ui, width: number): Row {
	const flash = ui.flash;
	if (flash === null) return fit([], width);
	const mark = flash.tone === 'good' ? '✔' : flash.tone === 'warn' ? '▲' : '✗';
	const tone: Tone = flash.tone === 'good' ? 'good' : flash.tone;
	return fit([span(`${mark} ${flash.text}`, tone)], width);
}

/** What stands: pages nobody took, machines out of the loop, the promise to customers. Left first, as room allows. */
function standing(
	{pages, impacted, open, promise, paused, running}: Standing,
	room: Observation['room'],
	ui: Ui,
	width: number,
) {
	const late = promise.verdict === 'crit' ? '▲ ' : '';
	const said: readonly Span[] = [
		span(marked('✗ ', pages), 'bad'),
		span(impacted.of.short, impacted.verdict === 'ok' ? 'dim' : 'warn'),
		span(open.of.short, 'warn'),
		span(marked(late, promise), toneOf(promise)),
		span(marked('‖ ', paused), 'warn'),
		span(marked('► ', running), 'plain'),
	];
	const parts = said.filter(({text}) => text !== '');
	if (ui.readOnly) parts.unshift(span('looking on', 'select'));
	if (room !== null && room.seat !== '') parts.unshift(span(`seat ${room.seat}`, 'focus'));
	if (ui.stops !== null && ui.stops.count > 0) parts.push(span(stopped(ui.stops), 'warn'));
	if (ui.hypothesis !== null) {
		const {suspect, confidence} = ui.hypothesis;
		parts.push(span(`you suspect ${suspect} ${String(confidence)} %`, 'calm'));
	}
	const row: Span[] = [];
	for (const part of parts) {
		const next = row.length === 0 ? [part] : [span('  │  ', 'dim'), part];
		if (rowWidth(row) + rowWidth(next) > width) break;
		row.push(...next);
	}
	return fit(row, width);
}

function stopped({count: times, seconds}: {count: number; seconds: number}): string {
	return `‖ stopped ${String(times)}x, ${duration(seconds)}`;
}

function marked(mark: string, {of: {short}}: StandingFact): string {
	return short === '' ? '' : `${mark}${short}`;
}
