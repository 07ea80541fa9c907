import {EVERYONE, ownersOf, type Roles, type Seat} from '../../level/index.ts';
import type {Sees} from '../../observe/index.ts';
import {beginsAsOneOf, isInspection, wordsOf, type Order} from '../../sim/index.ts';

/** Who sits in a room. */
export type Seating = {readonly roles: Roles; readonly seats: readonly Seat[]};

const OF_ALERTS: readonly string[] = ['ack', 'shelve', 'unshelve'];

/** Why a seat may not give an order: whose it is, in a sentence. Undefined where it may. */
export function whyNotTheirs(
	order: Order,
	seat: Seat,
	sees: Sees,
	{roles, seats}: Seating,
): string | undefined {
	const words = wordsOf(order);
	const owners = ownersOf(words, roles);
	const isTheirs = isInspection(order)
		? !beginsAsOneOf(sees.withheld, words)
		: owners.some(id => id === EVERYONE || seat.areas.includes(id));
	if (!isTheirs) return whose(owners, seats);
	if (!OF_ALERTS.includes(order.id)) return undefined;
	const [, alert = ''] = words.split(' ');
	const has = alert === 'all' || sees.groups.includes(alert) || sees.alerts[alert] === 'full';
	return has ? undefined : 'That alert is not on your panel.';
}

function whose(owners: readonly string[], seats: readonly Seat[]): string {
	const theirs = seats.filter(({areas}) => owners.some(id => areas.includes(id)));
	if (theirs.length === 0) return 'Nobody here can run that command.';
	return `That command is ${theirs.map(({id}) => `${id}’s`).join(' or ')}.`;
}
