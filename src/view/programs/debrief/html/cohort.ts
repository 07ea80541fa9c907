import {
	AXES,
	AXIS_LABELS,
	type AxisId,
	type Cohort,
	type Member,
	type Rung,
} from '../../../../session/index.ts';
import {
	changeWord,
	cohortLines,
	COUNTED,
	dayOf,
	nextWord,
	NOBODY,
	pointsWord,
	unnamedIn,
	type CohortTable,
} from '../../../say/cohort-lines.ts';
import {html, NOTHING, quoted, short, type Markup} from './markup.ts';
import {pageWith} from './page-head.ts';

const STYLE = `main{max-width:1280px}.facts dd{font-size:1.3rem;white-space:nowrap}.who{font-size:.85rem}.who td,.who th{padding-right:.45rem}.who td.n,.who th.n{padding-right:1rem}.who td.a{white-space:nowrap}
.spark{display:block;width:3.4rem;height:1rem;overflow:visible}.spark path{fill:none;stroke:var(--you);stroke-width:1.5;vector-effect:non-scaling-stroke}.spark line{stroke:var(--line);stroke-width:1;vector-effect:non-scaling-stroke}
td.weak b.v{color:var(--bad)}.a small{color:var(--dim)}
@media (max-width:600px){table.who tr{display:grid;grid-template-columns:repeat(3,1fr)}.who td.name,.who td.full{grid-column:1/-1;margin:.2rem 0}.who td.name{font-weight:600;font-size:1rem}.who td.a b.col{display:block}}
@media print{.who{font-size:8pt}}`;

/** Who has learned what, as one page for whoever trains them. */
export function cohortPage(cohort: Cohort, rungs: readonly Pick<Rung, 'id' | 'title'>[]): string {
	const {people, programs, unnamed} = cohort;
	const style: Markup = {markup: STYLE};
	const told = cohortLines(cohort, rungs).tables;
	const table = (title: string) => told.filter(each => each.title === title).map(plain);
	return pageWith(
		'Who has learned what',
		html`<style>
				${style}
			</style>
			<main>
				<h1>Who has learned what</h1>
				${people.length === 0 ? html`<p>${NOBODY}</p>` : head(cohort)} ${needs(people)}
				${
					people.length === 0
						? NOTHING
						: html`<h2>People</h2>
								${memberTable(people)}`
				}
				${table('Teams')} ${table('Rooms')}
				${
					programs.length === 0
						? NOTHING
						: html`<h2>Programs</h2>
								<p class="dim">Kept apart: no person is held against them.</p>
								${memberTable(programs)}`
				}
				<h2>How it is counted</h2>
				${[...COUNTED, ...unnamedIn(unnamed)].map(line => html`<p>${line}</p>`)}
				<p>
					The small line in a cell has every run on that axis, oldest first, from 0 to 100; the
					number beside the points is what they gained on the runs before.
				</p>
			</main>`,
	);
}

function head({people, teams}: Cohort): Markup {
	const total = (of: (member: Member) => number) =>
		people.reduce((sum, member) => sum + of(member), 0);
	const latest = people.reduce((last, member) => (member.last > last ? member.last : last), '');
	const facts = [
		['people', String(people.length)],
		['teams', String(teams.length)],
		['runs that ended', String(total(({runs}) => runs))],
		['of them won', String(total(({won}) => won))],
		['latest run', dayOf(latest)],
	];
	return html`<dl class="facts">
		${facts.map(
			([label = '', value = '']) =>
				html`<div>
					<dt>${label}</dt>
					<dd>${value}</dd>
				</div>`,
		)}
	</dl>`;
}

/** By axis: what somebody who plans the next session reads first. */
function needs(people: readonly Member[]): Markup {
	if (people.length === 0) return NOTHING;
	const sent = [...AXES, null].flatMap(axis => {
		const own = people.filter(member => member.needs.axis === axis);
		const levels = [...new Set(own.map(({needs: {level}}) => level?.title ?? ''))];
		return levels.map(title => ({
			axis: axis === null ? 'nothing in particular' : AXIS_LABELS[axis],
			title: title === '' ? 'all of the ladder is won' : title,
			who: own.filter(({needs: {level}}) => (level?.title ?? '') === title),
		}));
	});
	const rows = sent
		.toSorted((one, other) => other.who.length - one.who.length)
		.map(
			({axis, title, who}) =>
				html`<tr>
					<td>${axis}</td>
					<td>${title}</td>
					<td class="n"><b class="col">people</b> ${who.length}</td>
					<td class="full">
						${who.map(({name}, at) => html`${at === 0 ? '' : ', '}${quoted(name)}`)}
					</td>
				</tr>`,
		);
	return html`<h2>Who needs what next</h2>
		<table class="stack">
			<thead>
				<tr>
					<th>weakest axis</th>
					<th>level that drills it</th>
					<th class="n">people</th>
					<th>who</th>
				</tr>
			</thead>
			<tbody>
				${rows}
			</tbody>
		</table>`;
}

function memberTable(members: readonly Member[]): Markup {
	return html`<table class="stack who">
		<thead>
			<tr>
				<th>name</th>
				<th>team</th>
				<th class="n">runs</th>
				<th class="n">won</th>
				${AXES.map(axis => html`<th>${AXIS_LABELS[axis]}</th>`)}
				<th>next</th>
			</tr>
		</thead>
		<tbody>
			${members.map(memberRow)}
		</tbody>
	</table>`;
}

function memberRow(member: Member): Markup {
	const {name, team, runs, won} = member;
	return html`<tr>
		<td class="name">${quoted(name === '' ? 'unnamed' : name)}</td>
		<td>${quoted(team)}</td>
		<td class="n"><b class="col">runs</b> ${runs}</td>
		<td class="n"><b class="col">won</b> ${won}</td>
		${AXES.map(axis => axisCell(member, axis))}
		<td class="full"><b class="col">next</b> ${nextWord(member)}</td>
	</tr>`;
}

function axisCell({axes, needs: {axis: weakest}}: Member, axis: AxisId): Markup {
	const progress = axes[axis];
	return html`<td class="${axis === weakest ? 'a weak' : 'a'}">
		<b class="col">${AXIS_LABELS[axis]}</b> <b class="v">${pointsWord(progress.now)}</b>
		<small>${changeWord(progress)}</small>${spark(progress.points)}
	</td>`;
}

function spark(points: readonly number[]): Markup {
	if (points.length < 2) return NOTHING;
	const step = 60 / (points.length - 1);
	const way = points
		.map((value, at) => `${short(at * step)} ${short(15 - 0.15 * value)}`)
		.join('L');
	return html`<svg class="spark" viewBox="0 0 60 15" preserveAspectRatio="none" aria-hidden="true">
		<line x1="0" y1="15" x2="60" y2="15" />
		<path d="M${way}" />
	</svg>`;
}

function plain({title, rows}: CohortTable): Markup {
	const [first = [], ...rest] = rows;
	return html`<h2>${title}</h2>
		<table class="stack">
			<thead>
				<tr>
					${first.map(text => html`<th>${text}</th>`)}
				</tr>
			</thead>
			<tbody>
				${rest.map(
					row =>
						html`<tr>
							${row.map((text, at) => html`<td><b class="col">${first[at] ?? ''}</b> ${quoted(text)}</td>`)}
						</tr>`,
				)}
			</tbody>
		</table>`;
}
