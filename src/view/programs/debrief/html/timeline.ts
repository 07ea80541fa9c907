import type {Debrief, Strip} from '../../../../session/index.ts';
import {againWords, clockOf} from '../words.ts';
import {hourTicks} from './charts.ts';
import {html, quoted, short, type Markup} from './markup.ts';
import {addressAt, showMe, type PageRun} from './replay.ts';

/** What stands in the table alone. */
const UNMARKED: ReadonlySet<string> = new Set(['post', 'end', 'look']);

/** Metrics, pages, orders and what was thought, one above the other; wider on request, without a script. */
export function timelineChart(debrief: Debrief, run: PageRun): Markup {
	const {strips, from, everySeconds} = debrief;
	const points = Math.max(2, ...strips.map(({values}) => values.length));
	const seconds = (points - 1) * everySeconds;
	const left = (at: number) => `left:${short((100 * at) / seconds)}%`;
	const marks = debrief.timeline
		.filter(({kind, at}) => !UNMARKED.has(kind) && at >= from)
		.map(({at, kind, clock, text}) => {
			const [place, what, address] = [left(at - from), `${clock} ${text}`, addressAt(run, at)];
			// Whoever goes by keys has the same in the table, with words.
			return address === null
				? html`<u class="${kind}" style="${place}" title="${what}"></u>`
				: html`<a
						class="${kind}"
						style="${place}"
						title="${what}"
						href="${address}"
						tabindex="-1"
					></a>`;
		});
	return html`<div class="zooms">
		<input type="radio" name="z" id="z1" checked /><label for="z1">whole night</label>
		<input type="radio" name="z" id="z3" /><label for="z3">3 times</label>
		<input type="radio" name="z" id="z10" /><label for="z10">10 times</label>
		<div class="scroll" tabindex="0" role="region" aria-label="The night, hour by hour">
			<div class="wide">
				<div class="lane marks">
					<b>commands <i>tall</i>, pages <i>short</i>, milestones <i>thin</i></b>
					${marks}
				</div>
				${strips.filter(isWorthALane).map(strip => lane(debrief, strip))}
				<div class="lane hours">
					${hourTicks(debrief, points, 5).map(
						({at, text}) =>
							html`<span class="${at > 0.95 * seconds ? 'late' : ''}" style="${left(at)}"
								>${text}</span
							>`,
					)}
				</div>
			</div>
		</div>
	</div>`;
}

function isWorthALane({values}: Strip): boolean {
	return values.some(value => value > 0.01);
}

function lane(debrief: Debrief, {label, unit, values}: Strip): Markup {
	const most = Math.max(...values, unit === 'share' ? 1 : 0.01);
	const peak = values.indexOf(Math.max(...values));
	const last = values.length - 1;
	const d = values
		.map((value, index) => `L${short((1000 * index) / last)} ${short(100 - (100 * value) / most)}`)
		.join('');
	const when = clockOf(debrief, debrief.from + peak * debrief.everySeconds);
	return html`<div class="lane ${unit}">
		<b>${label} <i>at most ${valueWords(values[peak] ?? 0, unit)}, ${when}</i></b>
		<svg viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
			<path d="M0 100${d}L1000 100Z" />
		</svg>
	</div>`;
}

function valueWords(value: number, unit: string): string {
	switch (unit) {
		case 'share':
			return value > 1 ? short(value) : `${String(Math.round(100 * value))} %`;
		case 'seconds':
			return value >= 120
				? `${String(Math.round(value / 60))} min`
				: `${String(Math.round(value))} s`;
		default:
			return short(value);
	}
}

const KINDS = {
	milestone: 'milestone',
	page: 'page',
	order: 'order',
	look: 'looked',
	post: 'post',
	hypothesis: 'suspected',
	prediction: 'expected',
	end: 'end',
} as const;

/** The same as a table, for reading and for paper. */
export function timelineTable({timeline}: Debrief, run: PageRun): Markup {
	return html`<table class="stack">
		<thead>
			<tr>
				<th>PDT</th>
				<th>kind</th>
				<th>what</th>
				<th>came of it</th>
			</tr>
		</thead>
		<tbody>
			${timeline.map(
				row =>
					html`<tr>
						<td class="t">${showMe(run, row.at, row.clock)}</td>
						<td>${KINDS[row.kind]}</td>
						<td class="full">${quoted(row.text + againWords(row))}</td>
						<td class="${row.came.split(' ')[0] ?? ''}">${quoted(row.came)}</td>
					</tr>`,
			)}
		</tbody>
	</table>`;
}
