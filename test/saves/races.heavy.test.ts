import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {outage} from '../cli/outage.ts';
import {race} from './races.ts';

const RACES = Number(process.env['RACES'] ?? 200);
const APART_MS_MAX = 1_200;

test('of two programs that go on with one run, one plays and the other is told; the run is whole', async () => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'races-'));
	try {
		const input = '{"id":1,"do":"wait","minutes":90}\n{"id":2,"do":"quit"}\n';
		outage(['play', 'october-20', '--protocol', '--saves', folder], input);
		const [name = ''] = fs.readdirSync(folder).filter(each => each.endsWith('.journal.jsonl'));
		const file = path.join(folder, name);
		for (let turn = 0; turn < RACES; turn++) {
			const apart = Math.round((APART_MS_MAX * turn) / RACES);
			const {words, ...raced} = await race(folder, file, apart);
			expect(raced, `${String(apart)} ms apart: ${words}`).toEqual({
				owners: 1,
				told: 1,
				isHarmed: false,
			});
		}
	} finally {
		fs.rmSync(folder, {recursive: true, force: true});
	}
}, 3_600_000);
