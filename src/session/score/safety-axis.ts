import type {Level} from '../../level/index.ts';
import {automationsOf, castOf, type World} from '../../sim/index.ts';
import type {Consequences} from './consequences.ts';
import type {ReplayedRun} from './replayed-run.types.ts';
import type {AxisScore, ScoredMoment} from './score.types.ts';

const FIRST_COST = 25;
const AGAIN_COST = 10;
const LEFT_OFF_COST = 10;

/** Unsafe acts with what came of them, and automation that was left off when all was over. */
export function safetyAxis(
	{level, result, run}: Pick<ReplayedRun, 'level' | 'result' | 'run'>,
	consequences: Consequences,
): AxisScore {
	const {unsafe} = result;
	const kinds = new Set(unsafe.map(({id}) => id)).size;
	const off = run.world.ending === null ? [] : leftOff(level, run.world);
	const cost =
		FIRST_COST * kinds + AGAIN_COST * (unsafe.length - kinds) + LEFT_OFF_COST * off.length;
	const acts = unsafe.map(({id, tick, what}) => ({
		at: tick,
		text: `${what.replace(/\.$/, '')}${consequence(consequences[id] ?? null)}`,
	}));
	if (level.unsafe.length === 0 && off.length === 0) {
		const what = 'This level names no unsafe acts, and no automation was left off.';
		return {id: 'safety', points: null, what, moments: []};
	}
	return {
		id: 'safety',
		points: Math.max(0, 100 - cost),
		what: `${count(unsafe.length, 'unsafe act')}, ${off.length === 0 ? 'no automation left off that could safely run' : `automation left off by ${count(off.length, 'command')}`}.`,
		moments: [...acts, ...off].sort((a, b) => a.at - b.at),
	};
}

/** Each order that paused something counts once. What a fault has made dangerous may stay off until it is mended. */
function leftOff({faults}: Level, world: World): readonly ScoredMoment[] {
	const healthy = castOf(world).filter(name => !faults.some(({to}) => to === name));
	const paused = healthy
		.flatMap(name => automationsOf(world, name))
		.filter(automation => automation.paused);
	const moments = new Map<number, string[]>();
	for (const {label, since} of paused) moments.set(since, [...(moments.get(since) ?? []), label]);
	return [...moments].map(([at, labels]) => ({
		at,
		text: `paused and left off: ${labels.join(', ')}`,
	}));
}

/** Points follow the rule; the sentence says what it did, which may be nothing. */
function consequence(minutes: number | null): string {
	if (minutes === null) return '';
	if (Math.abs(minutes) < 1) return ': without it, the harm would have been the same';
	const more = minutes > 0 ? 'less' : 'more';
	return `: without it, ${Math.abs(minutes).toFixed(0)} minutes of outage ${more} by the end`;
}

function count(many: number, one: string): string {
	return `${many === 0 ? 'no' : String(many)} ${one}${many === 1 ? '' : 's'}`;
}
