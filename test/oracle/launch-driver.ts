import {exp} from '../../src/sim/kernel/index.ts';

/** What the launch API hands to the droplet managers, as model 4.4 has it. */
export type LaunchDriver = {
	/** Requests that are still being tried again. */
	pentUp: number;
	/** Share of customers connected to DynamoDB, which the API's front end needs. */
	connected: number;
	apiCap: number;
	/** Size of the fleet against the night's: demand and caps are for a hundred hosts. */
	readonly scale: number;
	readonly inputs: {storeEmpty: number; probesPerSecond: number; placedPerSecond: number};
};

export type Launchable = {
	readonly leasedShare: number;
	readonly startedPerSecond: number;
};

const DEMAND_PER_SECOND = 60;
const RETRY_SECONDS = 45;
const PATIENCE_SECONDS = 5400;
const PROBES_PER_REQUEST = 3;
/** Far more than anybody asks for: what binds here is the leases. */
const SLOTS_PER_SECOND = 16_000;
/** Share of customers that lose DynamoDB each second of an empty name: pools of 600 s. */
const CUSTOMER_LOSS = 1 - exp(-1 / 600);
const RESTORE_SECONDS = 900;

export function createLaunchDriver(scale: number): LaunchDriver {
	return {
		scale,
		pentUp: 0,
		connected: 1,
		apiCap: Infinity,
		inputs: {storeEmpty: 0, probesPerSecond: 0, placedPerSecond: 0},
	};
}

/** Moves the stand-in for the launch API one second on, from the droplet managers' last output. */
export function driveLaunches(
	driver: LaunchDriver,
	now: number,
	emptyAt: number,
	restoredAt: number,
	output: Launchable,
): LaunchDriver['inputs'] {
	const {inputs} = driver;
	inputs.storeEmpty = now >= emptyAt && now < restoredAt ? 1 : 0;
	const negative =
		inputs.storeEmpty === 1 || now < emptyAt
			? inputs.storeEmpty
			: Math.max(0, 1 - (now - restoredAt) / RESTORE_SECONDS);
	driver.connected +=
		(1 - negative) * (1 - driver.connected) * 0.05 - negative * driver.connected * CUSTOMER_LOSS;

	if (driver.scale === 0) return inputs;
	const demand = DEMAND_PER_SECOND * driver.scale * (1 + 0.7 * ramp(now, 20_400, 38_400));
	const requests = demand + driver.pentUp / RETRY_SECONDS;
	const admitted =
		driver.scale * Math.min((requests / driver.scale) * driver.connected, driver.apiCap);
	const missing = 1 - output.leasedShare;
	const placed = Math.min(
		admitted * (1 - missing * missing * missing),
		SLOTS_PER_SECOND * output.leasedShare,
	);
	driver.pentUp += demand - output.startedPerSecond - driver.pentUp / PATIENCE_SECONDS;
	driver.pentUp = Math.max(0, driver.pentUp);
	inputs.probesPerSecond = admitted * PROBES_PER_REQUEST;
	inputs.placedPerSecond = placed;
	return inputs;
}

/** From 05:00 to 10:00 the working day adds to the demand. */
function ramp(now: number, from: number, to: number): number {
	return Math.min(1, Math.max(0, (now - from) / (to - from)));
}
