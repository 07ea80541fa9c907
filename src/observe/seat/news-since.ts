import type {Observation, OrderReport} from '../observation.types.ts';

/**
 * How many things worth stopping for came between two looks of one seat: pages, orders that ended, posts, teams that
 * joined, panels that went dark or came back, and what the level asks for as it opened or closed.
 */
export function newsSince(before: Observation, after: Observation): number {
	const since = before.now;
	const pages = after.alerts.filter(
		({severity, raisedAt}) => severity === 'page' && raisedAt > since,
	);
	const posts = after.dashboard.posts.filter(({at}) => at > since);
	const present = ({teams}: Observation) => teams.filter(({state}) => state === 'present').length;
	const joined = Math.max(0, present(after) - present(before));
	return (
		pages.length + endedSince(before, after) + posts.length + joined + changesSince(before, after)
	);
}

function endedSince(before: Observation, after: Observation): number {
	const ended = new Set(before.orders.filter(hasEnded).map(({order}) => order));
	return after.orders.filter(report => hasEnded(report) && !ended.has(report.order)).length;
}

function hasEnded({state}: OrderReport): boolean {
	return state !== 'waiting' && state !== 'running';
}

function changesSince(before: Observation, after: Observation): number {
	const dark = differences(before.withheld.panels, after.withheld.panels) > 0 ? 1 : 0;
	const asked = ({open}: Observation) => open.filter(({needed}) => needed).map(({id}) => id);
	return dark + differences(asked(before), asked(after));
}

function differences(before: readonly string[], after: readonly string[]): number {
	const gone = before.filter(id => !after.includes(id));
	return gone.length + after.filter(id => !before.includes(id)).length;
}
