// `npm run protocol`: writes docs/protocol.md and its schema anew.
import fs from 'node:fs';
import {join} from 'node:path';
import {ROOT} from '../support/tree.ts';
import {protocolPages} from './page.ts';

for (const [name, text] of Object.entries(await protocolPages())) {
	fs.writeFileSync(join(ROOT, name), text);
}
