import {html, type Markup} from './markup.ts';
import {STYLE} from './style.ts';

/**
 * A page as one file for any browser. It loads nothing and runs nothing: the policy in its head forbids scripts and every
 * connection, so that a hostile name could not do more even if it got through. Forms are sent to where it came from alone.
 */
export function pageWith(
	title: string,
	body: Markup,
	forms: 'with forms' | 'without forms' = 'without forms',
): string {
	const isSent = forms === 'with forms';
	const policy: Markup = {markup: isSent ? "'self'" : "'none'"};
	// Without a referrer a form does not say of which page it is.
	const referrer = isSent ? 'same-origin' : 'no-referrer';
	const style: Markup = {markup: STYLE};
	const {markup} = html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta
					http-equiv="Content-Security-Policy"
					content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action ${policy}"
				/>
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="referrer" content="${referrer}" />
				<title>${title}</title>
				<style>
					${style}
				</style>
			</head>
			<body>
				${body}
			</body>
		</html> `;
	return markup;
}
