import {beginsAsOneOf} from '../../sim/index.ts';
import type {OwnRoles} from './roles.types.ts';

/**
 * The areas whose order or look this is, given its canonical words or how they begin. Where the words begin as those of
 * several do, the longest beginning has them: `pin zone` is not `pin`.
 */
export function ownersOf(words: string, {areas}: Pick<OwnRoles, 'areas'>): readonly string[] {
	let longest = 0;
	let owners: string[] = [];
	for (const [id, {orders, looks}] of Object.entries(areas)) {
		for (const begins of [...orders, ...looks]) {
			if (begins.length < longest || !beginsAsOneOf([begins], words)) continue;
			if (begins.length > longest) owners = [];
			longest = begins.length;
			owners.push(id);
		}
	}
	return owners;
}
