import {isOpen, isWhole, ROWS, sums} from './coverage.ts';
import {COLUMNS} from './coverage.types.ts';
import {ordersUsed, outputsUsed, switchesUsed, teamsUsed} from './levers.ts';
import {isAsTold, REPORTS} from './customers-night.ts';
import {keepMeasures, keptMeasures, measure} from './measured.ts';

// `npm run coverage [-- --measure]`: how much of what the founding documents name is whole, and what is missing. With
// `--measure` the night is lived anew with each switch, and written down.
if (process.argv.includes('--measure')) keepMeasures(measure());

const {rows, whole, columns} = sums();
console.log(`${String(whole)} of ${String(rows)} rows are whole, ${String(rows - whole)} are open`);
for (const column of COLUMNS) {
	const {y, '-': dash, open} = columns[column];
	console.log(`${column.padEnd(8)} y ${String(y)}  - ${String(dash)}  open ${String(open)}`);
}
for (const row of ROWS.filter(each => !isWhole(each))) {
	console.log(`\n${row.name}`);
	for (const column of COLUMNS) {
		const cell = row[column];
		if (isOpen(cell)) console.log(`  ${column.padEnd(8)} ${cell.open}`);
	}
}
const {customersNight} = keptMeasures();
const asTold = REPORTS.filter(report => isAsTold(report, customersNight));
console.log(
	`\na company's night: ${String(asTold.length)} of ${String(REPORTS.length)} times are as its reports tell`,
);
for (const [what, used] of Object.entries({
	teams: teamsUsed(),
	orders: ordersUsed(),
	switches: switchesUsed(),
	outputs: outputsUsed(),
})) {
	const unused = used.filter(({by}) => by.length === 0).map(({name}) => name);
	console.log(
		`\n${what}: ${String(used.length - unused.length)} of ${String(used.length)} are used`,
	);
	if (unused.length > 0) console.log(`  not: ${unused.join(', ')}`);
}
