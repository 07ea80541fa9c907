import type {Observation} from '../../observe/index.ts';
import type {Session} from '../../session/index.ts';
import type {Happening} from '../say/happening.ts';
import type {Doing} from '../do/deed.types.ts';
import type {Answer, PlainSettings} from './plain.types.ts';

/** What a player by lines has done beside what the run holds. */
export type PlainState = {
	readonly session: Session;
	readonly doing: Doing;
	observation: Observation;
	/** What came about the last time that time ran. */
	happenings: readonly Happening[];
	/** The dangerous order that waits for its target to be typed. */
	asking: {readonly text: string; readonly target: string} | null;
	filter: string;
	/** Simulated seconds a real second while time runs by itself. */
	speed: number | null;
	/** Simulated time owed, less than a second. */
	owed: number;
	/** What was seen last before a probe: what came about since is told once it is answered. */
	beforeProbe: Observation | null;
};

export function startState({session, by, exam, confirm}: PlainSettings): PlainState {
	const {observation} = session;
	// Time waits for every line, however long it takes to write.
	if (!session.notes.some(({note}) => note.about === 'untimed')) {
		session.note(by, {about: 'untimed', text: 'by lines'});
	}
	return {
		session,
		doing: {session, by, exam: exam ?? false, readOnly: false, confirm: confirm ?? true},
		observation,
		happenings: [],
		asking: null,
		filter: '',
		speed: null,
		owed: 0,
		beforeProbe: null,
	};
}

export function say(...lines: readonly string[]): Answer {
	return {lines, ask: null};
}
