import fs from 'node:fs';
import {join} from 'node:path';
import {METRICS} from '../../src/observe/index.ts';
import {ORDERS, parseOrder, SUBSYSTEM_NAMES, SWITCH_NAMES} from '../../src/session/index.ts';
import {HARM_PARTS} from '../../src/sim/harm.ts';
import {createWorld, type World} from '../../src/sim/index.ts';
import {MILESTONES} from '../../src/sim/milestones.ts';
import {TEAMS} from '../../src/sim/kernel/index.ts';
import {ownLevels, scriptsOf} from '../levels/own-levels.ts';
import {filesBelow, ROOT} from '../support/tree.ts';
import {LEVEL} from '../verdicts/october.ts';
import {keptMeasures} from './measured.ts';

/** Something that can be used, and where it is; empty where nothing uses it. */
export type Used = {readonly name: string; readonly by: readonly string[]};

/** In which shipped levels a scripted player gives an order, by the order's id. */
function usesOfOrders(): ReadonlyMap<string, ReadonlySet<string>> {
	const uses = new Map<string, Set<string>>();
	for (const level of ownLevels()) {
		const words = Object.values(scriptsOf(level)).flatMap(({orders, rules}) => [
			...orders.map(each => each.words),
			...rules.flatMap(rule => rule.orders.map(each => each.words)),
		]);
		for (const line of words) {
			const parsed = parseOrder(line);
			if (!parsed.ok) continue;
			const {id, args} = parsed.order;
			for (const name of [id, `page ${String(args['team'] ?? '')}`])
				uses.set(name, (uses.get(name) ?? new Set()).add(level.id));
		}
	}
	return uses;
}

/** Every order that does something, with the levels whose players give it. */
export function ordersUsed(): readonly Used[] {
	const uses = usesOfOrders();
	return Object.entries(ORDERS)
		.filter(([, {kind}]) => kind === 'do')
		.map(([id]) => ({name: id, by: [...(uses.get(id) ?? [])].sort()}));
}

/** Every team, with the levels in which somebody pages it for an order that needs it. */
export function teamsUsed(): readonly Used[] {
	const uses = usesOfOrders();
	return TEAMS.map(team => {
		const needed = Object.entries(ORDERS).filter(([, spec]) => spec.team === team);
		const levels = needed.flatMap(([id]) => [...(uses.get(id) ?? [])]);
		return {name: team, by: [...new Set(levels)].sort()};
	});
}

/** Every switch, with when it first makes another night of the night as it happened, or what of it is seen otherwise. */
export function switchesUsed(): readonly Used[] {
	const {switches} = keptMeasures();
	return SWITCH_NAMES.map(name => {
		const at = switches[name] ?? null;
		if (at !== null) return {name, by: [`another night by ${at}`]};
		return {name, by: seenIn(`'${name}'`).map(path => `what is seen, in ${path}`)};
	});
}

const OBSERVING = filesBelow('src/observe', /\.ts$/).map(
	path => [path, fs.readFileSync(join(ROOT, path), 'utf8')] as const,
);

function seenIn(words: string): readonly string[] {
	return OBSERVING.filter(([, text]) => text.includes(words)).map(([path]) => path);
}

/** Every output of every subsystem, with the metric, the part of the harm, the milestone or what is seen that reads it. */
export function outputsUsed(): readonly Used[] {
	const world = createWorld({...LEVEL, seed: LEVEL.seed, switches: []});
	const metrics = readBy(world);
	return SUBSYSTEM_NAMES.flatMap(part =>
		Object.keys(world[part].output).map(field => {
			const name = `${part}.${field}`;
			const ids = metrics.get(name) ?? [];
			const reading = new RegExp(
				`\\b${part}\\b[^;]*\\b${field}\\b|\\b${field}\\b[^;]*\\b${part}\\b`,
				'u',
			);
			const files = OBSERVING.filter(([, text]) => reading.test(text)).map(([path]) => path);
			return {name, by: ids.length > 0 ? ids.slice(0, 2) : files.slice(0, 1)};
		}),
	);
}

/** What is seen of the Region, what counts in it, and what it is measured by. */
const READERS: readonly {readonly id: string; readonly read: (world: World) => unknown}[] = [
	...METRICS,
	...HARM_PARTS.map(({id, rate}) => ({id: `harm ${id}`, read: rate})),
	...MILESTONES.map(({id, holds}) => ({id: `milestone ${id}`, read: holds})),
];

/** Which outputs each of them reads, seen by watching it read. */
function readBy(world: World): ReadonlyMap<string, readonly string[]> {
	const found = new Map<string, string[]>();
	for (const {id, read} of READERS) {
		const watched = new Proxy(world, {
			get(target, part: keyof World) {
				const state = target[part] as {readonly output?: object};
				if (state.output === undefined) return state;
				const output = new Proxy(state.output, {
					get(own, field: string) {
						const name = `${part}.${field}`;
						if (!(found.get(name) ?? []).includes(id))
							found.set(name, [...(found.get(name) ?? []), id]);
						return own[field as keyof typeof own];
					},
				});
				return {...state, output};
			},
		});
		read(watched);
	}
	return found;
}
