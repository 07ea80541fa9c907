import type {Cluster} from '../nats/index.ts';
import {codesOf, PHASES} from '../host/index.ts';
import type {OnTrouble} from '../play/index.ts';
import type {Desk} from './desk.ts';
import {houseOf} from './house.ts';
import {whatOf} from './log-line.ts';
import type {RoomKeeper, ServedRoom} from './served-rooms.types.ts';

/** Joins a cluster to keep rooms on; a sentence where that cannot be. What talks to one is loaded for this alone. */
export async function keepOnCluster(
	addresses: string,
	desk: Desk,
	onTrouble: OnTrouble,
): Promise<RoomKeeper | string> {
	const {joinCluster, readCluster} = await import('../nats/index.ts');
	const address = readCluster(addresses);
	if (typeof address === 'string') return address;
	const cluster = await joinCluster(address);
	return typeof cluster === 'string' ? cluster : keeperOver(cluster, desk, onTrouble);
}

function keeperOver(cluster: Cluster, desk: Desk, onTrouble: OnTrouble): RoomKeeper {
	const {journals, secret} = cluster;
	return {
		secret,
		houseFor: who => ({...houseOf({...desk, who}), journals}),
		async keep(rooms) {
			const isKnown = await cluster.keep(rooms);
			return isKnown ? undefined : 'The cluster is not told yet which rooms are open here.';
		},
		async release(closed) {
			await closed;
			await cluster.leave();
		},
		elsewhere: (digest, port) => cluster.elsewhere(digest, port),
		isWell: () => cluster.isWell,
		others: () =>
			cluster.others.map(({entry: {id, title, listed}, said}) => ({
				...{id, title, listed, codes: codesOf(secret, id), isWanting: false},
				...standingIn(said),
			})),
		begin({takeUp, settle, lose, list, lobby}) {
			cluster.attend({
				...{lose, lostJournal: lose},
				async take(room) {
					await takeUp(room);
					await settle();
				},
				say: () =>
					Object.fromEntries(list().map(({id, status, clock}) => [id, {...status, clock}])),
				welcome: port => lobby.enter(port),
				failed(error) {
					onTrouble(whatOf(error));
				},
			});
		},
	};
}

/** How a room stands by what its server says; one that says nothing now is stopped. */
function standingIn(said: unknown): Pick<ServedRoom, 'status' | 'clock'> {
	const fields: Readonly<Record<string, unknown>> =
		typeof said === 'object' && said !== null ? {...said} : {};
	const count = (name: string) => (typeof fields[name] === 'number' ? fields[name] : 0);
	return {
		clock: typeof fields['clock'] === 'string' ? fields['clock'] : '',
		status: {
			phase: PHASES.find(phase => phase === fields['phase']) ?? 'stopped',
			seats: count('seats'),
			taken: count('taken'),
			here: count('here'),
			missedSeconds: count('missedSeconds'),
		},
	};
}
