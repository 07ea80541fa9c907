// The `seek` section of the benchmark: anywhere in the replay of a whole night.
import {openReplay, parseJournal} from '../../src/session/index.ts';
import {gameVersion, goldenNamed, goldenText} from '../golden/golden.ts';
import {median, percentile, row} from './report.ts';

const SEEKS = 300;
const SLICE_SECONDS = 60;
/** Steps of this size, modulo the length, come by everywhere. */
const STRIDE_SECONDS = 24_001;

export function benchSeek(): void {
	const run = goldenNamed('october-20', 'as-it-happened');
	const parsed = parseJournal(goldenText(run) ?? '');
	if (!parsed.ok) throw new Error(parsed.problem.message);
	const opening = performance.now();
	const opened = openReplay(run.level, parsed.journal, {game: gameVersion(), node: 20});
	if (!opened.ok) throw new Error(opened.problem.message);
	const {replayer} = opened;
	console.log(`\nThe replay of ${String(replayer.last)} seconds:`);
	row('until its first second can be shown', `${since(opening).toFixed(0)} ms`);
	const slices: number[] = [];
	for (let more = true; more;) {
		const begun = performance.now();
		more = replayer.build(SLICE_SECONDS);
		slices.push(since(begun));
	}
	const built = slices.reduce((sum, slice) => sum + slice, 0);
	row('until all of it is known', `${(built / 1000).toFixed(1)} s`, 'between frames');
	const seeks = Array.from({length: SEEKS}, (_, index) => {
		const begun = performance.now();
		replayer.seek((index * STRIDE_SECONDS) % replayer.last);
		const {now} = replayer.session.observation;
		if (now !== replayer.session.now) throw new Error('it shows another second');
		return since(begun);
	});
	const most = Math.max(...seeks).toFixed(0);
	row(
		'a seek, median, 99th percentile, most',
		`${median(seeks).toFixed(0)}, ${percentile(seeks, 0.99).toFixed(0)}, ${most} ms`,
		'bar: 200 ms',
	);
}

function since(begun: number): number {
	return performance.now() - begun;
}
