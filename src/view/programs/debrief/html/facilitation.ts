import type {Debrief} from '../../../../session/index.ts';
import {clockOf} from '../words.ts';
import {html, NOTHING, type Markup} from './markup.ts';

/** For whoever leads a team through the page: what to do in which order, where to stop, and room for notes. */
export function facilitation(debrief: Debrief): Markup {
	const stops = debrief.decisions.filter(({whole}) => !whole).map(({at}) => clockOf(debrief, at));
	return html`<details class="guide aside">
		<summary>For the facilitator: 45 minutes with a team</summary>
		<ol>
			<li>
				<b>Before anything is explained (10 min).</b> Everybody writes how it felt and what
				happened. Read them out; do not correct.
			</li>
			<li>
				<b>The timeline (15 min).</b> Walk through it together, with the console of that minute
				open. Stop where two people thought different things at the same time: what could be seen
				then, and by whom?
				${stops.length === 0 ? NOTHING : html`Stop at ${stops.join(', ')} in any case, and do not say why.`}
			</li>
			<li>
				<b>What mattered (10 min).</b> Let them name their three, and write those down. Only then
				uncover the answers, one at a time: what would have had to be known, by when, for the better
				command to be the obvious one?
			</li>
			<li><b>The guards (5 min).</b> Which of the missing slices do your own systems have?</li>
			<li><b>One commitment (5 min)</b> from each, in a sentence that begins with “when”.</li>
		</ol>
		<p>Do not read out scores. What people did made sense to them; the page is about the night.</p>
		<textarea
			rows="4"
			aria-label="Notes"
			placeholder="Notes. They stay in this tab and go to the printer with the page."
		></textarea>
	</details>`;
}
