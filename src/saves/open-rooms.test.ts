import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {takeRooms} from './open-rooms.ts';

let folder: string;

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-open-rooms-'));
});
afterEach(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

function taken() {
	const opened = takeRooms(folder);
	if (!opened.ok) throw new Error(opened.message);
	return opened.rooms;
}

test('a list that cannot be read is kept beside the next one, and nobody else has the folder meanwhile', () => {
	const file = path.join(folder, 'open-rooms.json');
	fs.writeFileSync(file, '{"format":1,"rooms":[');
	const rooms = taken();
	expect(rooms.left).toEqual([]);
	expect(rooms.passed).toEqual([expect.stringMatching(/damaged.*A copy is kept as/u)]);
	expect(takeRooms(folder)).toMatchObject({ok: false});
	expect(rooms.write([{journal: 'a.journal.jsonl', listed: true}])).toBeUndefined();
	const aside = fs.readdirSync(folder).find(name => name.startsWith('open-rooms.damaged-')) ?? '';
	expect(fs.readFileSync(path.join(folder, aside), 'utf8')).toBe('{"format":1,"rooms":[');
	rooms.release();
	const next = taken();
	expect(next).toMatchObject({left: [{journal: 'a.journal.jsonl', listed: true}], passed: []});
	next.release();
});

test('a list leads to journals of its own folder only', () => {
	const rooms = ['../x.journal.jsonl', '/etc/passwd', 7].map(journal => ({journal, listed: true}));
	fs.writeFileSync(path.join(folder, 'open-rooms.json'), JSON.stringify({format: 1, rooms}));
	const {left, release} = taken();
	expect(left).toEqual([]);
	release();
});
