import {fileURLToPath} from 'node:url';
import {readText, shelfBeside, wordFor} from '../saves/index.ts';
import {
	notesIn,
	recordedRunOf,
	SILENT,
	whyRefused,
	WORLD,
	type Journal,
	type Reference,
	type Refused,
} from '../session/index.ts';
import {startDebriefing, type Debriefing, type Known} from './debriefing.ts';
import type {LevelFolder} from './level-folder.ts';
import {scriptedPlayer} from './order-file.ts';
import {packageRoot, versionOf} from './package-root.ts';

/** Begins the debrief of a journal, with everybody that its level knows to lay it beside; a refusal where it cannot. */
export function debriefingOf(
	loaded: LevelFolder,
	journal: Journal,
	{file, state, withheld}: Asked,
): Debriefing | Refused {
	const game = versionOf(packageRoot());
	const {seed} = journal.begin;
	const refused = whyRefused(loaded.level, journal, {game});
	if (refused !== null) return refused;
	const recorded = recordedRunOf(loaded.level, journal);
	const references = [
		...scripted(loaded, seed, {id: 'day', player: 'as-it-happened', label: 'AWS that day'}),
		...scripted(loaded, seed, {id: 'expert', player: 'textbook', label: 'textbook'}),
		SILENT,
	];
	const shelf = shelfBeside(file, state);
	const program = programHash();
	const of =
		program === null
			? null
			: wordFor(recorded, loaded.level.hash, references, WORLD, game, program);
	return startDebriefing({
		...{level: loaded.level, recorded, notes: notesIn(journal), references, withheld, game},
		known: of === null ? null : ((shelf.read(of) as Known | undefined) ?? null),
		onKnown: known => {
			if (of !== null) shelf.write(of, known);
		},
	});
}

export type Asked = {
	/** The journal, beside which all that was worked out is kept. */
	readonly file: string;
	/** The folder of this user's state. */
	readonly state: string;
	readonly withheld: boolean;
};

const PROGRAM_BYTES_MAX = 64 * 1024 * 1024;

/** What the program itself is: another one may work out something else. While developing nothing is kept. */
function programHash(): string | null {
	const file = fileURLToPath(import.meta.url);
	const own = file.endsWith('.mjs') ? readText(file, PROGRAM_BYTES_MAX) : null;
	return own?.ok === true ? wordFor(own.text) : null;
}

function scripted(
	folder: LevelFolder,
	seed: string,
	{id, player, label}: Pick<Reference, 'id' | 'label'> & {readonly player: string},
): readonly Reference[] {
	const script = scriptedPlayer(folder, player, seed);
	return script === undefined ? [] : [{id, label, script}];
}
