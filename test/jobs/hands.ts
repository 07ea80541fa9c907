// What the threads of the sweeps in these folders do: one night after another, as they are asked for.
import {serveThread} from '../../src/jobs/index.ts';
import {toldIn} from '../debriefs/carried-out.ts';
import {nightNumbered} from '../debriefs/nights.ts';
import {winnableIn} from '../debriefs/named-wins.ts';
import {dominantIn} from '../dominant/dominant-orders.ts';
import {live as liveSample} from '../robustness/night.ts';
import {live, type Night} from '../verdicts/october.ts';

export const HANDS = {
	dominant: () => dominantIn,
	robustness: () => liveSample,
	told: () => (night: number) => toldIn(nightNumbered(night)),
	verdicts: () => (night: Night) => live(night),
	winnable: () => winnableIn,
};

serveThread(HANDS);
