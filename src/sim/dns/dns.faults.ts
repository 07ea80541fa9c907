import {
	cancel,
	ENDPOINT_IDS,
	endTrouble,
	faultsFor,
	NAME_ELSEWHERE_EMPTY,
	plan,
	SECONDS,
	tick,
} from '../kernel/index.ts';
import {ELSEWHERE} from './race-elsewhere.ts';
import {moveZone} from './dns.machine.ts';
import type {DnsParameters} from './dns.parameters.ts';
import {NEVER, type Dns} from './dns.types.ts';
import {endpointIndex} from './endpoints.ts';
import {rebuild, repoint} from './hand-edits.ts';
import {isDangling, loseTree, NO_TREE} from './zones.ts';

const fault = faultsFor<Dns, DnsParameters>();

const ENACTOR = {kind: 'whole', min: 0, max: 2, unit: 'place among the three'} as const;
const ENDPOINT = {kind: 'word', words: ENDPOINT_IDS} as const;

export const DNS_FAULTS = {
	'slow-enactor': fault({
		kind: 'fault',
		what: 'an Enactor becomes so many times slower than healthy: what the race of 19 October needs',
		blanks: {
			enactor: ENACTOR,
			factor: {kind: 'decimal', min: 1, max: 10_000, unit: 'times'},
			seconds: SECONDS,
		},
		optional: ['seconds'],
		apply: (dns, {enactor, factor, seconds}, _setup, {now}) => {
			const slow = dns.enactors[enactor]!;
			slow.slowness = factor;
			slow.slowUntil = seconds === undefined ? NEVER : 1000 * (now + seconds);
		},
	}),
	'heal-enactor': fault({
		kind: 'recovery',
		what: 'an Enactor is as fast as ever',
		blanks: {enactor: ENACTOR},
		apply: (dns, {enactor}) => {
			dns.enactors[enactor]!.slowness = 1;
		},
	}),
	'lose-tree': fault({
		kind: 'fault',
		what: 'the tree that a name leads to is gone, as the race leaves it: the name answers with nothing',
		blanks: {endpoint: ENDPOINT, rollback: {kind: 'word', words: ['lost']}},
		optional: ['rollback'],
		apply: (dns, {endpoint: id, rollback}, _setup, {now}) => {
			const endpoint = endpointIndex(id);
			if (isDangling(dns.zones, endpoint) || dns.zones.pinned[endpoint] !== 0) return;
			loseTree(dns.zones, endpoint);
			if (rollback === 'lost') dns.zones.rollback[endpoint] = NO_TREE;
			moveZone(dns.zoneModes[endpoint]!, 'TREE_DELETED');
			dns.danglingSince[endpoint] = 1000 * now;
			dns.emptied++;
			dns.stale = true;
		},
	}),
	'race-elsewhere': fault({
		kind: 'fault',
		what: 'in another Region the same race is under way: in so many seconds its name is empty, unless its automation is paused by then',
		blanks: {seconds: SECONDS},
		apply: (_dns, {seconds}, _setup, ctx) => {
			const at = tick(ctx.now + Math.ceil(seconds));
			plan(ctx.agenda, at, ELSEWHERE, ELSEWHERE, {type: 'RACE_WON'});
		},
	}),
	'restore-name-elsewhere': fault({
		kind: 'recovery',
		what: 'the name of the other Region leads to addresses again, by the hand of its own people',
		blanks: {},
		apply: (_dns, _args, _setup, ctx) => {
			cancel(ctx.agenda, ELSEWHERE);
			endTrouble(ctx, NAME_ELSEWHERE_EMPTY);
		},
	}),
	'restore-tree': fault({
		kind: 'recovery',
		what: 'a name that answered with nothing leads to a tree again, by the hand of its own team',
		blanks: {endpoint: ENDPOINT},
		apply: (dns, {endpoint: id}) => {
			if (!isDangling(dns.zones, endpointIndex(id))) return;
			if (!repoint(dns, id, undefined).ok) rebuild(dns, id);
			dns.stale = true;
		},
	}),
};
