import type {Automation, Mode} from '../kernel/index.ts';

/** The DynamoDB front end as its clients find it. Shares are of clients, 0..1. */
export type DynamoDb = {
	/** `serving` or `overloaded`. */
	readonly frontEnd: Mode;
	/** Clients without a working connection. */
	customersCut: number;
	prodCut: number;
	ec2Cut: number;
	replicasCut: number;
	/** Largest share of replicators cut since replication was last up to date. */
	replicasCutMost: number;
	replicationLagSeconds: number;
	/** Whether the front end is out of service in each zone, and until when it closes connections there. */
	readonly evacuated: boolean[];
	drainingUntil: number;
	readonly automations: readonly Automation[];
	readonly retries: Retries;
	readonly output: DynamoDbOutput;
};

/** What comes to the front end beyond the usual requests of whoever is connected. */
export type Retries = {
	/** Share of requests that fail at the front end, as clients have found out. */
	failingShare: number;
	/** Work that a client which is cut off has kept by now, in seconds of its usual load. */
	keptSeconds: number;
	/** Kept work of those that are back, in seconds of everybody's usual load. */
	owedSeconds: number;
	/** How far customers do as they were told about retries, 0..1. */
	heededShare: number;
};

export type DynamoDbInputs = {
	readonly customersEmpty: number;
	readonly prodEmpty: number;
	readonly dwfmEmpty: number;
	readonly capacityShare: number;
	/** Share of requests that balancers in front of internal parts lose. */
	readonly balancerErrors: number;
	/** Whether customers were told to retry hard. */
	readonly retryAdvised: boolean;
};

export type DynamoDbOutput = {
	customerErrors: number;
	prodErrors: number;
	/** For EC2's control plane, whose resolvers the override does not cover unless it is extended. */
	ec2Errors: number;
	connectedShare: number;
	/** What is asked of the front end over what it can serve, retries included. */
	loadShare: number;
	requestsShare: number;
	reconnectsPerSecond: number;
	replicationLagSeconds: number;
	/** How far replicas in other Regions are from being of no use, 0..1. */
	replicasLateShare: number;
};
