import type {Level} from '../../level/index.ts';
import {SWITCH_NAMES, tick} from '../../sim/index.ts';
import type {Journal} from '../journal.types.ts';
import {open, type OpenOptions} from '../session.ts';
import type {Session} from '../session.types.ts';
import type {Relived} from './replayed-run.ts';
import type {Baselines} from './score.types.ts';

/** Somebody to be held against: a scripted player of the level, by name. */
export type Expert = {
	readonly name: string;
	/** Whether it looks at the screen; a list of orders does not. */
	readonly looks: boolean;
	readonly play: (session: Session, until: number) => void;
};

const NOBODY: Expert = {
	name: 'nobody acting',
	looks: false,
	play(session, until) {
		session.advance(until - session.now);
	},
};

/**
 * The same night, seed, fixes and numbers, lived by others: to the last second of a run that was lost or is not
 * over, and to the limit of one that was won.
 */
export function baselinesOf(
	relived: Relived,
	journal: Journal,
	reference: Expert | null,
	options: OpenOptions,
): Baselines {
	const {level, from} = relived;
	const {reached} = journal;
	const until = hasWon(relived) ? level.limit : reached;
	const begin = (who: Expert, night: Level) => begun(who, night, journal, options);
	const costOf = (who: Expert, by: number) => {
		const session = begin(who, unending(level));
		who.play(session, by);
		return session.result().harm.total;
	};
	const silent = {name: NOBODY.name, harm: costOf(NOBODY, until), after: 0, wonAfterSeconds: null};
	if (reference === null) return {silent, reference: null};
	const harm = costOf(reference, until);
	const wonAt = hasWon(relived)
		? winOf(reference, begin(reference, unlost(level)), level.limit)
		: null;
	return {
		silent,
		reference: {
			name: reference.name,
			harm,
			after: hasWon(relived) ? harm - costOf(reference, reached) : 0,
			wonAfterSeconds: wonAt === null ? null : wonAt - from,
		},
	};
}

function winOf({play}: Expert, session: Session, until: number): number | null {
	play(session, until);
	return session.result().ended?.won === true ? session.now : null;
}

function hasWon({run}: Relived): boolean {
	return run.world.ending?.won === true;
}

function begun(
	{looks}: Expert,
	level: Level,
	{begin}: Journal,
	{game, node}: OpenOptions,
): Session {
	return open(level, {
		game,
		node,
		seed: begin.seed,
		switches: SWITCH_NAMES.filter(known => begin.switches.includes(known)),
		parameters: begin.parameters,
		observed: looks,
	});
}

/** Who is lost does not stop costing, nor who has won early: others live on to the same second. */
function unending(level: Level): Level {
	const {goals} = unlost(level);
	return goals === null ? level : {...level, goals: {...goals, win: {not: {at: tick(0)}}}};
}

/** An expert is no loser, though it takes longer than a level likes. */
function unlost(level: Level): Level {
	return level.goals === null ? level : {...level, goals: {...level.goals, lose: []}};
}
