import type {Debrief, Guard} from '../../../../session/index.ts';
import {count, whole} from '../../../say/measure.ts';
import {clockOf, minutes} from '../words.ts';
import type {Lesson} from './lesson.types.ts';
import {hitOf, inMinutes, listed, loopOf} from './words.ts';

/** Which holes lined up in this run: the guards that were not there and would have stopped it, each alone. */
export function swissCheese(debrief: Debrief): Lesson | null {
	const {guards} = debrief;
	if (debrief.night.hit.length === 0 || guards.length === 0) return null;
	const stood = guards.filter(({state}) => state === 'there');
	const missing = guards.filter(({state}) => state === 'missing');
	const stops = missing.filter(({best}) => best?.verdict === 'prevents');
	const lessens = missing.filter(({best}) => best?.verdict === 'saves');
	const idle = guards.filter(({state}) => state === 'no matter');
	return {
		id: 'swiss-cheese',
		title: 'Swiss cheese: the holes that lined up',
		idea: 'Every guard has holes. Harm needs one in each at the same time, so that any single guard would have been enough.',
		here: [
			missing.length === 0
				? 'In this run no guard that was missing would have made a difference.'
				: `In this run ${count(missing.length, 'hole')} of ${String(guards.length)} lined up.`,
			...(stops.length === 0
				? []
				: [
						`Each of these alone would have stopped it before it started: ${listed(stops.map(withFix))}.`,
					]),
			...(lessens.length === 0
				? []
				: [`Each of these alone would have made it smaller: ${listed(lessens.map(withFix))}.`]),
			...(stood.length === 0 ? [] : [`These held: ${listed(stood.map(({id}) => `“${id}”`))}.`]),
			...(idle.length === 0
				? []
				: [
						`Whole or not, these would not have mattered: ${listed(idle.map(({id}) => `“${id}”`))}.`,
					]),
		],
		ask: 'Which of these slices do your own systems have, and who last looked at its holes?',
	};
}

function withFix({id, best}: Guard): string {
	if (best === null) return `“${id}”`;
	return `“${id}” (${best.name}${best.verdict === 'saves' ? `, ${minutes(best.saves)} min` : ''})`;
}

/** A place in the chain of whys at which somebody may stop. */
type Stop = {
	readonly because: string;
	readonly came: (debrief: Debrief) => boolean;
	/** The slice that whoever stops here would mend. */
	readonly slice: string;
	readonly hides: string;
};

const STOPS: readonly Stop[] = [
	{
		because: 'failover took out healthy capacity',
		came: debrief => (loopOf(debrief, 'failover')?.wrong.length ?? 0) > 0,
		slice: 'health checks cannot empty a balancer',
		hides: 'why new instances had no network',
	},
	{
		because: 'Network Manager was given more than it could do',
		came: debrief => hitOf(debrief, 'network') !== undefined,
		slice: 'the network serves the new first',
		hides: 'why hours of launches had waited, and who let them in',
	},
	{
		because: 'the droplet managers worked on what had already expired',
		came: debrief => (loopOf(debrief, 'managers')?.late.length ?? 0) > 0,
		slice: 'recovery takes on what it can finish',
		hides: 'why leases were lost at all',
	},
	{
		because: 'leases lapsed while nobody could check them',
		came: debrief => (loopOf(debrief, 'managers')?.wrong.length ?? 0) > 0,
		slice: 'leases outlive the store',
		hides: 'why the store could not be reached',
	},
	{
		because: 'an empty answer went out',
		came: ({night}) => night.race.emptied !== null,
		slice: 'a name keeps its last address',
		hides: 'who emptied it',
	},
	{
		because: 'clean-up deleted the tree that was live',
		came: ({night}) => night.race.emptied !== null && night.race.regressions > 0,
		slice: 'clean-up spares what is live',
		hides: 'why an old plan was live',
	},
	{
		because: 'an old plan was written over a newer one',
		came: ({night}) => night.race.regressions > 0,
		slice: 'an old plan is refused',
		hides:
			'why it was old: an Enactor that kept losing its locks, for a reason that nobody has published',
	},
];

/** There was no one cause: where an inquiry stops is chosen, and every stop hides something. */
export function rootCause(debrief: Debrief): Lesson | null {
	const stops = STOPS.filter(({came}) => came(debrief));
	if (stops.length === 0) return null;
	return {
		id: 'root-cause',
		title: 'No one root cause: where do you stop?',
		idea: 'Asking “why?” has no natural end. Whoever names a cause has chosen where to stop, and the choice decides what gets fixed.',
		here: [
			`Backwards from what customers felt, this run has ${count(stops.length, 'place')} to stop.`,
			...stops.map(stop => `${stop.because}: ${mended(debrief, stop)} It hides ${stop.hides}.`),
		],
		ask: 'Where would you have stopped, and what would you not have found?',
	};
}

function mended({guards}: Debrief, {slice}: Stop): string {
	const best = guards.find(({id}) => id === slice)?.best ?? null;
	if (best === null) return 'nothing that we tried would have helped here.';
	const worth = best.verdict === 'prevents' ? 'prevents it' : `saves ${minutes(best.saves)} min`;
	return `fix that, and ${best.name} ${worth}.`;
}

/** What keeping writers apart costs, and what not keeping them apart did. */
export function coordination(debrief: Debrief): Lesson | null {
	const {race} = debrief.night;
	if (race.regressions === 0) return null;
	const worth = (name: string) => debrief.fixes.find(fix => fix.name === name);
	const single = worth('single-writer');
	const fencing = worth('fencing-token');
	return {
		id: 'coordination',
		title: 'Coordination against resilience',
		idea: 'Three writers that need nothing of each other survive the loss of any; writers that agree first do not contradict each other. One buys the other.',
		here: [
			`In this run three Enactors lost ${whole(race.locksLost)} races for a lock, and wrote an older plan over a newer one ${times(race.regressions)}; the slowest pass was ${inMinutes(race.oldestApplySeconds)} old.`,
			`One writer alone (single-writer) ${helps(single)}; its price is that nobody writes for ${inMinutes(race.leaderGapSeconds)} whenever it stops.`,
			`A number that the write itself tests (fencing-token) ${helps(fencing)}, and asks nobody to wait.`,
		],
		ask: 'Which of your writers may not contradict each other, and what do they do when they cannot ask?',
	};
}

function helps(fix: Debrief['fixes'][number] | undefined): string {
	if (fix?.verdict === 'prevents') return 'would have prevented it';
	if (fix?.verdict === 'saves') return `would have saved ${minutes(fix.saves)} min`;
	return 'would have made no difference with these commands';
}

function times(value: number): string {
	return value === 1 ? 'once' : `${whole(value)} times`;
}

/** The race as something that a machine can search. */
export function formalMethods(debrief: Debrief): Lesson | null {
	const {race} = debrief.night;
	if (race.emptied === null || race.regressions === 0) return null;
	return {
		id: 'formal-methods',
		title: 'Formal methods: the order in which it happened was one of many',
		idea: 'A test runs some orders of steps, a model checker all of them. The one that failed was in the design for years.',
		here: [
			`In this run the name was empty at ${clockOf(debrief, race.emptied)}, after ${count(race.regressions, 'write')} of an older plan; nearly all of them were repaired by the next writer, unseen.`,
			'All interleavings of two Enactors are tried by the tests of this program (npm run race counts them over seeds): without a guard some end empty and stuck; with a fencing token none does. The same steps stand in docs/formal as TLA+.',
		],
		ask: 'Which of your protocols would you dare to write down on one page?',
	};
}
