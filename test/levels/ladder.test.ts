import {times} from '../support/sampled.ts';
import {ownLevels} from './own-levels.ts';
import {proving} from './proving.ts';

proving(
	ownLevels().filter(({kind}) => kind === 'ladder'),
	{levelsMax: times(5, Infinity), seedsMin: times(1, 2), minutesMax: times(60, 1_000)},
);
