import type {Debrief, Finding} from '../../../../session/index.ts';
import {
	aloneWords,
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

/** What was good first, then what would have mattered most. */
export function findings(debrief: Debrief): Markup {
	const {better, decisions, runs} = debrief;
	const nothing = html`<p>${nothingWords(runs)}</p>`;
	return html`${better.map(good)}${decisions.length === 0 ? nothing : decisions.map((each, index) => answer(debrief, each, index))}`;
}

function good(finding: Finding): Markup {
	return html`<section class="finding good">
		${finding.turns === null ? gain(-finding.told, 'minutes it saved') : turned('it won the night')}
		<h3>Yours, and good</h3>
		<dl>
			<dt>You</dt>
			<dd>${quoted(sentence(finding.did))}</dd>
			<dt>Without it</dt>
			<dd>${worthWords(finding)}, in this model${from(finding)}. ${horizonWords(finding)}</dd>
		</dl>
	</section>`;
}

function answer(debrief: Debrief, finding: Finding, index: number): Markup {
	const why = whyWords(debrief, finding);
	const alone = aloneWords(finding);
	return html`<section class="finding">
		${finding.turns === null ? gain(finding.told, 'minutes less harm') : turned('instead of a loss')}
		<h3>${index + 1}. ${sentence(finding.act).slice(0, -1)}</h3>
		<dl>
			<dt>You</dt>
			<dd>${quoted(sentence(finding.did))}</dd>
			<dt>With</dt>
			<dd>
				${quoted(`${finding.other}.`)} ${worthWords(finding)}, in this model${from(finding)}.
				${horizonWords(finding)}
			</dd>
			${
				alone === ''
					? NOTHING
					: html`<dt>Apart</dt>
							<dd>${alone}</dd>`
			}
			${
				why === ''
					? NOTHING
					: html`<dt>Why</dt>
							<dd>${why}</dd>`
			}
			${
				finding.whole
					? NOTHING
					: html`<dt>To be seen</dt>
							<dd>${quoted(seenWords(finding))}</dd>`
			}
			<dt>How sure</dt>
			<dd>${closeWords(finding)}</dd>
		</dl>
	</section>`;
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
