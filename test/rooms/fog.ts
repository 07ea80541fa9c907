import {divisionOf} from '../../src/host/index.ts';
import {hears, planFor} from '../../src/session/index.ts';
import type {Down} from '../../src/team/index.ts';
import {createRemote, type Remote} from '../../src/team/remote/index.ts';
import {difference} from '../support/hosted-room.ts';
import {standardRoles} from '../support/standard-roles.ts';

/** What a seat was sent that is not its own to see, in the frames of its connection, each taken in as it came. */
export function leaksIn(frames: readonly string[], players: number): readonly unknown[] {
	const roles = standardRoles();
	const plan = planFor(players, roles, 'thick');
	let remote: Remote | undefined;
	const leaks: unknown[] = [];
	for (const frame of frames) {
		const down = JSON.parse(frame) as Down;
		if (down.kind === 'welcome') remote = createRemote(down, () => true);
		remote?.hear(down);
		if (down.kind !== 'see' || remote?.seen === undefined) continue;
		const {observation, welcome} = remote;
		const seat = plan.seats.find(({id}) => id === welcome.seat);
		if (seat === undefined) throw new RangeError(`no seat ${welcome.seat}`);
		// What has gone through the eyes of a seat comes out of them as it went in.
		const again = divisionOf(plan, roles, {alerts: [], readBack: 'free'}).see(seat, observation);
		const leak = difference(comparable(observation), comparable(again));
		if (leak !== undefined) leaks.push(leak);
		const own = new Set(again.alerts.map(({id}) => id));
		leaks.push(...observation.alerts.filter(alert => !own.has(alert.id) && !isCount(alert)));
		for (const {by, to} of observation.room?.messages ?? []) {
			if (!hears(seat, {by, to}, {})) leaks.push({by, to});
		}
		leaks.push(...keptBeyond(observation));
	}
	return leaks;
}

/** What of a room is a seat's only where it has heard, was asked or sees what it is about. */
function keptBeyond({room, orders}: Remote['observation']): readonly unknown[] {
	if (room === null) return [];
	const {served, timeline, messages, loops} = room;
	const numbers = {
		said: messages.map(({n}) => n),
		request: loops.map(({n}) => n),
		order: orders.map(({order}) => order),
	};
	const unheard = timeline.filter(({entry: {kind, n}}) => !numbers[kind].includes(n));
	return [...(served === null ? [] : [served]), ...unheard];
}

/** Of a group that is counted, how many stand and nothing else. */
function isCount({id, group, title}: Remote['observation']['alerts'][number]): boolean {
	return id === group && new RegExp(`^${group}: \\d+ alerts?$`, 'u').test(title);
}

/** News are counted from what was seen before, and what is withheld of orders is listed anew. */
function comparable(observation: Remote['observation']) {
	const {withheld} = observation;
	return {...observation, alerts: [], news: 0, withheld: withheld.panels, room: null};
}
