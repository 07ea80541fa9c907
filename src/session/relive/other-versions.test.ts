import {expect, test} from 'vitest';
import {LAST_GAMES, WORLD} from '../../sim/index.ts';
import {otherLevel, otherWorld} from './other-versions.ts';

const NEXT = WORLD + 1;
const THIS = `this game has world ${String(WORLD)}`;

test('every world that was left behind names the last game that has it', () => {
	const left = Array.from({length: WORLD - 1}, (_, index) => String(index + 1));
	expect(Object.keys(LAST_GAMES)).toEqual(left);
	for (const game of Object.values(LAST_GAMES)) expect(game).toMatch(/^\d+\.\d+$/);
});

test.each<[string, number, string, string]>([
	['by the table', 40, '0.7.2', `${THIS}: \`npx outage-oncall@0.9 replay FILE\` plays it.`],
	['by what wrote it', NEXT, '1.4.2', `${THIS}: \`npx outage-oncall@1.4 replay FILE\` plays it.`],
	[
		'by what wrote it early',
		NEXT,
		'1.4.0-rc.1',
		`${THIS}: \`npx outage-oncall@1.4 replay FILE\` plays it.`,
	],
	['nowhere, where that is no version', NEXT, '1.4.2;ls', `(game 1.4.2;ls), and ${THIS}.`],
])('a run of another world is played %s', (_, world, game, end) => {
	const said = otherWorld({world, game}, {40: '0.9'});
	expect(said).toMatch(new RegExp(`^The run was played in world ${String(world)} `));
	expect(said.endsWith(end)).toBe(true);
});

test.each<[string, string, RegExp]>([
	[
		'another version',
		'0.1.3',
		/is b\. If it came with the game, `npx outage-oncall@0\.1\.3 replay FILE` plays it as it was\.$/,
	],
	['this version', '0.2.0', /^Level x has changed since: it was a and is b\.$/],
	['no version', '`ls`', /^Level x has changed since: it was a and is b\.$/],
])('a level that has changed since %s says what has it as it was', (_, game, said) => {
	expect(otherLevel({id: 'x', hash: 'b'}, {levelHash: 'a', game}, '0.2.0')).toMatch(said);
});
