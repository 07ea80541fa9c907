import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

const MANY = 10_000;

/** Fills a folder of saves with ten thousand files, and with whatever else a folder may hold. */
export function fillOddly(saves: string, run: string): net.Server {
	const at = (name: string) => path.join(saves, `${name}.journal.jsonl`);
	const contents = ['garbage\n', run.slice(0, 40), run.slice(0, -20), run];
	for (let number = 0; number < MANY; number++) {
		// A few that are whole, of which `records` lives again those that ended.
		const which = number < 20 ? number % 4 : number % 3;
		fs.writeFileSync(at(`many-${String(number)}`), contents[which]!);
	}
	fs.mkdirSync(at('folder'));
	fs.symlinkSync('loop.journal.jsonl', at('loop'));
	fs.symlinkSync('nowhere', at('dangling'));
	fs.symlinkSync('/dev/zero', at('endless'));
	spawnSync('sh', ['-c', 'mkfifo "$0"', at('pipe')]);
	fs.writeFileSync(at('unreadable'), run, {mode: 0});
	fs.writeFileSync(at('odd \u001b[2J\u202e name'), run.slice(0, -20).replace('sum', 'sun'));
	return net.createServer().listen(path.join(saves, 'socket.journal.jsonl'));
}
