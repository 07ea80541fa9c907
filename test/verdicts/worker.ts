// One process of the verdicts: lives jobs INDEX, INDEX + STRIDE, ... of those that SAMPLES ask for, and prints one JSON
// line each.
import {live} from './october.ts';
import {jobsOf} from './nights.ts';

const [samples = '1', index = '0', stride = '1'] = process.argv.slice(2);

const jobs = jobsOf(Number(samples));
for (let at = Number(index); at < jobs.length; at += Number(stride)) {
	const {key, night} = jobs[at]!;
	process.stdout.write(`${JSON.stringify([key, live(night)])}\n`);
}
