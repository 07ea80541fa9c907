// `npm run screens`: draws what the console shows into docs/screens/.
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from '../support/tree.ts';
import {pictures} from './pictures.ts';

const files = Object.entries(pictures());
rmSync(join(ROOT, 'docs/screens'), {recursive: true, force: true});
mkdirSync(join(ROOT, 'docs/screens'), {recursive: true});
for (const [path, text] of files) writeFileSync(join(ROOT, path), text);
console.log(`${String(files.length)} files in docs/screens/`);
