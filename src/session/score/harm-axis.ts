import {HARM_PARTS, valueAt} from '../../sim/index.ts';
import type {Minute, ReplayedRun} from './replayed-run.types.ts';
import type {AxisScore, Baselines, ScoredMoment} from './score.types.ts';
import {systemName} from './system-names.ts';

const STRETCH_MINUTES = 30;
const STRETCHES_MAX = 3;
/** Less than a minute between nobody acting and an expert: nothing that could be avoided. */
const AVOIDABLE_MIN = 1;

/** Harm between that of nobody acting (0) and of the reference (100), on the same seed. */
export function harmAxis(replayed: ReplayedRun, {silent, reference}: Baselines): AxisScore {
	const {result, minutes, run} = replayed;
	// A level may be won before all are well. From then on the night is in the reference's hands.
	const more = reference?.after ?? 0;
	// What was lost before anybody could act is nobody's, and the same for all of them.
	const before = minutes[0]?.harm ?? 0;
	const own = result.harm.total - before;
	const nobody = silent.harm - before;
	const expert = (reference?.harm ?? before) - before;
	const against = reference === null ? '' : `, ${reference.name} ${whole(expert)}`;
	const won = run.world.ending?.won === true;
	const points = pointsFor(own + more, nobody, Math.min(expert, nobody), won);
	const after = more < 1 ? '' : `, and ${whole(more)} more after the win, when others took over`;
	const since = before < 0.5 ? '' : ' since the takeover';
	const early = points === null ? ' Nothing could have been avoided by then.' : '';
	return {
		id: 'harm',
		points,
		what: `${whole(own)} minutes of full outage${since}${after}; nobody acting ${whole(nobody)}${against}.${early}`,
		moments: worst(minutes),
	};
}

function pointsFor(mine: number, silent: number, best: number, won: boolean): number | null {
	if (silent - best >= AVOIDABLE_MIN) return pointsOf((silent - mine) / (silent - best));
	// Where there is nothing to avoid, what counts is that nothing was added.
	if (mine > best + AVOIDABLE_MIN) return pointsOf((best + AVOIDABLE_MIN) / mine);
	// A run that stopped before anybody could do better has not shown that it would.
	return won ? 100 : null;
}

/** The half hours that hurt most, and by what. */
function worst(minutes: readonly Minute[]): readonly ScoredMoment[] {
	const stretches: {at: number; text: string; harm: number}[] = [];
	for (let from = 0; from + 1 < minutes.length; from += STRETCH_MINUTES) {
		const first = valueAt(minutes, from);
		const last = valueAt(minutes, Math.min(minutes.length - 1, from + STRETCH_MINUTES));
		const harm = last.harm - first.harm;
		if (harm < 1) continue;
		const grown = last.parts.map((part, index) => part - valueAt(first.parts, index));
		const most = grown.indexOf(Math.max(...grown));
		const kind = HARM_PARTS[most]?.id ?? '';
		const text = `impact grew by ${whole(harm)} in the half hour from here, most of it ${systemName(kind)}`;
		stretches.push({at: first.at, text, harm});
	}
	return stretches
		.sort((a, b) => b.harm - a.harm)
		.slice(0, STRETCHES_MAX)
		.map(({at, text, harm}) => ({at, text, minutes: harm}))
		.sort((a, b) => a.at - b.at);
}

function whole(minutes: number): string {
	return minutes.toFixed(0);
}

/** A share as points. */
export function pointsOf(share: number): number {
	return Math.round(100 * Math.max(0, Math.min(1, share)));
}
