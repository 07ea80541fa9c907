import {parseArgs} from 'node:util';
import {bundleProgram} from '../cli/outage.ts';
import {canBeFirst, isHarmed, killAt, wayOf, WAYS} from './kills.ts';

const {values} = parseArgs({
	options: {seed: {type: 'string'}, from: {type: 'string'}, seeds: {type: 'string'}},
});
const first = Number(values.seed ?? values.from ?? 1);
const many = values.seed === undefined ? Number(values.seeds ?? 250) : 1;

await bundleProgram();
const rows = new Map(WAYS.map(way => [way, {kills: 0, lostMs: 0, unreadable: 0, lockedOut: 0}]));
let harmed = 0;
for (let seed = first; seed < first + many; seed++) {
	const row = rows.get(wayOf(seed));
	if (row === undefined || (wayOf(seed) === 'first process' && !canBeFirst())) continue;
	const killed = await killAt(seed);
	row.kills += 2;
	row.lostMs = Math.max(row.lostMs, Math.round(killed.lostMs));
	row.unreadable += killed.unreadable.length;
	row.lockedOut += killed.lockedOut === undefined ? 0 : 1;
	if (!isHarmed(killed)) continue;
	harmed++;
	console.log(`${JSON.stringify(killed)}\n  npm run kills -- --seed ${String(seed)}`);
}
console.table(Object.fromEntries(rows));
if (!canBeFirst())
	console.log('Not killed as the first process of a container: that takes root on Linux.');
process.exitCode = harmed === 0 ? 0 : 1;
