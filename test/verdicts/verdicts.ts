// What must hold of a verdict, and in how many nights it does: `npm run verdicts [-- --samples N]`. Every assumed number
// is moved at once by up to 10 %, over seeds of the level. Exit code 1 where a bar is not met.
import {parseArgs} from 'node:util';
import {swept} from '../jobs/swept.ts';
import {jobsOf} from './nights.ts';
import {statementsOf, type Statement} from './statements.ts';

const {values} = parseArgs({options: {samples: {type: 'string', default: '200'}}});

const jobs = jobsOf(Number(values.samples));
const lived = await swept(
	'verdicts',
	jobs.map(({night}) => night),
);
const outcomes = new Map(jobs.map(({key}, at) => [key, lived[at]!] as const));
const statements = statementsOf(outcomes);
for (const statement of statements) console.log(lineOf(statement));
for (const {what, unmet} of statements) {
	for (const why of unmet) console.log(`${what}\n    ${why}`);
}
process.exitCode = statements.every(isMet) ? 0 : 1;

function isMet({met, of, bar}: Statement): boolean {
	return met >= bar * of;
}

function lineOf(statement: Statement): string {
	const {what, met, of, bar} = statement;
	const counted = `${String(met)} of ${String(of)}`.padStart(12);
	const share = `${((100 * met) / of).toFixed(1)} %`.padStart(8);
	const asked = bar === 1 ? 'all' : `${String(100 * bar)} %`;
	return `${what.padEnd(66)} ${counted} ${share}   bar ${asked.padEnd(5)} ${isMet(statement) ? 'met' : 'NOT MET'}`;
}
