import fs from 'node:fs';
import path from 'node:path';
import {ROOT} from './tree.ts';

/** A level of the game in a folder of its own, cut to seven minutes: other nights of it are soon re-simulated. */
export function shortLevelIn(folder: string, id: string): string {
	const at = path.join(folder, id);
	fs.cpSync(path.join(ROOT, 'levels', 'read-a-panel'), at, {recursive: true});
	const file = path.join(at, 'level.yaml');
	const text = fs
		.readFileSync(file, 'utf8')
		.replace(/^id: .*/mu, `id: ${id}`)
		.replaceAll("'09:30'", "'09:58'")
		.replaceAll("'09:31 ", "'09:59 ")
		.replace(/^limit: .*/mu, "limit: '10:05'")
		.replace(/before: '.*/u, "before: '10:04'");
	fs.writeFileSync(file, text);
	return at;
}
