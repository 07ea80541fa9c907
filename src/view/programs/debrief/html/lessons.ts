import type {Debrief, Loop, Stretch} from '../../../../session/index.ts';
import {
	craftWords,
	feedbackWords,
	judgedValue,
	lessonsOf,
	PROBED,
	probeSum,
	probeWords,
	loopsToTell,
	quietLoops,
	servicesWords,
	type Lesson,
} from '../lessons/index.ts';
import {stretchWords, worstWords} from '../lessons/words.ts';
import {sentence} from '../words.ts';
import {hourTicks, niceMax} from './charts.ts';
import {html, NOTHING, short, type Markup} from './markup.ts';
import {plot} from './plot.ts';

/** Every system that failed its customers, with each of its waves. */
export function systemsHit(debrief: Debrief): Markup {
	const {hit} = debrief.night;
	if (hit.length === 0) return NOTHING;
	return html`<h2>What was hit</h2>
		<p>${servicesWords(debrief)}</p>
		<ul class="loops">
			${hit.map(
				each =>
					html`<li>
						<h3>${each.name}</h3>
						<p>
							${each.waves
								.map(
									wave =>
										`${stretchWords(debrief, wave)}, ${worstWords(each, wave.worst)} at worst`,
								)
								.join('; ')}
						</p>
						${band(debrief, [['wrong', each.waves]])}
					</li>`,
			)}
		</ul>
		${hours(debrief)}`;
}

/** What the run can teach, each lesson with its picture where it has one. */
export function lessons(debrief: Debrief): Markup {
	const all = lessonsOf(debrief);
	if (all.length === 0) return NOTHING;
	return html`<h2>What it can teach</h2>
		${all.map(lesson => oneLesson(debrief, lesson))}`;
}

function oneLesson(debrief: Debrief, lesson: Lesson): Markup {
	const {id, title, idea, here, ask} = lesson;
	return html`<section class="lesson">
		<h3>${title}</h3>
		<p class="dim">${idea}</p>
		<ul>
			${here.map(words => html`<li>${sentence(words)}</li>`)}
		</ul>
		${id === 'control-loops' ? loops(debrief) : NOTHING}
		<p><b>Ask:</b> ${ask}</p>
		<p class="dim">More, with sources: <code>outage-oncall read ${id}</code></p>
	</section>`;
}

/** Each controller as a loop, and over the run how its feedback was. */
function loops(debrief: Debrief): Markup {
	const quiet = quietLoops(debrief);
	return html`<figure>
		<p class="keys">
			<span class="wrong">feedback that was false (full height)</span>
			<span class="late">late (half)</span>
			<span class="hand">in somebody’s hands (line)</span>
		</p>
		<ul class="loops">
			${loopsToTell(debrief).map(each => oneLoop(debrief, each))}
		</ul>
		${hours(debrief)}
		<figcaption>
			From controller to Region, what it did; from the Region back, what it went by: whole where
			that was true, dashed where it came late, broken where it was false.
			${quiet.length === 0 ? NOTHING : `As they should be, all along: ${quiet.join(', ')}.`}
		</figcaption>
	</figure>`;
}

function oneLoop(debrief: Debrief, loop: Loop): Markup {
	const {name, senses, believes, does, really, came, wrong, late, byHand} = loop;
	const failed = wrong.length + late.length > 0;
	return html`<li>
		<h4>${name}</h4>
		<div class="loop">
			${drawnLoop(loop)}
			<dl>
				<dt>Sensed</dt>
				<dd>${senses}</dd>
				<dt>Believed</dt>
				<dd>${believes}</dd>
				<dt>Did</dt>
				<dd>${does}</dd>
				${
					failed
						? html`<dt>Really</dt>
								<dd>${really}</dd>
								<dt>Came to</dt>
								<dd>${came}</dd>`
						: NOTHING
				}
				<dt>Feedback</dt>
				<dd>${feedbackWords(debrief, loop)}</dd>
			</dl>
		</div>
		${band(debrief, [
			['wrong', wrong],
			['late', late],
			['hand', byHand],
		])}
	</li>`;
}

/** Controller above, Region below, and between them what was done and what came back. */
function drawnLoop({wrong, late, byHand}: Loop): Markup {
	const back = wrong.length > 0 ? 'wrong' : late.length > 0 ? 'late' : 'true';
	return html`<svg viewBox="0 0 90 110" aria-hidden="true">
		<rect x="10" y="4" width="70" height="26" rx="5" />
		<rect x="10" y="80" width="70" height="26" rx="5" />
		<path class="does" d="M65 31V72M60 65L65 74L70 65" />
		${byHand.length > 0 ? html`<path class="held" d="M53 46H77M53 52H77" />` : NOTHING}
		<path class="back ${back}" d="M25 79V38M20 45L25 36L30 45" />
		${back === 'wrong' ? html`<path class="back wrong" d="M17 49L33 63M33 49L17 63" />` : NOTHING}
	</svg>`;
}

type Marked = readonly [look: 'wrong' | 'late' | 'hand', stretches: readonly Stretch[]];

const HEIGHTS = {wrong: [0, 100], late: [45, 55], hand: [84, 16]} as const;

/** Stretches of the run, on the same hours for all. */
function band(debrief: Debrief, marked: readonly Marked[]): Markup {
	const seconds = secondsOf(debrief);
	const rects = marked.flatMap(([look, stretches]) =>
		stretches.map(({from, until}) => {
			const [top, height] = HEIGHTS[look];
			const x = (1000 * Math.max(0, from - debrief.from)) / seconds;
			const width = Math.max(3, (1000 * (until - from)) / seconds);
			return html`<rect
				class="${look}"
				x="${short(x)}"
				y="${top}"
				width="${short(width)}"
				height="${height}"
			/>`;
		}),
	);
	return html`<svg
		class="band"
		viewBox="0 0 1000 100"
		preserveAspectRatio="none"
		aria-hidden="true"
	>
		${rects}
	</svg>`;
}

function hours(debrief: Debrief): Markup {
	const seconds = secondsOf(debrief);
	const points = Math.floor(seconds / debrief.everySeconds) + 1;
	return html`<div class="lane hours">
		${hourTicks(debrief, points, 5).map(
			({at, text}) =>
				html`<span
					class="${at > 0.9 * seconds ? 'late' : ''}"
					style="left:${short((100 * at) / seconds)}%"
					>${text}</span
				>`,
		)}
	</div>`;
}

/** From where everything is drawn to where the run ended. */
function secondsOf({alarmCraft: {from, windows, windowSeconds}, from: first}: Debrief): number {
	return Math.max(1, from + windows.length * windowSeconds - first);
}

/** What was known of the situation when it was asked. */
export function probes(debrief: Debrief): Markup {
	if (debrief.probes.length === 0) return NOTHING;
	return html`<h2>${PROBED}</h2>
		<p>${probeSum(debrief)}</p>
		<ul>
			${debrief.probes.flatMap(probe => probeWords(probe).map(words => html`<li>${words}</li>`))}
		</ul>`;
}

/** How the alarms were to live with, by the standards of those who run plants. */
export function alarms(debrief: Debrief): Markup {
	const {windows, windowSeconds, measures, longest, raised} = debrief.alarmCraft;
	if (raised === 0) return NOTHING;
	const most = Math.max(...windows);
	const limit = measures.find(({id}) => id === 'peak')?.limit ?? 0;
	const yMax = niceMax(Math.max(most, limit));
	const xMax = windows.length * windowSeconds;
	return html`<h2>The alarms</h2>
		<p>${craftWords(debrief).join(' ')}</p>
		<figure>
			${plot({
				what: `Alarms in each ten minutes, ${String(most)} at most, and the ${String(limit)} that one person can follow.`,
				heightRem: 10,
				...{xMax, yMax},
				paths: [
					{
						look: 'you',
						name: '',
						points: windows.flatMap((count, index) => [
							{x: index * windowSeconds, y: count},
							{x: (index + 1) * windowSeconds, y: count},
						]),
					},
					{
						look: 'tip',
						name: '',
						points: [
							{x: 0, y: limit},
							{x: xMax, y: limit},
						],
					},
				],
				xTicks: hourTicks(debrief, Math.floor(xMax / debrief.everySeconds) + 1),
				yTicks: [0, 0.5, 1].map(part => ({
					at: part * yMax,
					text: judgedValue(part * yMax, 'count'),
				})),
				notes: [],
			})}
			<figcaption>
				Alarms in each ten minutes, and the line up to which one person can follow them (ISA-18.2,
				EEMUA 191).
			</figcaption>
		</figure>
		${measuresTable(measures)}
		${
			longest.length === 0
				? NOTHING
				: html`<p class="dim">
						Longest stood “${longest[0]?.title ?? ''}”. More, with sources:
						<code>outage-oncall read alarm-craft</code>
					</p>`
		}`;
}

function measuresTable(measures: Debrief['alarmCraft']['measures']): Markup {
	return html`<table class="stack">
		<thead>
			<tr>
				<th>measure</th>
				<th class="n">this run</th>
				<th class="n">at most</th>
				<th></th>
				<th>standard</th>
			</tr>
		</thead>
		<tbody>
			${measures.map(
				({what, value, unit, limit, met, standard}) =>
					html`<tr>
						<td class="full">${what}</td>
						<td class="n">${judgedValue(value, unit)}</td>
						<td class="n">${judgedValue(limit, unit)}</td>
						<td class="${met ? '' : 'failed'}">${met ? 'met' : 'not met'}</td>
						<td class="full">${standard}</td>
					</tr>`,
			)}
		</tbody>
	</table>`;
}
