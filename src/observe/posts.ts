import type {World} from '../sim/index.ts';
import {metricIndex} from './metrics.ts';
import {OBSERVE_PARAMETERS} from './observe.parameters.ts';
import type {Post} from './observation.types.ts';
import {LOST, type Pipeline} from './pipeline.ts';

/** What the public is told the matter is. It follows what is known inside by an hour and more (canon 1.2). */
export const STORIES = [
	'errors',
	'database',
	'database-recovering',
	'launches',
	'connectivity',
	'health-checks',
	'recovering',
	'over',
] as const;
export type Story = (typeof STORIES)[number];

/** Who writes the posts nobody on the call wrote. */
export const STATUS_DESK = 'aws-status';

const POSTS_MAX = 200;
/** A new story is told once it has stood this long: confirming, agreeing on words, signing off. */
const TELL_SECONDS = OBSERVE_PARAMETERS.tellSeconds.value;
const TELL_APART_SECONDS = OBSERVE_PARAMETERS.tellApartSeconds.value;
/** While the event lasts, something is posted at least this often. */
const UPDATE_SECONDS = OBSERVE_PARAMETERS.updateSeconds.value;

export type Counts = {
	readonly impacted: number;
	readonly resolved: number;
	readonly openedAt: number;
};

export type Newsroom = {
	/** Oldest first. */
	readonly posts: Post[];
	/** The story that was told last; null before the first post. */
	told: Story | null;
	/** The story that telemetry tells, and since when. */
	forming: Story;
	formingSince: number;
	/** When anybody last posted anything. */
	postedAt: number;
	/** Posts ever written by the desk. */
	posted: number;
};

export function createNewsroom(): Newsroom {
	return {posts: [], told: null, forming: 'errors', formingSince: 0, postedAt: LOST, posted: 0};
}

/** Posts the first notice, a new story once it has stood long enough, and updates in between. */
export function writePosts(room: Newsroom, counts: Counts, pipeline: Pipeline, world: World): void {
	const {now} = world;
	const own = world.incidentCall.output.posts.at(-1);
	if (own !== undefined) room.postedAt = Math.max(room.postedAt, own.at);
	if (room.told === null) {
		post(room, 'errors', counts, now);
		return;
	}
	if (room.told === 'over') return reopen(room, counts, pipeline, now);
	const story = storyOf(counts, pipeline, now);
	if (story !== room.forming) {
		room.forming = story;
		room.formingSince = now;
	}
	const isNew = story !== room.told && now - room.formingSince >= TELL_SECONDS;
	const isDue = now - room.postedAt >= UPDATE_SECONDS;
	if (isNew && now - room.postedAt >= TELL_APART_SECONDS) post(room, story, counts, now);
	else if (isDue) post(room, room.told, counts, now);
}

/** After the closing post only a service that fails again brings the desk back. */
function reopen(room: Newsroom, counts: Counts, pipeline: Pipeline, now: number): void {
	if (counts.impacted > 0) post(room, storyOf(counts, pipeline, now), counts, now);
}

function storyOf(counts: Counts, pipeline: Pipeline, now: number): Story {
	const at = (id: string) => pipeline.values[metricIndex(id)]!;
	if (counts.impacted === 0 && counts.resolved > 0) return 'over';
	if (at('store.customerErrors') > 0.05) {
		return now - counts.openedAt > 3_600 ? 'database' : 'errors';
	}
	if (at('nlb.errors') > 0.005) {
		return at('nlb.checkDelay') > 10 ? 'health-checks' : 'connectivity';
	}
	if (at('ec2.successShare') < 0.9 || at('network.latency') > 600) return 'launches';
	return counts.resolved * 4 < counts.impacted ? 'database-recovering' : 'recovering';
}

function post(room: Newsroom, story: Story, counts: Counts, now: number): void {
	room.posts.push({at: now, by: STATUS_DESK, text: textOf(story, room.told === story, counts)});
	if (room.posts.length > POSTS_MAX) room.posts.shift();
	room.posted += 1;
	room.told = story;
	room.postedAt = now;
}

function textOf(story: Story, again: boolean, counts: Counts): string {
	if (story === 'over')
		return 'All services in us-east-1 work normally again. We will publish a summary.';
	const listed = `${String(counts.impacted)} services impacted, ${String(counts.resolved)} resolved.`;
	return `${again ? NEXT_WORDS[story] : FIRST_WORDS[story]} ${counts.impacted > 2 ? listed : ''}`.trimEnd();
}

const FIRST_WORDS: Readonly<Record<Exclude<Story, 'over'>, string>> = {
	errors: 'We are looking into raised error rates and latencies of several services in us-east-1.',
	database:
		'Requests to the DynamoDB endpoint in us-east-1 fail at a high rate; it seems that its name does not resolve. Services built on it fail with it.',
	'database-recovering': 'The DynamoDB endpoint resolves again, and most requests should succeed.',
	launches:
		'Launches of new EC2 instances still fail or are slow to be reachable; running instances are well. Please leave the Availability Zone open where you can.',
	connectivity:
		'Several services have connectivity problems. We see early signs and look for the origin.',
	'health-checks':
		'The connectivity problems come from inside the EC2 network, near the system that watches the health of load balancers.',
	recovering:
		'Services recover. Some work through what has queued up, and some requests are limited on purpose.',
};

const NEXT_WORDS: Readonly<Record<Exclude<Story, 'over'>, string>> = {
	errors:
		'We confirm raised error rates in us-east-1 and go on looking for the cause. Creating support cases may fail as well.',
	database: 'We go on restoring the DynamoDB endpoint on several paths at once.',
	'database-recovering':
		'Requests to DynamoDB succeed. If the endpoint still does not resolve for you, flush your DNS caches.',
	launches:
		'We go on restoring launches of EC2 instances. Launch requests are limited to help this along.',
	connectivity: 'We go on working on the connectivity problems of several services.',
	'health-checks': 'We go on repairing the health monitoring of load balancers.',
	recovering: 'Recovery goes on in all Availability Zones.',
};
