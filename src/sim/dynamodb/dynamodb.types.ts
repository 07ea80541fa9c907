import type {Mode} from '../kernel/index.ts';

/** The DynamoDB front end as its clients find it. Shares are of clients, 0..1. */
export type DynamoDb = {
	readonly mode: Mode;
	/** Clients without a working connection. */
	customersCut: number;
	prodCut: number;
	ec2Cut: number;
	replicasCut: number;
	/** Largest share of replicators cut since replication was last up to date. */
	replicasCutMost: number;
	replicationLagSeconds: number;
	readonly output: DynamoDbOutput;
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
	requestsShare: number;
	reconnectsPerSecond: number;
	replicationLagSeconds: number;
};
