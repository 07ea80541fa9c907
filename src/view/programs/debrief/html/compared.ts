import type {Comparison} from '../../../../session/index.ts';
import {comparedParts} from '../team/compared.ts';
import {html, quoted} from './markup.ts';
import {pageWith} from './page-head.ts';
import {body} from './team.ts';

/** Runs side by side as one page. */
export function comparisonPage(
	comparison: Comparison,
	head: string,
	clock: (at: number) => string,
): string {
	const parts = comparedParts(comparison, clock);
	return pageWith(
		`Side by side: ${head}`,
		html`<main>
			<h1>Side by side</h1>
			<p class="dim">
				${quoted(head)}. About rooms, not people; a higher number does not make a better run.
			</p>
			${parts.map(
				part =>
					html`<h2>${part.title}</h2>
						${body(part)}`,
			)}
		</main>`,
	);
}
