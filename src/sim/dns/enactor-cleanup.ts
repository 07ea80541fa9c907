import {moveEnactor, moveZone} from './dns.machine.ts';
import {NEVER, type Dns} from './dns.types.ts';
import {sayDeleted} from './enactor-log.ts';
import {ENDPOINTS} from './endpoints.ts';
import {wake, waitSeconds, type Turn} from './turn.ts';
import {deleteTree, listTreesBefore} from './zones.ts';

/** CLEAN-UP begins with a list of plans by age alone, made once: what is live may change before its end. */
export function listVictims(turn: Turn): void {
	const {dns, enactor, setup} = turn;
	listTreesBefore(dns.zones, enactor.plan - setup.parameters.keepPlans, enactor.victims);
	waitForNext(turn);
}

/** Deletes the next plan on the list from every zone; with none left the Enactor is idle. */
export function deleteNext(turn: Turn): void {
	const {dns, enactor, at, setup, ctx} = turn;
	const {switches} = setup;
	const generation = isPaused(dns) ? undefined : enactor.victims.shift();
	if (generation === undefined) return finish(turn);
	const guards = {liveCheck: switches['cleanup-live-check'], floor: switches['non-zero-floor']};
	for (let endpoint = 0; endpoint < ENDPOINTS.length; endpoint++) {
		if (deleteTree(dns.zones, endpoint, generation, guards) !== 'emptied') continue;
		moveZone(dns.zoneModes[endpoint]!, 'TREE_DELETED');
		dns.danglingSince[endpoint] = at;
		dns.emptied++;
	}
	sayDeleted(enactor, at, ctx);
	waitForNext(turn);
}

function waitForNext(turn: Turn): void {
	waitSeconds(turn, turn.enactor.victims.length > 0 ? turn.setup.parameters.deleteSeconds : 0);
}

function finish(turn: Turn): void {
	const {dns, enactor} = turn;
	moveEnactor(enactor.mode, 'CLEANED');
	enactor.victims.length = 0;
	enactor.plan = -1;
	enactor.nextAt = NEVER;
	if (dns.newestPlan > enactor.published) wake(turn);
}

function isPaused(dns: Dns): boolean {
	return dns.automations.some(automation => automation.id === 'cleanup' && automation.paused);
}
