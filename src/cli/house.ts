import path from 'node:path';
import {textsToRead, type House, type OnTrouble, type Through} from '../play/index.ts';
import {shownPath} from '../saves/disk/index.ts';
import {
	changeSettings,
	endedRunsIn,
	glanceAtRuns,
	note,
	profileOf,
	provenEnds,
} from '../saves/glance/index.ts';
import type {Desk} from './desk.ts';
import {levelCards} from './level-cards.ts';
import {dress} from './looks.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';
import {PROSE} from './texts-to-read.ts';
import type {WhoPlays} from './who-plays.ts';

type Places = Pick<Desk, 'config' | 'state' | 'folder' | 'who'>;

// What reads journals needs the Region, and the menu does not wait for that.
const region = () => import('../saves/index.ts');

/** What is kept for a player, on disk. `makeRoom` gives the screen back before a fault of ours is told. */
export function houseOf(places: Places, makeRoom?: () => Promise<void>): House {
	const {config, state, folder, who} = places;
	return {
		versions: {game: versionOf(packageRoot()), node: nodeMajor()},
		journals: journalsIn(folder, who),
		profile: () => profileOf(state),
		note: entries => note(state, entries, () => endedRunsIn(folder), new Date()),
		endedRuns: () => endedRunsIn(folder),
		glances: () => glanceAtRuns(folder, provenEnds(state)),
		levelCards,
		level: async name => (await import('./level-folder.ts')).loadLevel(name),
		levelOf: async (journal, name) => (await import('./level-folder.ts')).levelOf(journal, name),
		rolesOf: async level => (await import('./level-roles.ts')).rolesFor(level),
		texts: (levels, runs) => textsToRead(PROSE, levels, runs),
		changeSettings: async changed => (await changeSettings(config, changed, new Date())).said,
		dress,
		keep: async started => (await import('./kept-run.ts')).keepRun(started, makeRoom),
		scoring: async (loaded, journal) =>
			(await import('./debrief-of.ts')).scoringOf(loaded, journal),
		debriefing: async (loaded, journal, of) =>
			(await import('./debrief-of.ts')).debriefingOf(loaded, journal, {...of, state}),
	};
}

/** Journals in a folder, and beside each new one who plays it. */
function journalsIn(folder: string, who: WhoPlays): House['journals'] {
	async function named<Session>(through: Through<Session>, onTrouble: OnTrouble) {
		if (!through.ok) return through;
		const trouble = (await import('./keep-name.ts')).keepName(through.file.path, who);
		if (trouble !== undefined) onTrouble(trouble);
		return through;
	}
	return {
		read: async file => (await region()).readJournal(file),
		left: async (level, ofRoom = false) => (await region()).leftRun(folder, level, {ofRoom}),
		begin: async (run, live, onTrouble) =>
			named(
				(await region()).beginRun(folder, {...run, startedAt: new Date()}, live, {onTrouble}),
				onTrouble,
			),
		takeUp: async (file, live, onTrouble) =>
			named((await region()).takeUpRun(file, live, {onTrouble}), onTrouble),
		nameOf: file => path.basename(file),
		fileOf: name => path.join(folder, path.basename(name)),
		shown: shownPath,
		advice: {
			anew: '`outage-oncall play --new` starts another run.',
			elsewhere: 'Give another folder with `--saves DIR`.',
		},
	};
}
