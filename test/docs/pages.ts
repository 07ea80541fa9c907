import {certificationPage} from '../coverage/certification-page.ts';
import {coveragePage} from '../coverage/coverage-page.ts';
import {curriculumPage} from './curriculum-page.ts';
import {keysPage} from './keys-page.ts';
import {ordersPage} from './orders-page.ts';
import {panelsPage} from './panels-page.ts';
import {pretty} from './pretty.ts';
import {protocolPages} from './protocol-page.ts';
import {settingsPage} from './settings-page.ts';

/** Every page for players that is made from the program's own tables, by its path. */
export async function playerPages(): Promise<Readonly<Record<string, string>>> {
	const made = {
		'docs/certification.md': certificationPage(),
		'docs/coverage.md': coveragePage(),
		'docs/curriculum.md': curriculumPage(),
		'docs/keys.md': keysPage(),
		'docs/orders.md': ordersPage(),
		'docs/panels.md': panelsPage(),
		'docs/settings.md': settingsPage(),
		...protocolPages(),
	};
	const pages = Object.entries(made).map(
		async ([path, text]) => [path, await pretty(text, path)] as const,
	);
	return Object.fromEntries(await Promise.all(pages));
}
