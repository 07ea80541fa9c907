import {join} from 'node:path';
import {format, resolveConfig} from 'prettier';
import {ROOT} from '../support/tree.ts';

/** A page as the repository formats its files. */
export async function pretty(text: string, name: string): Promise<string> {
	const filepath = join(ROOT, name);
	return format(text, {...(await resolveConfig(filepath)), filepath});
}

/** A row of a Markdown table; a bar in a cell would be another cell. */
export function row(...cells: readonly string[]): string {
	return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** The first two rows of a table. */
export function heading(...cells: readonly string[]): readonly string[] {
	return [row(...cells), row(...cells.map(() => '---'))];
}

/** A sentence with a capital and a full stop. */
export function sentence(text: string): string {
	const capital = text.slice(0, 1).toUpperCase() + text.slice(1);
	return /[.!?]$/u.test(capital) ? capital : `${capital}.`;
}

export const WRITTEN =
	'Written by `npm run docs` from the program itself; a test fails when this page is stale.';
