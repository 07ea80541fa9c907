import type {Moment, Replayer} from '../../../session/index.ts';
import type {IdOf} from '../../input/keys/index.ts';
import type {Transport, Wanted} from './transport.types.ts';

/** What came of a jump: it arrived, it waits for what is not known yet, or there is no such place. */
export type Jumped = {readonly came: 'there' | 'later' | 'nowhere'; readonly said: string};

export type JumpId = Exclude<
	IdOf<'replay'>,
	| ('replayPause' | 'replayFaster' | 'replaySlower')
	| ('replayAt' | 'replayTakeOver' | 'replayLeave' | 'replayInterrupt')
>;

/** The place in a replay that is shown. */
export type Playhead = {
	readonly transport: Transport;
	goTo(at: number): Jumped;
	jump(id: JumpId): Jumped;
	/** Learns a little more, and goes where one wanted to once that is known. */
	find(): Jumped;
	/** Stays, wherever one wanted to go. */
	stay(): void;
};

/** Simulated seconds learned between two frames while somebody waits for them. */
const FIND_SECONDS = 1_800;
const STEP_SECONDS = 300;
const KINDS = {replayOrder: 'order', replayAlert: 'alert', replayMilestone: 'milestone'} as const;
const ANY: readonly Moment['kind'][] = ['order', 'alert', 'milestone'];

export function createPlayhead(replayer: Replayer): Playhead {
	const {session, first} = replayer;
	let wanted: Wanted | null = null;

	function goTo(at: number, said = ''): Jumped {
		wanted = at > replayer.built ? {to: 'second', at} : null;
		if (wanted !== null) return {came: 'later', said: ''};
		replayer.seek(at);
		const {refused, last} = replayer;
		const isOver = refused !== null && session.now >= last;
		return {came: 'there', said: isOver ? refused.problem.message : said};
	}

	/** The next moment of a kind among what is known; what is not known yet is waited for. */
	function goToNext(kinds: readonly Moment['kind'][], after: number): Jumped {
		const found = replayer.moments.find(({at, kind}) => at > after && kinds.includes(kind));
		if (found !== undefined && found.at <= replayer.built) return goTo(found.at, toldOf(found));
		wanted = replayer.built < replayer.last ? {to: 'next', kinds, after} : null;
		if (wanted !== null) return {came: 'later', said: ''};
		return {came: 'nowhere', said: `There is no ${kinds.join(', ')} after this.`};
	}

	function goToBefore(kind: Moment['kind']): Jumped {
		const isBefore = (moment: Moment) => moment.kind === kind && moment.at < session.now;
		const found = replayer.moments.findLast(isBefore);
		if (found !== undefined) return goTo(found.at, toldOf(found));
		return {came: 'nowhere', said: `There is no ${kind} before this.`};
	}

	/** Steps are counted from where one is going, so that two of them are twice as far. */
	function step(seconds: number): Jumped {
		const from = wanted?.to === 'second' ? wanted.at : session.now;
		return goTo(Math.max(first, Math.min(replayer.last, from + seconds)));
	}

	function jump(id: JumpId): Jumped {
		switch (id) {
			case 'replayOrder':
			case 'replayAlert':
			case 'replayMilestone':
				return goToNext([KINDS[id]], session.now);
			case 'replayNext':
				return goToNext(ANY, session.now);
			case 'replayOrderBack':
				return goToBefore('order');
			case 'replayAlertBack':
				return goToBefore('alert');
			case 'replayMilestoneBack':
				return goToBefore('milestone');
			case 'replayBack':
				return step(-STEP_SECONDS);
			case 'replayAhead':
				return step(STEP_SECONDS);
			case 'replayStart':
				return goTo(first);
			case 'replayEnd':
				return goTo(replayer.last);
		}
	}

	return {
		get transport() {
			const {built, last, refused} = replayer;
			const strayed = refused !== null && session.now >= last;
			return {now: session.now, first, last, built, wanted, strayed};
		},
		goTo,
		jump,
		find() {
			replayer.build(FIND_SECONDS);
			if (wanted === null) return {came: 'later', said: ''};
			return wanted.to === 'second' ? goTo(wanted.at) : goToNext(wanted.kinds, wanted.after);
		},
		stay() {
			wanted = null;
		},
	};
}

function toldOf({kind, text}: Moment): string {
	return `${kind}: ${text}`;
}
