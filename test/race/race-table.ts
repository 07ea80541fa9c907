import {GUARDS, KEEPS, odds, SLOWNESSES, type Odds} from './odds.ts';

// Prints how often one slow Enactor empties the regional name, and any name, within an hour.
//   npx tsx test/race/race-table.ts [--seeds 1000]

const index = process.argv.indexOf('--seeds');
const seeds = index < 0 ? 1000 : Number(process.argv[index + 1]);

console.log(`P(regional emptied) % / P(any emptied) % in an hour, ${String(seeds)} seeds a cell`);
console.log(
	row(
		'keep-N',
		SLOWNESSES.map(factor => `F=${String(factor)}`),
	),
);
for (const keepPlans of KEEPS) {
	const cells = SLOWNESSES.map(factor => percents(odds(seeds, {factor, parameters: {keepPlans}})));
	console.log(row(String(keepPlans), cells));
}

console.log('\nF=110, keep-N=10, each guard alone; stale writes an hour');
for (const switches of GUARDS) {
	const result = odds(seeds, {factor: 110, switches});
	console.log(row(switches[0] ?? 'none', [percents(result), result.staleWrites.toFixed(1)], 24));
}

function percents({regional, any}: Odds): string {
	return `${(100 * regional).toFixed(1)}/${(100 * any).toFixed(1)}`;
}

function row(head: string, cells: readonly string[], width = 8): string {
	return head.padEnd(width) + cells.map(cell => cell.padStart(11)).join('');
}
