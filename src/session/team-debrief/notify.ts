import {look} from '../../observe/index.ts';
import {assert} from '../../sim/index.ts';
import {NIGHT_SHIFT, type Run} from '../run.ts';
import type {RoomNote} from '../talk/index.ts';
import type {Notice} from './team-debrief.types.ts';
import type {Watched} from './watch-room.ts';

/** Who was owed a word, from when, and when the first one came. */
export function noticesOf(
	run: Run,
	{suffering, sightings, groups}: Pick<Watched, 'suffering' | 'sightings' | 'groups'>,
	notes: readonly RoomNote[],
): readonly Notice[] {
	const {world, observer} = run;
	assert(observer !== null, 'a team has something to look at');
	const {chat} = look(observer, world);
	const {posts, updates} = world.incidentCall.output;
	const words = posts.filter(({by}) => by !== NIGHT_SHIFT);
	const wordAfter = (from: number) => words.find(({at}) => at >= from)?.at ?? null;
	const [{share, spans}] = suffering;
	const began = spans[0]?.from;
	const locked = sightings.find(({id}) => id === 'support-locked')?.trueAt ?? null;
	const asked = (role: string) => chat.find(each => each.role === role);
	const supportWord = updates.find(
		({at, scope}) =>
			at >= (locked ?? Infinity) && (scope === 'support' || scope === 'many-services'),
	);
	return [
		...(began === undefined
			? []
			: [
					{
						audience: 'customers',
						since: `a service failed more than ${String(100 * share)} % of its requests${byATenth(suffering)}`,
						from: began,
						word: 'the first update',
						at: wordAfter(began),
					},
				]),
		...(locked === null
			? []
			: [
					{
						audience: 'Support',
						since: 'customers could not reach it',
						from: locked,
						word: 'the first update that names it',
						at: supportWord?.at ?? null,
					},
				]),
		...(['executive', 'account-manager'] as const).flatMap(role => {
			const remark = asked(role);
			if (remark === undefined) return [];
			return [
				{
					audience: role === 'executive' ? 'the executive' : 'account managers',
					since: 'they asked',
					from: remark.at,
					word: 'the next update',
					at: earliest(wordAfter(remark.at), replyTo(role, remark.at, notes)),
				},
			];
		}),
		...[...groups].flatMap(([group, from]) => {
			const page = world.orders.find(({words: typed}) => typed === `page ${group}`);
			if (page === undefined) return [];
			const at = Math.max(from, page.at);
			return [{audience: `team ${group}`, since: 'its alarms paged', from, word: 'the page', at}];
		}),
	];
}

/** When somebody who writes was answered themselves. */
function replyTo(role: string, from: number, notes: readonly RoomNote[]): number | null {
	const reply = notes.find(
		({at, event}) => at >= from && event.kind === 'replied' && event.to === role,
	);
	return reply?.at ?? null;
}

function earliest(one: number | null, other: number | null): number | null {
	return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** What a tenth of the share either way would change, in minutes of the night; nothing where it changes none. */
function byATenth([as, ...others]: Watched['suffering']): string {
	const from = as.spans[0]?.from ?? 0;
	const minutes = others.map(({spans}) => Math.round(((spans[0]?.from ?? from) - from) / 60));
	return minutes.every(each => each === 0)
		? ' (a tenth less or more changes no minute)'
		: ` (${minutes.map(each => String(Math.abs(each))).join(' min earlier, ')} min later by a tenth less, more)`;
}
