import type {Evidence} from '../../../../session/index.ts';
import {printed} from '../../../say/clean.ts';
import {evidenceParts} from '../team/evidence-parts.ts';
import {linesOf} from '../team/text.ts';
import {html, quoted} from './markup.ts';
import {pageWith} from './page-head.ts';
import {body} from './team.ts';

const WIDTH = 78;

/** The evidence of an exercise as one page, to print and to sign. */
export function evidencePage(evidence: Evidence): string {
	return pageWith(
		`Exercise: ${evidence.title}`,
		html`<main>
			<h1>Exercise: ${quoted(evidence.title)}</h1>
			${evidenceParts(evidence).map(
				part =>
					html`<h2>${part.title}</h2>
						${body(part)}`,
			)}
		</main>`,
	);
}

/** The same as plain text of at most 78 columns. */
export function evidenceText(evidence: Evidence): string {
	const lines = linesOf(evidenceParts(evidence), WIDTH);
	return printed([`Exercise: ${evidence.title}`, ...lines]).join('\n');
}
