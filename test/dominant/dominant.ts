import {parseArgs} from 'node:util';
import {swept} from '../jobs/swept.ts';
import {ownLevels} from '../levels/own-levels.ts';

/**
 * Adds each order of the grammar, alone and at several times, to everything but the lesson of each ladder level.
 * One that wins with no more harm than the textbook is worth more than the lesson: a dominant order. One that costs
 * the same in all levels moves nothing: a dominated one.
 */
const {values} = parseArgs({options: {level: {type: 'string'}, seed: {type: 'string'}}});
const names =
	values.level === undefined
		? ownLevels().flatMap(({id, ladder}) => (ladder === null ? [] : id))
		: [values.level];

const found = await swept(
	'dominant',
	names.map(level => ({level, seed: values.seed ?? null})),
);
for (const {lines} of found) for (const line of lines) console.log(line);
const moving = new Set(found.flatMap(each => each.moving));
for (const form of new Set(found.flatMap(({tried}) => tried)))
	if (!moving.has(form)) console.log(`DOMINATED “${form}”: moves nothing anywhere`);
process.exitCode = found.every(({dominant}) => dominant === 0) ? 0 : 1;
