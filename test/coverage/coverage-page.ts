import {heading, row as tableRow} from '../docs/pretty.ts';
import {isOpen, isWhole, markOf, PARTS, ROWS, sums} from './coverage.ts';
import {COLUMNS, type Cell, type Row} from './coverage.types.ts';
import {ordersUsed, outputsUsed, switchesUsed, teamsUsed, type Used} from './levers.ts';

/** docs/coverage.md, from links that are each looked up. */
export function coveragePage(): string {
	const {rows, whole, columns} = sums();
	return [
		'# Coverage',
		'',
		'Written by `npm run docs` from links that are declared in `test/coverage` and each looked up; a test fails where one leads',
		'nowhere, and when this page is stale. `npm run coverage` prints the sums.',
		'',
		'What the founding documents name, and where it stands. A row is whole where the model makes it happen (*caused*), a console',
		'shows it (*seen*), somebody can act on it (*lever*), some level turns on it (*level*), it is explained afterwards (*debrief*)',
		'and *tested*; a dash says that it does not apply, and why.',
		'',
		`**${String(whole)} of ${String(rows)} rows are whole.**`,
		'',
		...heading('', 'y', '-', 'open'),
		...COLUMNS.map(column => {
			const {y, '-': dash, open} = columns[column];
			return tableRow(column, String(y), String(dash), String(open));
		}),
		'',
		...PARTS.flatMap(part => [
			`## ${part.title}`,
			'',
			...heading('', ...COLUMNS, 'what is missing'),
			...part.rows.map(each =>
				tableRow(
					isWhole(each) ? each.name : `**${each.name}**`,
					...COLUMNS.map(column => markOf(each[column])),
					missing(each),
				),
			),
			'',
		]),
		'## Why a column does not apply',
		'',
		...dashes(),
		'',
		'## Every link',
		'',
		...heading('', ...COLUMNS),
		...ROWS.map(each => tableRow(each.name, ...COLUMNS.map(column => linksIn(each[column])))),
		'',
		...leversPart(),
	].join('\n');
}

function missing(row: Row): string {
	return COLUMNS.flatMap(column => {
		const cell = row[column];
		return isOpen(cell) ? [`${column}: ${cell.open}`] : [];
	}).join('; ');
}

function dashes(): readonly string[] {
	return ROWS.flatMap(row => {
		const whys = COLUMNS.flatMap(column => {
			const cell = row[column];
			return 'none' in cell ? [`${column}: ${cell.none}`] : [];
		});
		return whys.length === 0 ? [] : [`- ${row.name}. ${whys.join('; ')}.`];
	});
}

function linksIn(cell: Cell): string {
	return Array.isArray(cell)
		? (cell as readonly string[]).map(link => `\`${link}\``).join(' ')
		: '';
}

function leversPart(): readonly string[] {
	const lists: readonly (readonly [string, string, readonly Used[]])[] = [
		['Teams', 'given for it in', teamsUsed()],
		['Orders', 'given in', ordersUsed()],
		['Switches', 'changes', switchesUsed()],
		['Outputs', 'read by', outputsUsed()],
	];
	return [
		'## What can be used, and where it is',
		'',
		'A team counts where a scripted player of a shipped level gives an order that needs it; an order where one gives it; a switch',
		'where the night as it happened is another with it, by its hashes, or is seen otherwise; an output where a metric or another part of what is seen',
		'reads it.',
		'',
		...lists.flatMap(([title, how, used]) => {
			const unused = used.filter(({by}) => by.length === 0).map(({name}) => `\`${name}\``);
			return [
				`### ${title}: ${String(used.length - unused.length)} of ${String(used.length)}`,
				'',
				unused.length === 0 ? 'None is without use.' : `Without use: ${unused.join(', ')}.`,
				'',
				...heading(title.toLowerCase(), how),
				...used
					.filter(({by}) => by.length > 0)
					.map(({name, by}) => tableRow(`\`${name}\``, by.join(', '))),
				'',
			];
		}),
	];
}
