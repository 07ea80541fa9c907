import type {Relay} from '../../../../session/index.ts';
import {measured} from '../team/measured.ts';
import {talkedThrough, type TeamPart, type ToldTeam} from '../team/parts.ts';
import {clockOf} from '../words.ts';
import {html, NOTHING, quoted, short, type Markup} from './markup.ts';

/** What a team talks through: three facts, where they were, handovers, and what was noted. */
export function teamTalk(told: ToldTeam | null): Markup {
	if (told === null) return NOTHING;
	return html`${talkedThrough(told).map(
		part =>
			html`<h2>${part.title}</h2>
				${body(part)}`,
	)}`;
}

/** What was measured, folded. */
export function teamMeasures(told: ToldTeam | null): Markup {
	if (told === null) return NOTHING;
	return html`<h2>Measures</h2>
		<p class="dim">
			About the room, not about anybody. Nothing here is a grade: a long wait is often explained by
			what else came in at the time.
		</p>
		${measured(told).map(
			part =>
				html`<details>
					<summary>${part.title}</summary>
					${part.id === 'relays' ? strips(told) : NOTHING} ${body(part)}
				</details>`,
		)}`;
}

export function body({lines, table}: TeamPart): Markup {
	return html`${lines.map(text => html`<p>${quoted(text)}</p>`)}
	${
		table === null
			? NOTHING
			: html`<table class="stack">
					<thead>
						<tr>
							${table.head.map(text => html`<th>${text}</th>`)}
						</tr>
					</thead>
					<tbody>
						${table.rows.map(
							row =>
								html`<tr>
									${row.map((text, column) => cell(text, column === 0 ? '' : (table.head[column] ?? '')))}
								</tr>`,
						)}
					</tbody>
				</table>`
	}`;
}

const TIME = /^\d\d:\d\d$/u;
/** Longer than any name of ours: what a stranger wrote in one piece may be broken anywhere. */
const WORD_MAX = 20;

/** Where rows stand one below the other each cell says what it is. */
function cell(text: string, name: string): Markup {
	const label = name === '' || text === '' ? NOTHING : html`<b class="col">${name}</b> `;
	const isWhole = text.split(/\s/u).every(word => word.length <= WORD_MAX);
	const kind = TIME.test(text) ? 't' : isWhole ? 'full id' : 'full';
	return html`<td class="${kind}">${label}${quoted(text)}</td>`;
}

const LEGS = [
	'until visible',
	'until said',
	'until it reached those who needed it',
	'until a command',
] as const;

/** One bar a fact: how long until visible, was said, came to who had to know, and was acted on. */
function strips(told: ToldTeam): Markup {
	const {relays} = told.team;
	const ends = relays.map(relay => endOf(relay));
	const longest = Math.max(1, ...ends);
	return html`<p class="legs">
			${LEGS.map((leg, index) => html`<span class="leg${index}">${leg}</span> `)}
		</p>
		<p class="dim">
			Bar length is the square root of the time, so that minutes are visible next to hours.
		</p>
		<div class="strips">
			${relays.map(
				relay =>
					html`<div>
						<span>${relay.what}, ${clockOf(told.debrief, relay.trueAt)}</span>
						<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
							${bars(relay, longest)}
						</svg>
					</div>`,
			)}
		</div>`;
}

function momentsOf({trueAt, seenAt, said, reached, acted}: Relay): readonly (number | null)[] {
	return [trueAt, seenAt, said?.at ?? null, reached?.at ?? null, acted?.at ?? null];
}

function endOf(relay: Relay): number {
	return Math.max(0, ...momentsOf(relay).map(at => (at ?? relay.trueAt) - relay.trueAt));
}

/** A bar is as long as the square root of its time, so that minutes show beside hours. */
function bars(relay: Relay, longest: number): readonly Markup[] {
	const place = (at: number) => 100 * Math.sqrt(Math.max(0, at - relay.trueAt) / longest);
	const moments = momentsOf(relay);
	let from = place(relay.trueAt);
	return moments.slice(1).flatMap((at, index) => {
		if (at === null) return [];
		const until = place(at);
		const bar = html`<rect
			class="leg${index}"
			x="${short(from)}"
			y="0"
			height="6"
			width="${short(Math.max(0.4, until - from))}"
		/>`;
		from = Math.max(from, until);
		return [bar];
	});
}
