import {html, NOTHING, quoted, type Markup} from './markup.ts';
import {pageWith} from './page-head.ts';

/** A room as the lobby shows it: who sits in it is nobody's business there. */
type LobbyRoom = {
	readonly title: string;
	readonly phase: 'waiting' | 'running' | 'stopped' | 'ended';
	/** What time it is in its night. */
	readonly clock: string;
	readonly seats: number;
	readonly taken: number;
	/** Where everybody may join it; null where a link is needed. */
	readonly join: string | null;
};

type LobbyLevel = {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	/** Real minutes that it takes; null where nobody said. */
	readonly minutes: number | null;
};

type LobbySeen = {
	readonly rooms: readonly LobbyRoom[];
	readonly roomsMax: number;
	readonly levels: readonly LobbyLevel[];
	/** Where a room is opened. */
	readonly opening: string;
};

const PHASES: Readonly<Record<LobbyRoom['phase'], string>> = {
	waiting: 'waits for its people',
	running: 'is played',
	stopped: 'time stands',
	ended: 'is over',
};

const STYLE = `main{max-width:860px}.facts dd{font-size:1.3rem}
form{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem;max-width:34rem;margin-top:1.5rem}label{display:grid;grid-template-columns:minmax(0,1fr);gap:.25rem;font-weight:600}label small{font-weight:400;color:var(--dim)}label.tick{grid-template-columns:auto minmax(0,1fr);align-items:baseline;gap:.6rem}
input,select,button,a.do{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--other);border-radius:.4rem;padding:.45rem .7rem}
input,select{width:100%}small{white-space:nowrap}label small{white-space:normal}input[type=checkbox]{padding:0;width:1.05rem;height:1.05rem}
button{justify-self:start;background:var(--you);border-color:var(--you);color:var(--bg);font-weight:600;cursor:pointer}a.do{display:inline-block;text-decoration:none;border-color:var(--you);color:var(--you);padding:.15rem .7rem;white-space:nowrap}
input:focus-visible,select:focus-visible,button:focus-visible{outline:3px solid var(--you);outline-offset:2px}
td.go{text-align:right;padding-right:0}.way{background:var(--card);border-radius:.5rem;padding:.7rem 1rem;margin:1rem 0}.way h2{border:0;margin:0;padding:0;font-size:1.05rem}.way p{margin:.15rem 0}.way code{user-select:all}
@media (max-width:600px){.levels tr{display:grid;grid-template-columns:1fr auto}.levels td.full{grid-column:1/-1;grid-row:2}.levels td{border:0;padding-bottom:.1rem}.levels tr{border-bottom:1px solid var(--line);padding:.3rem 0}}`;

function page(title: string, main: Markup): string {
	const style: Markup = {markup: STYLE};
	return pageWith(
		title,
		html`<style>
				${style}
			</style>
			<main>${main}</main>`,
		'with forms',
	);
}

/** The rooms that are open, and the levels that one can be opened from. */
export function lobbyPage({rooms, roomsMax, levels, opening}: LobbySeen): string {
	const sum = (of: (room: LobbyRoom) => number) =>
		rooms.reduce((total, room) => total + of(room), 0);
	const facts = [
		['rooms open', `${String(rooms.length)} of ${String(roomsMax)}`],
		['seats taken', `${String(sum(({taken}) => taken))} of ${String(sum(({seats}) => seats))}`],
	];
	return page(
		'Rooms',
		html`<h1>Rooms</h1>
			<p>
				A night that several people play together, each from a terminal or a browser of their own.
			</p>
			<dl class="facts">
				${facts.map(
					([label = '', value = '']) =>
						html`<div>
							<dt>${label}</dt>
							<dd>${value}</dd>
						</div>`,
				)}
			</dl>
			<h2>Open rooms</h2>
			${rooms.length === 0 ? html`<p>No room is open.</p>` : roomTable(rooms)}
			<p class="dim">Whoever opened a room has the links to it. This page looks again by itself.</p>
			<h2>Open a room</h2>
			${
				rooms.length < roomsMax
					? levelTable(levels, opening)
					: html`<p>All rooms are open: one has to be closed first.</p>`
			}`,
	);
}

function roomTable(rooms: readonly LobbyRoom[]): Markup {
	return html`<table class="stack">
		<thead>
			<tr>
				<th>level</th>
				<th>how it stands</th>
				<th class="n">seats taken</th>
				<th></th>
			</tr>
		</thead>
		<tbody>
			${rooms.map(
				({title, phase, clock, taken, seats, join}) =>
					html`<tr>
						<td>${title}</td>
						<td>${PHASES[phase]}${phase === 'waiting' ? '' : `, ${clock} PDT`}</td>
						<td class="n"><b class="col">seats taken</b> ${taken} of ${seats}</td>
						<td class="go">
							${join === null ? NOTHING : html`<a class="do" href="${join}">join</a>`}
						</td>
					</tr>`,
			)}
		</tbody>
	</table>`;
}

function levelTable(levels: readonly LobbyLevel[], opening: string): Markup {
	return html`<table class="levels">
		<tbody>
			${levels.map(
				({id, title, summary, minutes}) =>
					html`<tr>
						<td>
							<b>${title}</b
							>${minutes === null ? NOTHING : html` <small class="dim">${minutes} min</small>`}
						</td>
						<td class="full">${summary}</td>
						<td class="go"><a class="do" href="${opening}?level=${id}">open a room</a></td>
					</tr>`,
			)}
		</tbody>
	</table>`;
}

type OpeningSeen = {
	readonly level: LobbyLevel;
	readonly opening: string;
	readonly lobby: string;
	/** How many seats a room may have, and how many are asked for unless somebody changes it. */
	readonly seatsMax: number;
	readonly seats: number;
	/** Sent along, so that one form opens one room. */
	readonly form: string;
	/** Why it was not opened just now; empty before. */
	readonly why: string;
};

/** What is asked of whoever opens a room. */
export function openingPage(seen: OpeningSeen): string {
	const {level, opening, lobby, seatsMax, seats, form, why} = seen;
	const {id, title, summary} = level;
	return page(
		`Open a room: ${title}`,
		html`<p><a href="${lobby}">All rooms</a></p>
			<h1>${title}</h1>
			<p>${summary}</p>
			${why === '' ? NOTHING : html`<p class="failed" role="alert">${why}</p>`}
			<form method="post" action="${opening}">
				<input type="hidden" name="level" value="${id}" />
				<input type="hidden" name="form" value="${form}" />
				<label
					>Seats
					<input name="players" type="number" min="1" max="${seatsMax}" value="${seats}" required />
				</label>
				<label
					>Fog
					<select name="fog">
						<option value="thick">thick: each sees their own</option>
						<option value="thin">thin: each sees also how what they depend on stands</option>
					</select>
				</label>
				<label
					>Team <small>Kept beside the run, for the cohort; may stay empty.</small>
					<input name="team" maxlength="40" autocomplete="organization" />
				</label>
				<label class="tick"
					><input name="listed" type="checkbox" value="yes" />
					<span>Everybody who sees the lobby may join</span></label
				>
				<button>Open the room</button>
			</form>`,
	);
}

type Way = {
	readonly who: string;
	readonly what: string;
	readonly page: string;
	/** What is typed in a terminal; empty where it is a page alone. */
	readonly typed: string;
};

/** How others come into a room that was just opened. */
export function openedPage(title: string, ways: readonly Way[], lobby: string): string {
	return page(
		`A room: ${title}`,
		html`<p><a href="${lobby}">All rooms</a></p>
			<h1>${title}: the room is open</h1>
			<p>
				Keep these links: this page is shown once. Time waits until every seat is taken, or until
				somebody says: pace 4.
			</p>
			${ways.map(
				({who, what, page: link, typed}) =>
					html`<div class="way">
						<h2>${who}</h2>
						<p class="dim">${what}</p>
						<p><a href="${link}" target="_blank" rel="noopener">${quoted(link)}</a></p>
						${typed === '' ? NOTHING : html`<p><code>${typed}</code></p>`}
					</div>`,
			)}`,
	);
}
