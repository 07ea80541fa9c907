import fs from 'node:fs';
import path from 'node:path';
import {glanceAtRuns, SETTING_NAMES, SETTINGS, spoken, type Glance} from '../saves/glance/index.ts';
import type {MenuData, TextCard} from '../view/menu/index.ts';
import type {Desk} from './desk.ts';
import {levelCards} from './level-cards.ts';
import {packageRoot, programFolder, versionOf} from './package-root.ts';
import {runCards} from './run-cards.ts';

/** What the menu shows, and the files behind its runs, in the same order. */
export type Shelf = {readonly data: MenuData; readonly runs: readonly Glance[]};

/** Reads what the menu shows: first and last lines of journals, compiled levels, texts. */
export async function readShelf(desk: Desk): Promise<Shelf> {
	const runs = glanceAtRuns(desk.folder);
	const levels = await levelCards(runs);
	const now = new Date();
	return {
		runs,
		data: {
			version: versionOf(packageRoot()),
			today: now.toISOString().slice(0, 10),
			levels,
			runs: runCards(runs, levels, now),
			settings: SETTING_NAMES.map(name => ({
				...SETTINGS[name],
				name: spoken(name),
				value: desk.settings[name],
			})),
			texts: runbooks(),
			graphs: desk.looks.graphs,
		},
	};
}

const TITLE = /^#\s+(.+)$/mu;

/** What is written down for whoever is on call. */
function runbooks(): readonly TextCard[] {
	const beside = path.join(programFolder(), 'runbooks');
	const folder = fs.existsSync(beside) ? beside : path.join(packageRoot(), 'docs', 'runbooks');
	if (!fs.existsSync(folder)) return [];
	return fs
		.readdirSync(folder)
		.filter(name => name.endsWith('.md'))
		.sort()
		.map(name => {
			const text = fs.readFileSync(path.join(folder, name), 'utf8');
			return {
				id: path.basename(name, '.md'),
				title: TITLE.exec(text)?.[1] ?? name,
				text: text.replace(TITLE, '').trimStart(),
				sealed: null,
			};
		});
}
