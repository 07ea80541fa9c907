import type {Observation} from '../../../observe/index.ts';
import {count, duration} from '../../say/measure.ts';
import {stillOpen} from '../../say/still-open.ts';
import {paceWords} from '../../programs/console/time/index.ts';
import type {Row, Span, Tone} from '../screen.types.ts';
import {fit, rowWidth, span, spread} from '../text.ts';
import {keysOn} from '../../input/keys/index.ts';
import type {Ui} from '../../input/ui.types.ts';
import {openPages} from '../../say/facts/alerts.ts';

/** Two rows that never move: when it is, how fast it goes, how bad it is; and what must not be forgotten. */
export function headerRows(observation: Observation, ui: Ui, width: number): readonly [Row, Row] {
	const {pdt, utc, date} = observation.clock;
	const pace = paceWords(ui);
	const end: Span[] = [...severity(observation), ...access(observation, width)];
	const how: Span[] = [
		span('  '),
		{...span(pace.text, PACE_TONES[pace.state]), press: keysOn(ui.keymap, 'pause').slice(0, 1)},
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
		ui.flash === null ? standing(observation, ui, width) : flashRow(ui, width),
	];
}

const PACE_TONES = {stopped: 'select', slowed: 'warn', chosen: 'focus'} as const;

function severity(observation: Observation): readonly Span[] {
	switch (observation.severity) {
		case 'none':
			return [span(' no sev', 'dim')];
		case 'sev-3':
			return [span(' ▲ SEV-3', 'warn')];
		case 'sev-2':
			return [span(' ▲ SEV-2', 'warn')];
		case 'sev-1':
			return [span(' ✗ SEV-1', 'bad')];
	}
}

function access(observation: Observation, width: number): readonly Span[] {
	switch (observation.access) {
		case 'signed-in':
			return width < 76 ? [] : [span('  ● signed in', 'good')];
		case 'failing':
			return [span('  ✗ sign-in fails', 'bad')];
		case 'break-glass':
			return [span('  ▲ break-glass', 'warn')];
	}
}

function flashRow(ui: Ui, width: number): Row {
	const flash = ui.flash;
	if (flash === null) return fit([], width);
	const mark = flash.tone === 'good' ? '✔' : flash.tone === 'warn' ? '▲' : '✗';
	const tone: Tone = flash.tone === 'good' ? 'good' : flash.tone;
	return fit([span(`${mark} ${flash.text}`, tone)], width);
}

/** What stands: pages nobody took, machines out of the loop, the promise to customers. Left first, as room allows. */
function standing(observation: Observation, ui: Ui, width: number): Row {
	const paused = observation.automations.filter(({state}) => state === 'paused').length;
	const running = observation.orders.filter(({state}) => state === 'running').length;
	const pages = openPages(observation);
	const {impacted, promisedAt} = observation.dashboard;
	const parts: Span[] = [];
	if (pages > 0) parts.push(span(`✗ ${count(pages, 'open page')}`, 'bad'));
	parts.push(span(`${count(impacted, 'service')} impacted`, impacted > 0 ? 'warn' : 'dim'));
	const open = stillOpen(observation, 1);
	if (open !== '') parts.push(span(open, 'warn'));
	if (promisedAt !== null) parts.push(promise(promisedAt - observation.now));
	if (paused > 0) parts.push(span(`‖ ${count(paused, 'automation')} paused`, 'warn'));
	if (running > 0) parts.push(span(`► ${count(running, 'order')} running`, 'plain'));
	if (ui.readOnly) parts.unshift(span('looking on', 'select'));
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

function promise(secondsLeft: number): Span {
	if (secondsLeft < 0) return span(`▲ update ${duration(-secondsLeft)} late`, 'bad');
	return span(`next update in ${duration(secondsLeft)}`, secondsLeft < 300 ? 'warn' : 'plain');
}
