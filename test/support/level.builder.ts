import type {Level} from '../../src/level/index.ts';
import {parseLevel} from '../../src/level/file/index.ts';
import {VOCABULARY} from '../../src/session/vocabulary.ts';

/** A level from its text; what is not right with it is the test's own fault. */
export function levelOf(yaml: string): Level {
	const parsed = parseLevel(yaml, VOCABULARY);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.level;
}

/** From 23:40 on; at 23:42 the regional name is lost. `more` is further text of the level. */
export function nightWithoutName(limit: string, more = ''): Level {
	return levelOf(`format: 1
id: short
title: Short
summary: The name is lost.
start: '23:40'
limit: '${limit}'
seed: '6715'
faults:
  - {at: '23:42', to: dns, type: lose-tree, endpoint: regional}
switches: []
parameters: {}
${more}`);
}
