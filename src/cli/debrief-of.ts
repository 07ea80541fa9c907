import type {LevelTexts, Scoring} from '../play/index.ts';
import {
	checkedBy,
	startDebriefing,
	startScoring,
	toDebrief,
	type Debriefing,
	type DebriefOptions,
} from '../play/runs/index.ts';
import {shelfBeside, wordFor} from '../saves/index.ts';
import {
	teamDebriefOf,
	WORLD,
	type Journal,
	type Refused,
	type TeamDebrief,
} from '../session/index.ts';
import {debriefCrew} from './debrief-crew.ts';
import {rolesFor} from './level-roles.ts';
import {packageRoot, versionOf} from './package-root.ts';
import {programHash} from './program-hash.ts';

/** Begins the debrief of a journal, with everybody that its level knows to lay it beside; a refusal where it cannot. */
export async function debriefingOf(
	loaded: LevelTexts,
	journal: Journal,
	{file, state, withheld, team}: Asked,
): Promise<Debriefing | Refused> {
	const game = versionOf(packageRoot());
	const options = toDebrief(loaded, journal, {game, withheld, team});
	const {level, recorded, references} = options;
	const crew = debriefCrew();
	const refused = await checkedBy(crew, {level, recorded}, {journal, game});
	if (refused !== null) return refused;
	const shelf = shelfBeside(file, state);
	const program = programHash();
	const of =
		program === null
			? null
			: wordFor(recorded, loaded.level.hash, references, WORLD, game, program);
	return startDebriefing(
		{
			...options,
			known: of === null ? null : ((shelf.read(of) as DebriefOptions['known']) ?? null),
			onKnown: known => {
				if (of !== null) shelf.write(of, known);
			},
		},
		crew,
	);
}

/** Begins to score a journal in a thread of its own. */
export function scoringOf(loaded: LevelTexts, journal: Journal): Scoring {
	const game = versionOf(packageRoot());
	return startScoring(loaded, journal, {game, crew: debriefCrew()});
}

/** What a team is told of its run, kept beside its journal as the nights are; null where one played alone. */
export function teamOf(
	{level}: LevelTexts,
	journal: Journal,
	{file, state}: Pick<Asked, 'file' | 'state'>,
): {readonly told: TeamDebrief | null} | {readonly sentences: readonly string[]} {
	if (journal.begin.room === undefined) return {told: null};
	const roles = rolesFor(level);
	if ('sentences' in roles) return roles;
	const game = versionOf(packageRoot());
	const program = programHash();
	const shelf = shelfBeside(file, state, '.team');
	const of =
		program === null
			? null
			: wordFor('team', journal.sum, level.hash, level.tasks, roles, WORLD, game, program);
	const known = of === null ? undefined : (shelf.read(of) as TeamDebrief | undefined);
	if (known !== undefined) return {told: known};
	const told = teamDebriefOf(level, journal, roles, {game});
	if (!told.ok) return {sentences: [told.problem.message]};
	if (of !== null && told.team !== null) shelf.write(of, told.team);
	return {told: told.team};
}

export type Asked = {
	/** The journal, beside which all that was worked out is kept. */
	readonly file: string;
	/** The folder of this user's state. */
	readonly state: string;
} & Pick<DebriefOptions, 'withheld' | 'team'>;
