import type {Conditions} from '../kernel/index.ts';
import {loseStore, setAside} from './connections.ts';
import {dropExpired} from './crowds.ts';
import type {DropletsParameters} from './droplets.parameters.ts';
import type {Droplets} from './droplets.types.ts';
import type {Second} from './second.ts';
import type {Terms} from './terms.ts';

/**
 * Stops a host and starts it again: what it held in memory is gone, queue, gate and connections alike.
 * Droplets keep running; live checks count as missed.
 */
export function restartHost(x: Droplets, terms: Terms, s: Second, host: number): void {
	if (isDown(x, host, s.now)) return;
	s.backingOff += x.held[host]!;
	x.held[host] = 0;
	loseStore(x, terms, s, host);
	x.reconnectAfterSeconds[host] = 0;
	x.downUntil[host] = s.now + terms.restart;
	x.restartedAt[host] = s.now;
	x.toRestart[host] = 0;
	if (terms.jittered) setAside(x, terms, host);
}

export function isDown(x: Droplets, host: number, now: number): boolean {
	return now < x.downUntil[host]!;
}

/** Marks the hosts a rolling restart is to reach: all but those restarted lately. Returns how many. */
export function planRolling(
	x: Droplets,
	{parameters}: Conditions<DropletsParameters>,
	size: number,
	everySeconds: number,
	now: number,
): number {
	let count = 0;
	for (let host = 0; host < x.toRestart.length; host++) {
		const recent = now - x.restartedAt[host]! < parameters.recentRestartSeconds;
		x.toRestart[host] = recent ? 0 : 1;
		if (!recent) count++;
	}
	x.rolling.active = count > 0;
	x.rolling.size = size;
	x.rolling.everySeconds = everySeconds;
	x.rolling.next = now;
	return count;
}

/** Restarts the next batch when it is due. */
export function rollOn(x: Droplets, terms: Terms, s: Second): void {
	const {rolling} = x;
	if (!rolling.active || s.now < rolling.next) return;
	let left = rolling.size;
	let host = 0;
	for (; host < terms.hosts && left > 0; host++) {
		if (x.toRestart[host] === 0) continue;
		restartHost(x, terms, s, host);
		x.toRestart[host] = 0;
		left--;
	}
	rolling.next = s.now + rolling.everySeconds;
	rolling.active = x.toRestart.includes(1);
}

/** Throws away expired work, one host after another. */
export function purgeOn(
	x: Droplets,
	terms: Terms,
	{parameters}: Conditions<DropletsParameters>,
	now: number,
): void {
	const {purge} = x;
	if (!purge.active || now < purge.next) return;
	dropExpired(x, purge.host);
	purge.host++;
	purge.next = now + parameters.purgeSecondsPerHost;
	purge.active = purge.host < terms.hosts;
}
