import {numberAt} from '../sim/index.ts';
import type {World} from '../sim/index.ts';
import {metricIndex} from './metrics.ts';
import {OBSERVE_PARAMETERS} from './observe.parameters.ts';
import type {Post} from './observation.types.ts';
import {LOST, type Pipeline} from './pipeline.ts';
import {isAllWell, publishable, SENTENCES} from './post-words.ts';

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
] as const satisfies readonly (keyof typeof SENTENCES)[];
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
		post(room, 'errors', counts, world);
		return;
	}
	if (room.told === 'over') return reopen(room, counts, pipeline, world);
	const story = storyOf(counts, pipeline, world);
	if (story !== room.forming) {
		room.forming = story;
		room.formingSince = now;
	}
	const isNew = story !== room.told && now - room.formingSince >= TELL_SECONDS;
	const isDue = now - room.postedAt >= UPDATE_SECONDS;
	if (isNew && now - room.postedAt >= TELL_APART_SECONDS) post(room, story, counts, world);
	else if (isDue) post(room, room.told, counts, world);
}

/** After the closing post only a service that fails again brings the desk back. */
function reopen(room: Newsroom, counts: Counts, pipeline: Pipeline, world: World): void {
	if (counts.impacted > 0) post(room, storyOf(counts, pipeline, world), counts, world);
}

function storyOf(counts: Counts, pipeline: Pipeline, world: World): Story {
	const {now} = world;
	const at = (id: string) => numberAt(pipeline.values, metricIndex(id));
	if (counts.impacted === 0 && counts.resolved > 0) {
		// The call is asked before the last word is said.
		return isAllWell(world) ? 'over' : 'recovering';
	}
	if (at('dynamodb.customerErrors') > 0.05) {
		return now - counts.openedAt > 3_600 ? 'database' : 'errors';
	}
	if (at('nlb.errors') > 0.005) {
		return at('nlb.checkDelay') > 10 ? 'health-checks' : 'connectivity';
	}
	if (at('ec2.successShare') < 0.9 || at('network.latency') > 600) return 'launches';
	return counts.resolved * 4 < counts.impacted ? 'database-recovering' : 'recovering';
}

function post(room: Newsroom, story: Story, counts: Counts, world: World): void {
	const {now} = world;
	const again = room.told === story && story !== 'over';
	const {first, again: next} = SENTENCES[story];
	const {impacted, resolved} = counts;
	const listed = `${String(impacted)} services impacted, ${String(resolved)} resolved.`;
	const text =
		`${publishable(again ? next : first, world)} ${impacted > 2 ? listed : ''}`.trimEnd();
	room.posts.push({at: now, by: STATUS_DESK, text});
	if (room.posts.length > POSTS_MAX) room.posts.shift();
	room.posted += 1;
	room.told = story;
	room.postedAt = now;
}
