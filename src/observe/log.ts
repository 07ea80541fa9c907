import {castOf, THE_REGION, type SubsystemName, type World} from '../sim/index.ts';
import type {LogLine} from './observation.types.ts';

export const LOG_LINES_MAX = 500;
/** Lines on their way at most; the oldest are dropped when more are written. */
const WAITING_MAX = 1_000;
/** Whose each source is, by how its name begins; what is not here is told only of the whole Region. */
const SOURCES: readonly (readonly [begins: string, of: SubsystemName])[] = [
	['border', 'border'],
	['enactor', 'dns'],
	['planner', 'dns'],
	['zone-tool', 'dns'],
	['dynamodb', 'dynamodb'],
	['dwfm', 'dwfm'],
	['ec2-api', 'launches'],
	['network-manager', 'network'],
	['nlb', 'nlb'],
	['lambda', 'lambda'],
	['ecs', 'containers'],
	['connect', 'connect'],
	['redshift', 'redshift'],
	['support', 'support'],
	['sts', 'identity'],
	['signin', 'identity'],
	['cloudwatch', 'telemetry'],
	['sqs', 'telemetry'],
	['call', 'incidentCall'],
	['customer', 'customer'],
];

/** A source that writes more than this in a minute is cut short, and says so. */
const LINES_A_MINUTE = 12;
const SOURCES_MAX = 64;

/** What people on the call say and publish needs neither tools nor pipeline. */
const HEARD_AT_ONCE: readonly string[] = ['call', 'health-dashboard', 'detection'];

export type Log = {
	readonly waiting: LogLine[];
	readonly lines: LogLine[];
	readonly sources: SourceMinute[];
};

/** How much one source wrote in the minute it is in. */
type SourceMinute = {readonly source: string; minute: number; written: number; cut: number};

export function createLog(): Log {
	return {waiting: [], lines: [], sources: []};
}

/** Takes in what the systems wrote in this second. */
export function write(log: Log, world: World): void {
	const cast = castOf(world);
	for (const {source, level, text} of world.facts) {
		if (cast !== THE_REGION && !cast.some(name => name === writerOf(source))) continue;
		const line: LogLine = {at: world.now, source, level, text};
		if (HEARD_AT_ONCE.includes(source)) append(log, line);
		else if (isWithinRate(log, line)) {
			log.waiting.push(line);
			if (log.waiting.length > WAITING_MAX) log.waiting.shift();
		}
	}
}

function writerOf(source: string): SubsystemName | undefined {
	return SOURCES.find(([begins]) => source.startsWith(begins))?.[1];
}

/** Shows the lines that are as old as the pipeline's delay. Nothing arrives while the tools are shut. */
export function tail(log: Log, now: number, delaySeconds: number): void {
	const {waiting} = log;
	let due = 0;
	for (const line of waiting) {
		if (line.at + delaySeconds > now) break;
		append(log, line);
		due++;
	}
	if (due > 0) waiting.splice(0, due);
}

function append(log: Log, line: LogLine): void {
	log.lines.push(line);
	if (log.lines.length > LOG_LINES_MAX) log.lines.shift();
}

function isWithinRate(log: Log, line: LogLine): boolean {
	const minute = Math.floor(line.at / 60);
	let entry = log.sources.find(({source}) => source === line.source);
	if (entry === undefined) {
		if (log.sources.length >= SOURCES_MAX) return false;
		entry = {source: line.source, minute, written: 0, cut: 0};
		log.sources.push(entry);
	}
	if (entry.minute !== minute) {
		if (entry.cut > 0) log.waiting.push(cutShort(entry, line.at));
		entry.minute = minute;
		entry.written = 0;
		entry.cut = 0;
	}
	entry.written += 1;
	if (entry.written <= LINES_A_MINUTE) return true;
	entry.cut += 1;
	return false;
}

function cutShort(entry: SourceMinute, at: number): LogLine {
	const text = `${String(entry.cut)} more lines in that minute`;
	return {at, source: entry.source, level: 'info', text};
}
