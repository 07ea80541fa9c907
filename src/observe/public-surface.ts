import type {World} from '../sim/index.ts';
import type {Board} from './dashboard.ts';
import {SERVICE_NAMES} from './services.ts';

/**
 * What somebody knows who is not on the call and has no tools: how the services fail them, what has been
 * published, how bad it was declared, and who has joined. Chat is written from this and from nothing else.
 */
export type PublicSurface = {
	readonly now: number;
	/** Of the first second, to name times by. */
	readonly startSecondsOfDay: number;
	/** Share of requests, or of connections through load balancers, that fail as customers feel it. */
	readonly dynamodb: number;
	readonly launches: number;
	readonly nlb: number;
	readonly lambda: number;
	readonly signIn: number;
	readonly support: number;
	readonly connect: number;
	/** Packets lost at the border of one zone: anybody outside can measure it. */
	readonly packetLoss: number;
	/** As the Health Dashboard counts them. */
	readonly impacted: number;
	readonly resolved: number;
	/** When anybody last published anything; null before the first post. */
	readonly postedAt: number | null;
	/** When the call itself last did. */
	readonly calledAt: number | null;
	/** The last structured update: what it said was wrong, how much, and how far the work is. */
	readonly scope: string | null;
	readonly impact: string | null;
	readonly action: string | null;
	readonly promisedAt: number | null;
	readonly promisesBroken: number;
	readonly severity: string;
	/** What customers are advised to do. */
	readonly advice: World['incidentCall']['output']['advice'];
	readonly teamsPresent: number;
};

const place = (name: string) => SERVICE_NAMES.indexOf(name);
const [DYNAMODB, EC2, LAMBDA, SIGN_IN, SUPPORT, CONNECT] = [
	place('DynamoDB'),
	place('EC2'),
	place('Lambda'),
	place('IAM Identity Center'),
	place('Support Center'),
	place('Connect'),
];

export function surfaceOf(world: World, board: Board): PublicSurface {
	const {errors} = world.dependents.output;
	const felt = (service: number) => errors[service] ?? 0;
	const {posts, updates, promisedAt, promisesBroken, severity, advice, teams} =
		world.incidentCall.output;
	const last = updates.at(-1);
	return {
		now: world.now,
		startSecondsOfDay: world.settings.startSecondsOfDay,
		dynamodb: felt(DYNAMODB),
		launches: felt(EC2),
		nlb: world.nlb.output.customerErrors,
		lambda: felt(LAMBDA),
		signIn: felt(SIGN_IN),
		support: felt(SUPPORT),
		connect: felt(CONNECT),
		packetLoss: world.border.output.packetLossShare,
		impacted: board.impacted,
		resolved: board.resolved,
		postedAt: latest(posts.at(-1)?.at, board.newsroom.posts.at(-1)?.at),
		calledAt: posts.at(-1)?.at ?? null,
		scope: last?.scope ?? null,
		impact: last?.impact ?? null,
		action: last?.action ?? null,
		promisedAt,
		promisesBroken,
		severity,
		advice,
		teamsPresent: teams.filter(({state}) => state === 'present').length,
	};
}

function latest(a: number | undefined, b: number | undefined): number | null {
	if (a === undefined) return b ?? null;
	return b === undefined ? a : Math.max(a, b);
}
