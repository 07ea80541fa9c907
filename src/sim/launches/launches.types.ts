import type {Mode} from '../kernel/index.ts';

/** What operators let through: everything, a rate, or a share of what the hour usually sees. */
export type Cap = {kind: 'none' | 'rate' | 'share'; value: number};

/** How placement fares, in the words of the API's log. */
export type PlacementWord = 'placing' | 'straining' | 'starved';

export type Launches = {
	readonly throttle: Mode;
	readonly terminationThrottle: Mode;
	readonly placement: Mode;
	/** Whether the last second wanted more places than were free. */
	placesShort: boolean;
	/** What the log last said of placement. */
	told: PlacementWord;
	readonly launchCap: Cap;
	readonly terminationCap: Cap;
	/** How far AWS's later fix lets work in, 0..1; moves only with its switch on. */
	pace: number;
	/** Launches that failed and will be tried again. */
	pentUp: number;
	/** Launches placed on a droplet and not yet started. */
	inWorkflow: number;
	/** Launches that have started and still hold their place. */
	settling: number;
	terminationsHeld: number;
	/** Instances that run without network: what was started, less what latency lets through. */
	unreachable: number;
	/** Instances still to be terminated and launched again by an operator's order. */
	relaunchesAsked: number;
	/** Totals since tick 0: what conservation is checked on. */
	arrived: number;
	started: number;
	givenUp: number;
	terminationsAsked: number;
	terminationsReleased: number;
	readonly output: LaunchesOutput;
};

export type LaunchesInputs = {
	/** Local time, in seconds since midnight. */
	readonly secondsOfDay: number;
	/** Share of DynamoDB requests that fail for the API's front end, 0..1. */
	readonly storeErrors: number;
	readonly leasedShare: number;
	/** Launches that leased droplets can carry at a time. */
	readonly places: number;
	readonly startedPerSecond: number;
	readonly workflowsLostPerSecond: number;
	/** Last second's. */
	readonly networkLatencySeconds: number;
	readonly advice: {readonly retryHard: boolean; readonly pinZone: boolean};
};

export type LaunchesOutput = {
	/** A night hour's demand: what the network and the balancers were provisioned for. */
	usualPerSecond: number;
	demandPerSecond: number;
	requestsPerSecond: number;
	admittedPerSecond: number;
	/** RequestLimitExceeded. */
	limitedPerSecond: number;
	/** InsufficientInstanceCapacity: no leased droplet found, or every place taken. */
	insufficientPerSecond: number;
	/** Internal errors: the front end could not reach DynamoDB. */
	failedPerSecond: number;
	probesPerSecond: number;
	/** The same if the front end reached DynamoDB: what comes back with it. */
	probesOnReturnPerSecond: number;
	/** Launches that would be placed then, on the droplets that are leased now. */
	placeableOnReturnPerSecond: number;
	placedPerSecond: number;
	terminationsPerSecond: number;
	pentUp: number;
	terminationsHeld: number;
	/** Placements over the launches newly wanted, 0..1: how much of the demand is met. */
	successShare: number;
	/** Unreachable instances that customers’ automation replaces, and those that an operator's order does. */
	replacementsPerSecond: number;
	relaunchesPerSecond: number;
	/** Whether operators throttle launches or terminations. */
	throttled: boolean;
	/** Requests per second that the throttle lets in, or -1 without a throttle. */
	launchCapPerSecond: number;
	terminationCapPerSecond: number;
};
