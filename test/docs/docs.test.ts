import fs from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {ORDERS} from '../../src/session/index.ts';
import {SETTING_NAMES, spoken} from '../../src/play/kept/index.ts';
import {BINDINGS} from '../../src/view/input/keys/index.ts';
import {PANELS} from '../../src/observe/index.ts';
import {ROOT} from '../support/tree.ts';
import {playerPages} from './pages.ts';

const pages = await playerPages();
const pageOf = (name: string) => pages[`docs/${name}.md`] ?? '';

test.each(Object.keys(pages))('%s is what `npm run docs` writes', path => {
	const file = join(ROOT, path);
	expect(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : 'not written').toBe(pages[path]);
});

describe('the pages for players leave nothing out', () => {
	test('keys', () => {
		for (const {help} of Object.values(BINDINGS)) {
			expect(pageOf('keys')).toContain(help.replace(/…$/u, ''));
		}
	});

	test('orders', () => {
		for (const {forms} of Object.values(ORDERS)) {
			for (const form of forms) expect(pageOf('orders')).toContain(`\`${form}\``);
		}
	});

	test('panels', () => {
		for (const panel of PANELS) expect(pageOf('panels')).toContain(`\n## ${panel}\n`);
	});

	test('settings', () => {
		for (const name of SETTING_NAMES) expect(pageOf('settings')).toContain(`\`${spoken(name)}\``);
	});
});

test.each(Object.keys(pages).filter(path => path.endsWith('.md')))(
	'%s links only to what there is',
	path => {
		const links = [...(pages[path] ?? '').matchAll(/\]\((?!https?:)([^)#]+)?(?:#([^)]+))?\)/gu)];
		for (const [, file, anchor] of links) {
			const target = file === undefined ? path : join('docs', file);
			expect(fs.existsSync(join(ROOT, target)), target).toBe(true);
			if (anchor !== undefined) expect(pages[target]).toContain(`## ${anchor}\n`);
		}
	},
);
