import {systemName, tellHarm, type Debrief} from '../../../../session/index.ts';
import {mainBlocks} from '../main/findings.ts';
import {CONTINUED} from '../main/picture.ts';
import {headOf} from '../sections.ts';
import {minutes, runsWords, sentence, verdictWords} from '../words.ts';
import {harmChart, phaseChart} from './charts.ts';
import {cheese} from './cheese.ts';
import {facilitation} from './facilitation.ts';
import {findings} from './findings.ts';
import {alarms, lessons, probes, systemsHit} from './lessons.ts';
import {html, NOTHING, quoted, type Markup} from './markup.ts';
import {consoles, showMe, type PageRun} from './replay.ts';
import {pageWith} from './page-head.ts';
import {teamMeasures, teamTalk} from './team.ts';
import {timelineChart, timelineTable} from './timeline.ts';

/** The debrief as one page. */
export function debriefPage(debrief: Debrief, run: PageRun = {frames: [], link: null}): string {
	const {team = null} = run;
	const told = team === null ? null : {debrief, team};
	return pageWith(
		`Debrief: ${headOf(debrief)}`,
		html`<main>
				${head(debrief)} ${own(debrief)} ${facilitation(debrief)}
				<h2>The night</h2>
				${timelineChart(debrief, run)} ${watching(run)}
				<details>
					<summary>Everything that happened, line by line</summary>
					${timelineTable(debrief, run)}
				</details>
				${teamTalk(told)} ${unsafe(debrief)}
				<h2>What mattered most</h2>
				${debrief.withheld ? html`<p>What would have been better is held back: try again first.</p>` : findings(debrief, run)}
				${systemsHit(debrief)}
				<h2>Customer impact against the reference runs</h2>
				<figure>
					${harmChart(debrief)}
					<figcaption>
						Minutes of full outage so far. Same seed, same faults; only the commands differ.
						${debrief.livedOn ? CONTINUED : NOTHING}
					</figcaption>
				</figure>
				${collapse(debrief)} ${fixes(debrief)} ${lessons(debrief)} ${probes(debrief)}
				${alarms(debrief)}
				<h2>Your commands</h2>
				${orders(debrief, run)} ${commitment(debrief)} ${teamMeasures(told)} ${theRun(run)}
				${foot(debrief)}
			</main>
			${consoles(debrief, run)}`,
	);
}

/** The largest parts of harm have a card each. */
const PARTS_SHOWN = 5;

function head(debrief: Debrief): Markup {
	const {result, orders: given, decisions} = debrief;
	const [best] = decisions;
	const harm = tellHarm(result.harm);
	const others = harm.parts.slice(PARTS_SHOWN);
	const facts = [
		['customer impact, minutes of full outage', minutes(harm.total)],
		...harm.parts
			.slice(0, PARTS_SHOWN)
			.map(part => [`of which ${systemName(part.id)}`, minutes(part.minutes)]),
		...(others.length === 0
			? []
			: [['of which all others', minutes(others.reduce((sum, part) => sum + part.minutes, 0))]]),
		['commands run', String(given.length)],
		...(best === undefined
			? []
			: [
					best.turns === 'won'
						? [`${best.whole ? 'the textbook' : 'one change'} would have`, 'won it']
						: ['one change would have saved', `${minutes(best.told)} min`],
				]),
	];
	return html`<header>
		<h1>${quoted(debrief.title)}: your debrief</h1>
		<p><strong>${verdictWords(debrief)}</strong></p>
		${mending(debrief)}
		<p class="dim">${quoted(headOf(debrief))}</p>
		<dl class="facts">
			${facts.map(
				([name = '', value = '']) =>
					html`<div>
						<dt>${name}</dt>
						<dd>${value}</dd>
					</div>`,
			)}
		</dl>
	</header>`;
}

function own({felt, story}: Debrief): Markup {
	if (felt === '' && story === '') return NOTHING;
	return html`<h2>In your words</h2>
		${felt === '' ? NOTHING : html`<p>It felt ${quoted(felt)}.</p>`}
		${story === '' ? NOTHING : html`<p>${quoted(story)}</p>`}`;
}

/** What was unsafe, whatever it cost, in the words of every face. */
function unsafe(debrief: Debrief): Markup {
	const block = mainBlocks(debrief).find(({id}) => id === 'unsafe');
	if (block === undefined) return NOTHING;
	return html`<h2>${block.title}</h2>
		<ul>
			${block.findings.map(({head}) => html`<li>${quoted(head)}</li>`)}
		</ul>`;
}

/** The commands that would have won it; whoever has guessed first sees more in the answer. */
function mending(debrief: Debrief): Markup {
	const [part] = mainBlocks(debrief).find(({id}) => id === 'why')?.findings[0]?.parts ?? [];
	if (part === undefined) return NOTHING;
	return html`<details>
		<summary>The fewest commands that would have won it</summary>
		<p>${part.label} ${quoted(part.text)}</p>
	</details>`;
}

/** Only of nights in which leases were lost: elsewhere the picture is a dot. */
function collapse(debrief: Debrief): Markup {
	if (debrief.phase.path.every(({broken}) => broken < 0.02)) return NOTHING;
	return html`<h2>Past the tipping point</h2>
		<figure>
			${phaseChart(debrief)}
			<figcaption>
				Rightwards: the age of the oldest droplet-manager work. Upwards: the share of leases broken.
				Past the line, in the shaded part, each attempt takes longer than its deadline: managers
				work at full load, finish nothing, and do not recover on their own. Times are PDT.
			</figcaption>
		</figure>`;
}

function fixes(debrief: Debrief): Markup {
	if (debrief.withheld) return NOTHING;
	const useful = debrief.fixes.filter(({verdict}) => verdict === 'prevents' || verdict === 'saves');
	const misfits = debrief.fixes.filter(({verdict}) => verdict === 'does not fit');
	return html`<h2>Which guards were missing</h2>
		${cheese(debrief)} ${useful.length === 0 ? NOTHING : fixTable(useful)}
		${
			misfits.length === 0
				? NOTHING
				: html`<p class="dim">
						With ${misfits.map(({name}) => name).join(', ')} other commands would have been right:
						these were chosen for a night without.
					</p>`
		}`;
}

function fixTable(useful: Debrief['fixes']): Markup {
	return html`<table class="stack">
		<thead>
			<tr>
				<th>fix</th>
				<th class="n">worth</th>
				<th>what it does</th>
			</tr>
		</thead>
		<tbody>
			${useful.map(
				({name, what, verdict, saves}) =>
					html`<tr>
						<td><code>${name}</code></td>
						<td class="n">${verdict === 'prevents' ? 'prevents it' : `${minutes(saves)} min`}</td>
						<td class="full">${sentence(what)}</td>
					</tr>`,
			)}
		</tbody>
	</table>`;
}

function orders({orders: rows}: Debrief, run: PageRun): Markup {
	if (rows.length === 0) return html`<p>No commands were run.</p>`;
	return html`<table class="stack">
		<thead>
			<tr>
				<th class="n">no.</th>
				<th>PDT</th>
				<th>by</th>
				<th>command</th>
				<th>came of it</th>
			</tr>
		</thead>
		<tbody>
			${rows.map(
				({order, at, clock, by, words, state, message, expected, came}) =>
					html`<tr>
						<td class="n">${order}</td>
						<td class="t">${showMe(run, at, clock)}</td>
						<td>${quoted(by)}</td>
						<td class="full"><code>${quoted(words)}</code></td>
						<td class="full ${state}">
							${state}${state === 'done' || message === '' ? NOTHING : html`: ${quoted(message)}`}
							${expected === '' ? NOTHING : html`<br />expected ${quoted(expected)}: ${came}`}
						</td>
					</tr>`,
			)}
		</tbody>
	</table>`;
}

function commitment({commitment: text}: Debrief): Markup {
	if (text === '') return NOTHING;
	return html`<h2>Next time</h2>
		<p class="commitment">${quoted(text)}</p>`;
}

/** The replay of the page, for whoever begins at its beginning. */
function watching({frames}: PageRun): Markup {
	const [first] = frames;
	if (first === undefined) return NOTHING;
	return html`<p class="screen">
		${showMe({frames, link: null}, first.at, `Watch the console from ${first.clock}`)}, or open it
		at any time that is underlined below.
	</p>`;
}

function theRun({link}: PageRun): Markup {
	if (link === null) return NOTHING;
	return html`<details class="aside">
		<summary>The run itself</summary>
		<p>
			This page holds the run too: <code>outage-oncall replay</code>, <code>score</code> and
			<code>debrief</code> take it in place of a file. Here it is as a link, which proves nothing
			until it is re-simulated:
		</p>
		<p class="link"><code>${link}</code></p>
	</details>`;
}

function foot(debrief: Debrief): Markup {
	return html`<p class="dim">
		${runsWords(debrief)} What people did made sense to them at the time.
	</p>`;
}
