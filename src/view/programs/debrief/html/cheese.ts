import type {Debrief, Guard} from '../../../../session/index.ts';
import {minutes} from '../words.ts';
import {html, type Markup} from './markup.ts';

/** Guards as slices: the trouble goes through every hole, and stops at the first slice that is whole. */
export function cheese({guards}: Debrief): Markup {
	const stopsAt = guards.findIndex(({state}) => state === 'there');
	return html`<ul class="cheese">
		${guards.map((guard, index) => slice(guard, stopsAt === -1 || index < stopsAt, index === stopsAt))}
	</ul>`;
}

const STATES = {there: 'There', missing: 'Missing', 'no matter': 'No difference'} as const;

function slice(guard: Guard, through: boolean, stops: boolean): Markup {
	const {id, state} = guard;
	const end = through ? 120 : stops ? 44 : 0;
	return html`<li class="${state === 'no matter' ? 'faint' : state}">
		<svg viewBox="0 0 120 96" preserveAspectRatio="none" aria-hidden="true">
			<rect x="44" y="4" width="32" height="88" rx="8" />
			${state === 'there' ? [] : [html`<circle cx="60" cy="48" r="13" />`]}
			<circle cx="55" cy="22" r="5" />
			<circle cx="66" cy="76" r="6" />
			<line x1="0" y1="48" x2="${end}" y2="48" />
		</svg>
		<p><strong>${STATES[state]}:</strong> ${id}</p>
		<p>${fixWords(guard)}</p>
	</li>`;
}

function fixWords({state, what, best}: Guard): string {
	if (state !== 'missing' || best === null) return what;
	const worth = best.verdict === 'prevents' ? 'prevents it' : `saves ${minutes(best.saves)} min`;
	return `${what}: ${best.name} ${worth}`;
}
