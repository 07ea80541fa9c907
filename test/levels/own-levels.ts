import fs from 'node:fs';
import path from 'node:path';
import type {Level} from '../../src/level/index.ts';
import {parseLevel} from '../../src/level/file/index.ts';
import {parseOrderFile, VOCABULARY, type PlayerScript} from '../../src/session/index.ts';
import {ROOT} from '../support/tree.ts';

const LEVELS = path.join(ROOT, 'levels');

/** Every level that ships, in the order of the ladder and then by name. */
export function ownLevels(): readonly Level[] {
	return fs
		.readdirSync(LEVELS, {withFileTypes: true})
		.filter(entry => entry.isDirectory())
		.map(({name}) => levelNamed(name))
		.sort((a, b) => (a.ladder ?? 100) - (b.ladder ?? 100) || (a.id < b.id ? -1 : 1));
}

/** The scripts of a level's players, by their names. */
export function scriptsOf(level: Level): Readonly<Record<string, PlayerScript>> {
	const folder = path.join(LEVELS, level.id, 'players');
	const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
	return Object.fromEntries(
		names.map(name => {
			const parsed = parseOrderFile(
				fs.readFileSync(path.join(folder, name), 'utf8'),
				level,
				level.seed,
			);
			if (!parsed.ok) throw new Error(`${level.id}/${name}: ${JSON.stringify(parsed.problems)}`);
			return [name.replace(/\.orders$/, ''), {orders: parsed.orders, rules: parsed.rules}];
		}),
	);
}

/** One of them, by its id. */
export function levelNamed(name: string): Level {
	const text = fs.readFileSync(path.join(LEVELS, name, 'level.yaml'), 'utf8');
	const parsed = parseLevel(text, VOCABULARY);
	if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
	if (parsed.level.id !== name) throw new Error(`${name} calls itself ${parsed.level.id}`);
	return parsed.level;
}
