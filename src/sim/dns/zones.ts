import {assert} from '../kernel/index.ts';

/** Plans are numbered from 0 to this, exclusive: four days of them, a plan a minute. */
export const GENERATIONS_MAX = 4096;
const WORDS = GENERATIONS_MAX / 32;

export const NOBODY = -1;
export const NO_TREE = -1;

/**
 * The hosted zones, one index an endpoint. `root` is the alias under the public name, `rollback` the
 * alias beside it, both as the generation of the tree they point at; `trees` has a bit for each
 * generation that is built. `lockValue` stands for the whole text of the TXT record, which no two
 * writers ever share.
 */
export type Zones = {
	readonly root: Int32Array;
	readonly rollback: Int32Array;
	readonly lockValue: Int32Array;
	readonly lockHolder: Int32Array;
	readonly lockUntil: Float64Array;
	readonly trees: Int32Array;
	/** Addresses set by hand in place of the alias; 0 while the name is an alias. */
	readonly pinned: Int32Array;
};

/** Who asks for what: the belief is the lock value the Enactor read before it went to work. */
export type LockClaim = {
	readonly enactor: number;
	readonly belief: number;
	readonly at: number;
	readonly until: number;
};

export type InstallGuards = {readonly fencing: boolean; readonly missingTargetOk: boolean};
export type InstallResult =
	'installed' | 'unchanged' | 'lock-lost' | 'tree-missing' | 'target-missing' | 'fenced';

export type DeleteGuards = {readonly liveCheck: boolean; readonly floor: boolean};
export type DeleteResult = 'deleted' | 'emptied' | 'spared' | 'absent';

export function createZones(endpoints: number, generation: number, keep: number): Zones {
	const zones: Zones = {
		root: new Int32Array(endpoints).fill(generation),
		rollback: new Int32Array(endpoints).fill(generation - 1),
		lockValue: new Int32Array(endpoints),
		lockHolder: new Int32Array(endpoints).fill(NOBODY),
		lockUntil: new Float64Array(endpoints),
		trees: new Int32Array(endpoints * WORDS),
		pinned: new Int32Array(endpoints),
	};
	for (let endpoint = 0; endpoint < endpoints; endpoint++) {
		for (let old = Math.max(0, generation - keep); old <= generation; old++) {
			buildTree(zones, endpoint, old);
		}
	}
	return zones;
}

export function hasTree(zones: Zones, endpoint: number, generation: number): boolean {
	if (generation < 0) return false;
	return ((zones.trees[endpoint * WORDS + (generation >> 5)]! >>> (generation & 31)) & 1) === 1;
}

/** Creates TREE(e, g) beside the others unless it is there. */
export function buildTree(zones: Zones, endpoint: number, generation: number): void {
	assert(generation >= 0 && generation < GENERATIONS_MAX, 'a plan number is in range');
	const word = endpoint * WORDS + (generation >> 5);
	zones.trees[word] = zones.trees[word]! | (1 << (generation & 31));
}

/** Removes a tree, whatever points at it. */
export function removeTree(zones: Zones, endpoint: number, generation: number): void {
	const word = endpoint * WORDS + (generation >> 5);
	zones.trees[word] = zones.trees[word]! & ~(1 << (generation & 31));
}

/** Whether the public name leads to nothing: status OK, zero answers (canon 2.4). */
export function isDangling(zones: Zones, endpoint: number): boolean {
	return zones.pinned[endpoint] === 0 && !hasTree(zones, endpoint, zones.root[endpoint]!);
}

/**
 * The lock batch: DELETE the believed value, CREATE mine. It fails when the value has changed since it
 * was read, or when another holds it and has time left.
 */
export function takeLock(zones: Zones, endpoint: number, claim: LockClaim): boolean {
	if (zones.lockValue[endpoint] !== claim.belief) return false;
	const holder = zones.lockHolder[endpoint]!;
	const held = holder !== NOBODY && zones.lockUntil[endpoint]! > claim.at;
	if (held && holder !== claim.enactor) return false;
	zones.lockValue[endpoint] = claim.belief + 1;
	zones.lockHolder[endpoint] = claim.enactor;
	zones.lockUntil[endpoint] = claim.until;
	return true;
}

/** Replaces the lock's text by that of a free lock, which spoils every belief about it. */
export function releaseLock(zones: Zones, endpoint: number): void {
	zones.lockValue[endpoint] = zones.lockValue[endpoint]! + 1;
	zones.lockHolder[endpoint] = NOBODY;
	zones.lockUntil[endpoint] = 0;
}

/**
 * The install batch, all or nothing: my lock must stand; ROLLBACK := target of ROOT; ROOT := TREE(e, g).
 * Tree names are UUIDs, so the batch can see that a tree is its own, and not which of two is older.
 * A root without a target fails the batch: nobody thought of recording "nothing" as the way back.
 */
export function install(
	zones: Zones,
	endpoint: number,
	generation: number,
	held: number,
	guards: InstallGuards,
): InstallResult {
	if (zones.lockValue[endpoint] !== held) return 'lock-lost';
	if (!hasTree(zones, endpoint, generation)) return 'tree-missing';
	const root = zones.root[endpoint]!;
	const targetStands = zones.pinned[endpoint] === 0 && hasTree(zones, endpoint, root);
	if (!targetStands && !guards.missingTargetOk) return 'target-missing';
	if (guards.fencing && generation < root) return 'fenced';
	releaseLock(zones, endpoint);
	if (targetStands && root === generation) return 'unchanged';
	if (targetStands) zones.rollback[endpoint] = root;
	zones.root[endpoint] = generation;
	zones.pinned[endpoint] = 0;
	return 'installed';
}

/** Clean-up of one tree. Without a guard it asks nothing but whether the tree is there. */
export function deleteTree(
	zones: Zones,
	endpoint: number,
	generation: number,
	guards: DeleteGuards,
): DeleteResult {
	if (!hasTree(zones, endpoint, generation)) return 'absent';
	const live = zones.pinned[endpoint] === 0 && zones.root[endpoint] === generation;
	if (live && (guards.liveCheck || guards.floor)) return 'spared';
	if (guards.liveCheck && zones.rollback[endpoint] === generation) return 'spared';
	removeTree(zones, endpoint, generation);
	return live ? 'emptied' : 'deleted';
}

/** Generations below `before` of which any zone has a tree, oldest first, written into `list`. */
export function listTreesBefore(zones: Zones, before: number, list: number[]): void {
	list.length = 0;
	for (let word = 0; word * 32 < before; word++) {
		let bits = 0;
		for (let index = word; index < zones.trees.length; index += WORDS) bits |= zones.trees[index]!;
		if (bits === 0) continue;
		for (let bit = 0; bit < 32 && word * 32 + bit < before; bit++) {
			if (((bits >>> bit) & 1) === 1) list.push(word * 32 + bit);
		}
	}
}

/**
 * Leaves a name as the race does: the root at an old tree that is gone, the rollback at the good one before.
 * Losing the newest tree would not last: the next Enactor with the same plan would build it again.
 */
export function loseTree(zones: Zones, endpoint: number): void {
	const good = zones.root[endpoint]!;
	let old = good;
	while (hasTree(zones, endpoint, old - 1)) old--;
	// A late Enactor may have just put an old plan back, and the clean-up taken the ones before it: gone already.
	if (old === good) old = good - 1;
	assert(old >= 0, 'plans are numbered from far above zero');
	zones.rollback[endpoint] = good;
	zones.root[endpoint] = old;
	removeTree(zones, endpoint, old);
}

/** Points the public name at a tree by hand. Route 53 refuses an alias to what is not there. */
export function repointRoot(zones: Zones, endpoint: number, generation: number): boolean {
	if (!hasTree(zones, endpoint, generation)) return false;
	zones.root[endpoint] = generation;
	zones.pinned[endpoint] = 0;
	return true;
}
