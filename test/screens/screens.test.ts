import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {THEMES} from '../../src/view/screen/looks/themes.ts';
import {filesBelow, ROOT} from '../support/tree.ts';
import {pictures} from './pictures.ts';
import {svgOf} from './svg.ts';

describe('docs/screens', () => {
	const drawn = pictures();

	test.each(Object.keys(drawn))('%s is what the console shows (npm run docs)', path => {
		const file = join(ROOT, path);
		// Compared by hand: the difference of two pictures says nothing to anybody.
		expect(existsSync(file) && readFileSync(file, 'utf8') === drawn[path]).toBe(true);
	});

	test('no picture is left of what is gone (npm run docs)', () => {
		expect(filesBelow('docs/screens', /./)).toEqual(Object.keys(drawn).sort());
	});
});

describe('a screen as a picture', () => {
	const picture = (text: string, tone: 'plain' | 'bad' | 'select') =>
		svgOf({rows: [[{text, tone}]]}, THEMES.dark.dark, 'a < b');

	test('text stands in its cells, in its colour, and cannot be markup', () => {
		const svg = picture('  <b>  x', 'bad');
		expect(svg).toContain('<title>a &lt; b</title>');
		expect(svg).toMatch(/<text x="26.8" y="23" textLength="25.2"[^>]*#ff8078[^>]*>&lt;b&gt;</u);
		expect(svg).toMatch(/<text x="68.8" y="23" textLength="8.4"[^>]*>x</u);
	});

	test('what is selected stands on its ground', () => {
		expect(picture('ab', 'select')).toMatch(/<rect x="10" y="10" width="16.8" height="17" fill/u);
	});

	test('a full graph is one shape, and no text', () => {
		const svg = picture('████', 'plain');
		expect(svg).toContain('d="M10 10h33.6v17h-33.6z"');
		expect(svg).not.toContain('<text ');
		expect(picture('⣿⣿', 'plain').match(/M10 /gu)).toHaveLength(4);
	});
});
