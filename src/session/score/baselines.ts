import type {Level} from '../../level/index.ts';
import {SWITCH_NAMES} from '../../sim/index.ts';
import type {Journal} from '../journal.types.ts';
import {open, type OpenOptions} from '../session.ts';
import type {Session} from '../session.types.ts';
import type {Relived} from './relived.ts';
import type {Baseline, Baselines} from './score.types.ts';

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

/** The same night, seed, fixes and numbers, lived by others for as long as the run could have gone on. */
export function baselinesOf(
	relived: Relived,
	journal: Journal,
	reference: Expert | null,
	options: OpenOptions,
): Baselines {
	const until = untilOf(relived, journal);
	const live = (who: Expert) => liveAs(who, relived.level, journal, until, options);
	return {silent: live(NOBODY), reference: reference === null ? null : live(reference)};
}

/** A run that was lost, or is not over, is held against others at its own last second. */
function untilOf({level, run}: Relived, {reached}: Journal): number {
	return run.world.ending?.won === true ? level.limit : reached;
}

function liveAs(
	{name, looks, play}: Expert,
	level: Level,
	{begin}: Journal,
	until: number,
	{game, node}: OpenOptions,
): Baseline {
	const session = open(livedOn(level), {
		game,
		node,
		seed: begin.seed,
		switches: SWITCH_NAMES.filter(known => begin.switches.includes(known)),
		parameters: begin.parameters,
		observed: looks,
	});
	const from = session.now;
	play(session, until);
	const {harm, ended} = session.result();
	return {name, harm: harm.total, won: ended?.won ?? false, seconds: session.now - from};
}

/** Who is lost does not stop costing: the others live on to the same second, or their harm would look small. */
function livedOn(level: Level): Level {
	return level.goals === null ? level : {...level, goals: {...level.goals, lose: []}};
}
