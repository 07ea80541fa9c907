import {networkInterfaces} from 'node:os';
import {isLoopback, type Codes, type Place} from '../host/index.ts';
import type {Level} from '../level/index.ts';
import type {RoomPlan} from '../session/index.ts';
import {printLines} from './prose.ts';
import {waysTo} from './room-ways.ts';
import {print} from './terminal-text.ts';

/** Says how others join a room, and who can read along. */
export async function tellHow(
	place: Place,
	codes: Codes,
	title: string,
	plan: RoomPlan,
): Promise<void> {
	const {address, tls} = place;
	const {player, observer, facilitator, board} = waysTo(baseOf(place), codes);
	const indent = ' '.repeat('facilitator  '.length);
	const seats = plan.seats.map(({id}) => id).join(', ');
	print(
		[
			`${title}: a room with the seats ${seats}.`,
			`players      ${player.join}`,
			`${indent}${player.page}`,
			`observers    ${observer.join}`,
			`${indent}${observer.page}`,
			`facilitator  ${facilitator.join}`,
			`${indent}${facilitator.page}`,
			`board        ${board.page}`,
		].join('\n'),
	);
	if (process.stdout.isTTY) {
		(await import('./qr-code.ts')).printQrCode(player.page);
	}
	printLines([
		'Time waits until every seat is taken, or until somebody says: pace 4. ctrl-c closes the room.',
	]);
	if (isAnywhere(address)) {
		printLines(['Any other name or address of this machine works in its place.']);
	}
	if (tls === undefined && !isLoopback(address)) {
		printLines([
			'Without TLS others on the network can read along, codes included: --cert and --key keep them out.',
		]);
	}
}

function isAnywhere(address: string): boolean {
	return address === '0.0.0.0' || address === '::';
}

/** Where a browser finds a place. */
export function baseOf({port, address, tls}: Place): string {
	const secure = tls === undefined ? '' : 's';
	return `http${secure}://${shownHost(address)}:${String(port)}`;
}

/** The address as others write it: of a machine that listens everywhere, one that it has on its network. */
function shownHost(address: string): string {
	const own = Object.values(networkInterfaces()).flatMap(each => each ?? []);
	const outer = own.find(({family, internal}) => family === 'IPv4' && !internal);
	const shown = isAnywhere(address) ? (outer?.address ?? address) : address;
	return shown.includes(':') ? `[${shown}]` : shown;
}

/** Where a level has less to do than a room has seats. */
export function whyIdle(
	{title, people}: Pick<Level, 'title' | 'people'>,
	seats: number,
): string | undefined {
	if (people === null || seats <= people) return undefined;
	const count = String(people);
	return `${title} has work for ${count} people: of ${String(seats)} seats some will only watch. \`--players ${count}\` fills it.`;
}
