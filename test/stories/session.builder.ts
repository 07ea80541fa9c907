import fs from 'node:fs';
import {parseLevel} from '../../src/level/file/index.ts';
import {tick} from '../../src/sim/index.ts';
import {open, VOCABULARY, type Session} from '../../src/session/index.ts';

const LEVEL = new URL('../../levels/october-20/level.yaml', import.meta.url);

/** The real level with its own seed and nobody keeping a journal; the whole of it, or its first hours. */
export function aSession({
	hours,
	hint,
}: {readonly hours?: number | undefined; readonly hint?: string | undefined} = {}): Session {
	const parsed = parseLevel(fs.readFileSync(LEVEL, 'utf8'), VOCABULARY);
	if (!parsed.ok) throw new Error('our own level cannot be read');
	const {level} = parsed;
	const limit = hours === undefined ? level.limit : tick(hours * 3600);
	const hints =
		hint === undefined ? level.hints : [{when: {not: {given: 'note hinted'}}, text: hint}];
	return open({...level, limit, hints}, {game: 'test', node: 20});
}
