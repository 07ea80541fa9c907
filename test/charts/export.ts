// `npm run charts`: draws every chart of the simulation into docs/charts/.
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from '../support/tree.ts';
import {allCharts} from './charts.ts';
import {pageOf, pagePath} from './mermaid.ts';

const charts = await allCharts();
rmSync(join(ROOT, 'docs/charts'), {recursive: true, force: true});
mkdirSync(join(ROOT, 'docs/charts'), {recursive: true});
for (const chart of charts) writeFileSync(join(ROOT, pagePath(chart)), pageOf(chart));
console.log(`${String(charts.length)} charts in docs/charts/`);
