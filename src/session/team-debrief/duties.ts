import {ownersOf, type Condition, type Level, type Roles} from '../../level/index.ts';
import type {TaskResult} from '../goals/index.ts';
import type {Seat} from '../talk/index.ts';
import type {Duty, Relay} from './team-debrief.types.ts';

export type DutyInputs = {
	readonly level: Pick<Level, 'tasks'>;
	readonly roles: Roles;
	readonly seats: readonly Seat[];
	readonly tasks: readonly TaskResult[];
	readonly relays: readonly Relay[];
	/** The second in which the run ended or was left. */
	readonly until: number;
};

/** What was critical, and whose it was: the level's tasks, and facts that had to be said in time. */
export function dutiesOf({level, roles, seats, tasks, relays, until}: DutyInputs): readonly Duty[] {
	const ofTasks = tasks.flatMap((task): readonly Duty[] => {
		const row = level.tasks.find(({id}) => id === task.id);
		if (row === undefined || task.state === 'spared') return [];
		const areas = row.of ?? areasIn(row.met, roles);
		const holders = seats.filter(seat => seat.areas.some(area => areas.includes(area)));
		const {id, what, state, tick} = task;
		return [{id, what, kind: 'task', seats: holders.map(seat => seat.id), state, at: tick}];
	});
	const ofFacts = relays.flatMap((relay): readonly Duty[] => {
		const {id, what, of, own, dueAt, overAt, reached} = relay;
		if (own || dueAt === null) return [];
		const seatsOf = [of];
		const inTime = reached !== null && reached.at <= dueAt;
		const isPast = overAt !== null && overAt < dueAt;
		if (!inTime && isPast) return [];
		const state = inTime ? 'met' : until >= dueAt ? 'missed' : 'open';
		const at = inTime ? reached.at : state === 'missed' ? dueAt : null;
		return [{id, what: `say that ${what}`, kind: 'fact', seats: seatsOf, state, at}];
	});
	return [...ofTasks, ...ofFacts];
}

/** The areas whose orders a task is done with. */
function areasIn(condition: Condition, roles: Roles): readonly string[] {
	const orders = ordersIn(condition);
	return [...new Set(orders.flatMap(words => ownersOf(words, roles)))];
}

function ordersIn(condition: Condition): readonly string[] {
	if ('done' in condition) return [condition.done];
	if ('given' in condition) return [condition.given];
	if ('automation' in condition) {
		const verb = condition.is === 'paused' ? 'pause' : 'resume';
		return [`${verb} ${condition.automation}`];
	}
	if ('updates' in condition) return ['update'];
	if ('all' in condition) return condition.all.flatMap(ordersIn);
	if ('any' in condition) return condition.any.flatMap(ordersIn);
	if ('not' in condition) return ordersIn(condition.not);
	if ('holds' in condition) return ordersIn(condition.holds);
	if ('first' in condition) return [...ordersIn(condition.first), ...ordersIn(condition.then)];
	return [];
}
