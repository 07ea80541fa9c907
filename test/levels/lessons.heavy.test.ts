import {expect, test} from 'vitest';
import {relive} from '../../src/session/relive/relive.ts';
import {scriptSource} from '../../src/session/relive/source.ts';
import {endOf, startRun} from '../../src/session/run.ts';
import {harmOf} from '../../src/sim/index.ts';
import {levelNamed, ownLevels, scriptsOf} from './own-levels.ts';

/** Levels whose lesson no customer feels in minutes: what is said, and hands that are kept off. */
const UNFELT = ['comms-only', 'quiet-shift'];
/** Nights of the exam in which looking decides: the name is well, or another one is empty. */
const LOOKED = ['4', '12'];

const LESSONS = [
	...ownLevels()
		.filter(({id, kind}) => kind === 'ladder' && !UNFELT.includes(id))
		.map(({id, seed}) => [id, seed] as const),
	...LOOKED.map(seed => ['exam', seed] as const),
];

/** How a player's night comes out, lived to its limit whatever was decided before. */
function lived(id: string, seed: string, player: string) {
	const level = levelNamed(id);
	const script = scriptsOf(level)[player]!;
	const setup = {seed, switches: [], parameters: {}, observed: script.rules.length > 0};
	const run = startRun(level, {...setup, afterEnd: 'live on'});
	relive(run, scriptSource('player', script), {until: level.limit});
	return {won: endOf(run)?.won, minutes: harmOf(run.world).total};
}

test.each(LESSONS)('%s, seed %s: without its lesson it is lost, and dearer', (id, seed) => {
	const textbook = lived(id, seed, 'textbook');
	const without = lived(id, seed, 'all-but-the-lesson');
	expect([textbook.won, without.won]).toEqual([true, false]);
	expect(without.minutes).toBeGreaterThan(1.15 * textbook.minutes);
});
