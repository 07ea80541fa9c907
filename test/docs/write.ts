// `npm run docs`: writes every page and picture in docs/ that is made from the program itself.
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {allCharts} from '../charts/charts.ts';
import {pageOf, pagePath} from '../charts/mermaid.ts';
import {pictures} from '../screens/pictures.ts';
import {ROOT} from '../support/tree.ts';
import {playerPages} from './pages.ts';

const charts = allCharts().map(chart => [pagePath(chart), pageOf(chart)] as const);
// The pages ask which pictures there are.
const drawn = {...Object.fromEntries(charts), ...pictures()};
/** Folders in which nothing is written by hand: what is left there of something that is gone goes. */
for (const folder of ['docs/charts', 'docs/screens']) {
	rmSync(join(ROOT, folder), {recursive: true, force: true});
	mkdirSync(join(ROOT, folder), {recursive: true});
}
for (const [path, text] of Object.entries(drawn)) writeFileSync(join(ROOT, path), text);
const pages = await playerPages();
for (const [path, text] of Object.entries(pages)) writeFileSync(join(ROOT, path), text);
console.log(`${String(Object.keys({...drawn, ...pages}).length)} files in docs/`);
