import type {Switches} from '../kernel/index.ts';
import {ENDPOINTS} from './endpoints.ts';
import type {Dns} from './dns.types.ts';

/** The name of a record tree: a UUID, or something people can read where the switch says so (canon 2.3). */
export function treeName(
	dns: Dns,
	endpoint: number,
	generation: number,
	switches: Switches,
): string {
	if (generation < 0) return 'none';
	if (switches['human-readable-names']) {
		return `plan-${String(generation)}.${ENDPOINTS[endpoint]!.id}`;
	}
	const [first = 0, second = 0] = dns.nameKeys;
	let word = mix(first ^ Math.imul(generation + 1, 0x9e3779b9), second + endpoint);
	let digits = '';
	for (let part = 0; part < 4; part++) {
		word = mix(word, part + 1);
		digits += (word >>> 0).toString(16).padStart(8, '0');
	}
	const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`];
	return [...parts, `a${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}

function mix(a: number, b: number): number {
	let h = Math.imul(a ^ (a >>> 16), 0x85ebca6b) + Math.imul(b + 0x7ed55d16, 0xc2b2ae35);
	h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f);
	return h ^ (h >>> 15);
}
