import type {Setup} from '../kernel/index.ts';
import {loseStore, setAside} from './connections.ts';
import {dropExpired} from './crowds.ts';
import {HOST} from './dwfm.machine.ts';
import type {DwfmParameters} from './dwfm.parameters.ts';
import type {Dwfm} from './dwfm.types.ts';
import type {Scratch} from './scratch.ts';
import type {Constants} from './constants.ts';

/**
 * Stops a host and starts it again: what it held in memory is gone, queue, gate and connections alike.
 * Droplets keep running; live checks count as missed.
 */
export function restartHost(
	dwfm: Dwfm,
	constants: Constants,
	scratch: Scratch,
	host: number,
): void {
	if (isDown(dwfm, host)) return;
	scratch.backingOff += dwfm.held[host]!;
	dwfm.held[host] = 0;
	loseStore(dwfm, constants, scratch, host, 'RESTARTED');
	dwfm.reconnectAfterSeconds[host] = 0;
	dwfm.downUntil[host] = scratch.now + constants.restart;
	dwfm.restartedAt[host] = scratch.now;
	dwfm.toRestart[host] = 0;
	if (constants.jittered) setAside(dwfm, constants, host);
}

export function isDown({hostModes}: Dwfm, host: number): boolean {
	return hostModes[host] === HOST.restarting;
}

/** Marks the hosts a rolling restart is to reach: all but those restarted lately. Returns how many. */
export function planRolling(
	dwfm: Dwfm,
	{parameters}: Setup<DwfmParameters>,
	size: number,
	everySeconds: number,
	now: number,
): number {
	let count = 0;
	for (let host = 0; host < dwfm.toRestart.length; host++) {
		const recent = now - dwfm.restartedAt[host]! < parameters.recentRestartSeconds;
		dwfm.toRestart[host] = recent ? 0 : 1;
		if (!recent) count++;
	}
	dwfm.rolling.active = count > 0;
	dwfm.rolling.size = size;
	dwfm.rolling.everySeconds = everySeconds;
	dwfm.rolling.next = now;
	return count;
}

/** Restarts the next batch when it is due. */
export function rollOn(dwfm: Dwfm, constants: Constants, scratch: Scratch): void {
	const {rolling} = dwfm;
	if (!rolling.active || scratch.now < rolling.next) return;
	let left = rolling.size;
	let host = 0;
	for (; host < constants.hosts && left > 0; host++) {
		if (dwfm.toRestart[host] === 0) continue;
		restartHost(dwfm, constants, scratch, host);
		dwfm.toRestart[host] = 0;
		left--;
	}
	rolling.next = scratch.now + rolling.everySeconds;
	rolling.active = dwfm.toRestart.includes(1);
}

/** Throws away expired work, one host after another. */
export function purgeOn(
	dwfm: Dwfm,
	constants: Constants,
	{parameters}: Setup<DwfmParameters>,
	now: number,
): void {
	const {purge} = dwfm;
	if (!purge.active || now < purge.next) return;
	dropExpired(dwfm, purge.host);
	purge.host++;
	purge.next = now + parameters.purgeSecondsPerHost;
	purge.active = purge.host < constants.hosts;
}
