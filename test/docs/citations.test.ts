import fs from 'node:fs';
import {join, relative} from 'node:path';
import {describe, expect, test} from 'vitest';
import {ROOT} from '../support/tree.ts';

/** What is cited by section, and the page that has the sections. */
const PAGES = {canon: 'docs/canon.md', model: 'docs/model.md'} as const;
const CITING = ['src', 'levels', 'docs', 'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];
const TEXT = /\.(ts|tsx|md|yaml|orders)$/u;
const SECTION = String.raw`\d+(?:\.\d+)*`;
const CITATION = new RegExp(
	String.raw`\b(canon|model) (${SECTION}(?:(?:, | and )${SECTION})*)`,
	'gu',
);
/** Papers that only their writers can open. */
const PRIVATE = /\b(?:console|design|truth|faces|found) (?:[A-F]\.?\d|\d+\.\d)/u;

const files = CITING.flatMap(path => textsUnder(join(ROOT, path))).filter(file =>
	/\b(?:canon|model|console|design|truth|faces|found) [A-F\d]/u.test(fs.readFileSync(file, 'utf8')),
);
const sections = Object.fromEntries(
	Object.entries(PAGES).map(([name, path]) => [name, sectionsOf(path)]),
);

describe('what is cited can be opened', () => {
	test.each(files.map(file => [relative(ROOT, file), file]))('%s', (_name, file) => {
		const text = fs.readFileSync(file, 'utf8');
		const missing = [...text.matchAll(CITATION)].flatMap(([, page = '', list = '']) =>
			list
				.split(/, | and /u)
				.flatMap(section => (sections[page]?.has(section) === true ? [] : [`${page} ${section}`])),
		);
		expect(missing).toEqual([]);
		expect(text).not.toMatch(PRIVATE);
	});

	test('a citation of a section that is not there would be found', () => {
		expect([...'see canon 99.1'.matchAll(CITATION)].map(found => found[2])).toEqual(['99.1']);
		expect(sections['canon']?.has('99.1')).toBe(false);
		expect(sections['canon']?.has('2.7')).toBe(true);
	});
});

function sectionsOf(path: string): ReadonlySet<string> {
	const text = fs.readFileSync(join(ROOT, path), 'utf8');
	// The equations of the model are numbered in bold at the beginning of a paragraph.
	const headings = text.matchAll(new RegExp(String.raw`^(?:#+ |\*\*)(${SECTION})[. ]`, 'gmu'));
	return new Set([...headings].map(([, section = '']) => section));
}

function textsUnder(path: string): readonly string[] {
	if (!fs.statSync(path).isDirectory()) return [path];
	return fs
		.readdirSync(path, {recursive: true, withFileTypes: true})
		.filter(entry => entry.isFile() && TEXT.test(entry.name))
		.map(entry => join(entry.parentPath, entry.name));
}

test.each(['ARCHITECTURE.md', 'docs/how-to'])('%s names only files that are there', path => {
	const gone = textsUnder(join(ROOT, path)).flatMap(file =>
		[
			...fs.readFileSync(file, 'utf8').matchAll(/`((?:src|test|levels|saves|docs)\/[\w./-]+)`/gu),
		].flatMap(([, named = '']) => (fs.existsSync(join(ROOT, named)) ? [] : [named])),
	);
	expect(gone).toEqual([]);
});
