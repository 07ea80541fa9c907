import {
	CALLBACKS,
	CALLER_NAMES,
	FLOWS_STATIC,
	FOLLOWED_WORDS,
	IAM_FROM_COPY,
	ON_FARGATE,
	QUEUE_MESSAGE,
	SESSIONS_EXTENDED,
	SHED,
} from '../../sim/index.ts';

type LeverMeasure = {
	/** By which a condition asks how far it is set. */
	readonly id: string;
	readonly type: string;
	readonly on?: string;
	/** How operators call it. */
	readonly name: string;
	/** As it stands, and how things are once it is lifted. */
	readonly set: string;
	readonly lifted: string;
	/** How the orders begin that set it, and the one that lifts it. */
	readonly setBy: string;
	readonly lift: string;
	readonly bears: readonly string[];
};

/** What people have set and the Region keeps as levers, as numbers that conditions can be about. */
export const LEVER_MEASURES: readonly LeverMeasure[] = [
	...CALLER_NAMES.map(name => ({
		id: `signIn.shed.${name}`,
		type: SHED,
		on: name,
		name: `sign-in of ${name} turned away`,
		set: `sign-in of ${name} turned away`,
		lifted: `sign-in open to ${name}`,
		setBy: `shed sign-in ${name}`,
		lift: `admit sign-in ${name}`,
		bears: ['signIn.errors'],
	})),
	...FOLLOWED_WORDS.map(word => ({
		id: `advised.${word}`,
		type: word,
		name: `advice ${word}`,
		set: `advice ${word} given`,
		lifted: `no advice ${word}`,
		setBy: `advise ${word}`,
		lift: `advise ${word} off`,
		bears: [],
	})),
	{
		id: 'sts.sessionsExtended',
		type: SESSIONS_EXTENDED,
		name: 'sessions extended',
		set: 'sessions live on past their end',
		lifted: 'sessions end on time',
		setBy: 'extend sessions',
		lift: 'extend sessions off',
		bears: ['sts.errors'],
	},
	{
		id: 'iam.fromCopy',
		type: IAM_FROM_COPY,
		name: 'IAM served from its copy',
		set: 'IAM served from its copy',
		lifted: 'IAM on its store',
		setBy: 'serve iam copy',
		lift: 'serve iam store',
		bears: ['iam.errors', 'signIn.errors'],
	},
	{
		id: 'connect.flowsStatic',
		type: FLOWS_STATIC,
		name: 'flows without Lambda',
		set: 'flows call no Lambda function',
		lifted: 'flows call Lambda',
		setBy: 'switch flows static',
		lift: 'switch flows lambda',
		bears: ['connect.callErrors', 'connect.chatErrors'],
	},
	{
		id: 'connect.callbacks',
		type: CALLBACKS,
		name: 'callbacks offered',
		set: 'callbacks offered',
		lifted: 'no callbacks offered',
		setBy: 'offer callbacks',
		lift: 'offer callbacks off',
		bears: ['connect.callErrors', 'connect.callbacksOwed'],
	},
	{
		id: 'connect.message',
		type: QUEUE_MESSAGE,
		name: 'message in front of the queue',
		set: 'message in front of the queue',
		lifted: 'no message in front of the queue',
		setBy: 'play message',
		lift: 'play message off',
		bears: ['connect.callErrors'],
	},
	{
		id: 'containers.onFargate',
		type: ON_FARGATE,
		name: 'tasks placed on Fargate',
		set: 'tasks placed on Fargate',
		lifted: 'tasks on their instances',
		setBy: 'place tasks fargate',
		lift: 'place tasks ec2',
		bears: ['containers.errors', 'containers.running'],
	},
];
