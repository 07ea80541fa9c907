import {tellHarm, tellMoney, type RunResult} from '../session/index.ts';
import {columns} from './terminal-text.ts';

/** A run beside the record, for people. */
export function report(result: RunResult): string {
	const {level, seed, version, ticks, hash, milestones, harm, money, ended} = result;
	const {unfulfilled, orders} = result;
	const rows = [
		['milestone', 'record', 'this run', 'minutes', 'what'],
		...milestones.map(({id, real, sim, errorMinutes, what}) => [
			id,
			real ?? '',
			sim ?? 'never',
			errorMinutes === null ? '' : signed(errorMinutes),
			what,
		]),
	];
	// Only the night of the record has one to be measured against.
	const isOfRecord = milestones.some(({real}) => real !== null);
	const shown = isOfRecord
		? rows
		: rows.map(([id = '', , run = '', , what = '']) => [id, run, what]);
	const told = tellHarm(harm, 1);
	const parts = told.parts.map(({id, minutes}) => `${id} ${minutes.toFixed(1)}`);
	const end =
		ended === null
			? `The run has not ended after ${String(ticks)} seconds.`
			: `${ended.won ? 'Won' : 'Lost'} at ${ended.at} PDT. ${ended.why}`;
	return [
		`${level}, seed ${seed}, version ${version}`,
		'',
		...columns(shown),
		'',
		`Impact ${told.total.toFixed(1)} minutes of full outage (${parts.join(', ')})`,
		...[tellMoney(money)].filter(line => line !== ''),
		...columns(orders.map(({at, state, what, message}) => [at, state, what, message])),
		...unfulfilled.map(
			({at, what, state, why}) =>
				`${state === 'refused' ? 'Refused' : 'Failed'} at ${at} PDT: ${what}. ${why}`,
		),
		end,
		`State ${hash} after ${String(ticks)} seconds`,
	].join('\n');
}

function signed(minutes: number): string {
	return `${minutes > 0 ? '+' : ''}${minutes.toFixed(1)}`;
}
