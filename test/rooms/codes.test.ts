import fs from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {Drill, Socket} from './programs.ts';

let drill: Drill;

beforeEach(() => {
	drill = new Drill();
});

afterEach(() => drill.end());

test('who went back with everybody finds back by the same codes when the host is killed', async () => {
	const {host, codes} = await drill.host(['one-empty-answer', '--port', '0']);
	const [url = '', , facilitator = ''] = codes;
	const first = drill.journal;
	const ann = new Socket(url);
	await ann.join(url, {name: 'Ann'});
	const fay = new Socket(facilitator);
	await fay.join(facilitator, {name: 'Fay'});
	fay.up({kind: 'say', id: 1, text: 'snapshot calm'});
	fay.up({kind: 'pace', id: 2, pace: 600});
	await ann.hears('see', down => /"10:[1-5]\d:/u.test(JSON.stringify(down)));
	fay.up({kind: 'say', id: 3, text: 'back calm'});
	const branch = await host.says(/and is now (\S+)/u);
	await host.signal('SIGKILL');
	const file = path.join(drill.home, path.basename(branch));
	expect(fs.existsSync(file) && file !== first).toBe(true);
	const again = await drill.host([file, '--continue', '--port', new URL(url).port]);
	expect(again.codes).toEqual(codes);
});
