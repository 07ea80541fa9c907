import {
	DWFM_ORDERS,
	createDwfm,
	DWFM_PARAMETERS,
	stepDwfm,
	DWFM_FAULTS,
	type Dwfm,
	type DwfmParameters,
} from '../../src/sim/dwfm/index.ts';
import {
	applyFault,
	applyOrder,
	assert,
	createAgenda,
	randomStreams,
	switchesOn,
	tick,
	valuesOf,
	type Setup,
	type StepContext,
	type Switch,
} from '../../src/sim/kernel/index.ts';
import {createLaunchDriver, driveLaunches, type LaunchDriver} from './launch-driver.ts';

/** 23:48:12, when the record was emptied, and 02:25, when it was restored. */
export const EMPTY_AT = 1692;
export const RESTORED_AT = 11_100;
export const NEVER = 1_000_000;

/** `HH:MM` or `HH:MM:SS` PDT of the night as seconds since 23:20. */
export function at(clock: string): number {
	const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
	const day = (hours * 60 + minutes) * 60 + seconds - (23 * 60 + 20) * 60;
	return day < 0 ? day + 86_400 : day;
}

export function clockOf(seconds: number): string {
	if (seconds >= NEVER) return 'never';
	const day = (seconds + (23 * 60 + 20) * 60) % 86_400;
	const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
	return `${two(day / 3600)}:${two((day / 60) % 60)}:${two(day % 60)}`;
}

/** One line of a script: an order of the droplet managers' grammar, `cap <rate>` of the launch API, or a fault. */
export type Step = readonly [seconds: number, line: string];

export type Script = {
	readonly emptyAt?: number;
	readonly restoredAt?: number;
	readonly until: number;
	readonly steps?: readonly Step[];
	readonly parameters?: Readonly<Record<string, number>>;
	readonly switches?: readonly Switch[];
	readonly seed?: string;
	/** Launch demand against the day's; 0 for the droplet managers alone. */
	readonly demand?: number;
};

export type Night = {
	readonly dwfm: Dwfm;
	readonly driver: LaunchDriver;
	readonly setup: Setup<DwfmParameters>;
	readonly log: string[];
	now: number;
};

export function createNight(script: Script): Night {
	const setup = {
		parameters: valuesOf(DWFM_PARAMETERS, script.parameters),
		switches: switchesOn(script.switches ?? []),
	};
	const ctx = {
		now: tick(0),
		agenda: createAgenda(),
		streams: randomStreams(script.seed ?? '6715'),
		say: () => undefined,
	};
	return {
		dwfm: createDwfm(setup, ctx),
		driver: createLaunchDriver((setup.parameters.hosts / 100) * (script.demand ?? 1)),
		setup,
		log: [],
		now: 0,
	};
}

/** Plays a night to its end, showing each second to `watch`. */
export function playNight(
	script: Script,
	watch: (night: Night) => void = () => undefined,
	night: Night = createNight(script),
): Night {
	const {dwfm, driver, setup, log} = night;
	const rng = randomStreams(script.seed ?? '6715');
	const agenda = createAgenda();
	const steps = [...(script.steps ?? [])].sort((a, b) => a[0] - b[0]);
	let next = steps.findIndex(([due]) => due > night.now);
	if (next < 0) next = steps.length;
	for (let now = night.now + 1; now <= script.until; now++) {
		const ctx = {
			now: tick(now),
			agenda,
			streams: rng,
			say: (fact: {text: string}) => log.push(`${clockOf(now)} ${fact.text}`),
		};
		for (; next < steps.length && steps[next]![0] <= now; next++) {
			follow(night, steps[next]![1], ctx);
		}
		const inputs = driveLaunches(
			driver,
			now,
			script.emptyAt ?? NEVER,
			script.restoredAt ?? NEVER,
			dwfm.output,
		);
		const {probesPerSecond} = inputs;
		stepDwfm(dwfm, {...inputs, probesOnReturnPerSecond: probesPerSecond}, setup, ctx);
		night.now = now;
		watch(night);
	}
	return night;
}

function follow(night: Night, line: string, ctx: StepContext): void {
	const words = line.split(' ');
	if (words[0] === 'cap') {
		night.driver.apiCap = words[1] === 'off' ? Infinity : Number(words[1]);
	} else if (words[0] === 'break') {
		const fault = {type: 'break-leases', share: Number(words[1])};
		applyFault(DWFM_FAULTS, night.dwfm, fault, night.setup, ctx);
	} else {
		const result = applyOrder(DWFM_ORDERS, night.dwfm, orderOf(line), 'test', night.setup, ctx);
		assert(result.ok, `${line} is carried out: ${JSON.stringify(result)}`);
	}
}

/** A few of the grammar's forms, read without the grammar. */
export function orderOf(line: string): {id: string; args: Record<string, string | number>} {
	const number = (pattern: RegExp) => Number(pattern.exec(line)?.[1]);
	if (line === 'gate dwfm off') return {id: 'gate-dwfm-off', args: {}};
	if (line.startsWith('gate')) return {id: 'gate-dwfm', args: {rate: number(/dwfm (\S+)/)}};
	if (line.startsWith('restart dwfm batch')) {
		return {
			id: 'restart-dwfm-batch',
			args: {size: number(/batch (\d+)/), seconds: number(/every (\d+)/)},
		};
	}
	if (line === 'restart dwfm all') return {id: 'restart-dwfm-all', args: {}};
	if (line.startsWith('restart dwfm zone')) {
		return {id: 'restart-dwfm-zone', args: {zone: line.split(' ')[3]!}};
	}
	if (line.startsWith('restart dwfm host')) {
		return {id: 'restart-dwfm-host', args: {host: number(/host (\d+)/)}};
	}
	if (line === 'stop restarts') return {id: 'stop-restarts', args: {}};
	if (line.startsWith('workers'))
		return {id: 'workers-dwfm', args: {threads: number(/dwfm (\d+)/)}};
	if (line.startsWith('timeout'))
		return {id: 'timeout-dwfm', args: {seconds: number(/dwfm (\d+)/)}};
	if (line === 'drop dwfm expired') return {id: 'drop-dwfm-expired', args: {}};
	return {id: 'extend-leases', args: {seconds: number(/leases (\d+)/)}};
}
