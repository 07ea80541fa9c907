import type {Debrief, Finding} from '../../../../session/index.ts';
import {
	aloneWords,
	clockOf,
	askedWords,
	closeWords,
	horizonWords,
	minutes,
	nothingWords,
	partWords,
	seenWords,
	sentence,
	whyWords,
	worthWords,
} from '../words.ts';
import {html, NOTHING, quoted, type Markup} from './markup.ts';
import {showMe, type PageRun} from './replay.ts';

/** What was good first, then what would have mattered most: each asked before it is answered. */
export function findings(debrief: Debrief, run: PageRun): Markup {
	const {better, decisions, runs} = debrief;
	const nothing = html`<p>${nothingWords(runs)}</p>`;
	return html`${better.map(each => good(debrief, each, run))}${decisions.length === 0 ? nothing : decisions.map((each, index) => question(debrief, each, {index, run}))}`;
}

function good(debrief: Debrief, finding: Finding, run: PageRun): Markup {
	return html`<section class="finding good">
		${finding.turns === null ? gain(-finding.told, 'minutes it saved') : turned('it won the run')}
		<h3>Good decision</h3>
		<dl>
			<dt>You</dt>
			<dd>${quoted(sentence(finding.did))} ${shownAt(debrief, finding, run)}</dd>
			<dt>Without it</dt>
			<dd>${worthWords(finding)}, in this model${from(finding)}. ${horizonWords(finding)}</dd>
		</dl>
	</section>`;
}

/** Whoever has guessed first sees more in the answer; paper has both. */
function question(
	debrief: Debrief,
	finding: Finding,
	{index, run}: {readonly index: number; readonly run: PageRun},
): Markup {
	const {at, whole, did} = finding;
	const when = whole ? 'All of it' : `At ${clockOf(debrief, at)}`;
	return html`<section class="finding">
		<h3>${index + 1}. ${when}</h3>
		<dl>
			<dt>You</dt>
			<dd>${quoted(sentence(did))} ${shownAt(debrief, finding, run)}</dd>
			${
				whole
					? NOTHING
					: html`<dt>Visible</dt>
							<dd>${quoted(seenWords(finding))}</dd>`
			}
		</dl>
		<details>
			<summary>What would have mattered more? Guess first, then uncover it</summary>
			${answer(debrief, finding)}
		</details>
		<textarea
			rows="2"
			aria-label="What the room said about finding ${index + 1}"
			placeholder="What the room said"
		></textarea>
	</section>`;
}

function answer(debrief: Debrief, finding: Finding): Markup {
	const why = whyWords(debrief, finding);
	const alone = aloneWords(finding);
	return html`
		${finding.turns === null ? gain(finding.told, 'minutes less impact') : turned('instead of a loss')}
		<h4>${sentence(finding.act).slice(0, -1)}</h4>
		<dl>
			<dt>With</dt>
			<dd>
				${quoted(`${finding.other}.`)} ${worthWords(finding)}, in this model${from(finding)}.
				${horizonWords(finding)}
			</dd>
			${
				alone === ''
					? NOTHING
					: html`<dt>Alone</dt>
							<dd>${alone}</dd>`
			}
			${
				why === ''
					? NOTHING
					: html`<dt>Why</dt>
							<dd>${why}</dd>`
			}
			<dt>How sure</dt>
			<dd>${closeWords(finding)} ${askedWords(finding)}</dd>
		</dl>
	`;
}

function shownAt(debrief: Debrief, {at, whole}: Finding, run: PageRun): Markup {
	return whole ? NOTHING : showMe(run, at, `Show me ${clockOf(debrief, at)}`);
}

function turned(what: string): Markup {
	return html`<div class="gain">won<small>${what}</small></div>`;
}

function gain(value: number, what: string): Markup {
	return html`<div class="gain">${minutes(value)}<small>${what}</small></div>`;
}

function from(finding: Finding): string {
	const parts = partWords(finding);
	return parts === '' ? '' : ` (${parts})`;
}
