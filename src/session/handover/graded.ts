import type {Level} from '../../level/index.ts';
import type {Handover} from '../../observe/index.ts';
import type {Journal} from '../journal.types.ts';
import {notesIn} from '../relive/replay.ts';
import {emptyRoom, withNote} from '../talk/room.ts';
import {gradeHandover} from './grade.ts';
import type {HandoverGrade, Truth} from './handover.types.ts';
import {SWEEPING, truthAt} from './truth.ts';

/** A note, what was so when it was handed over, and how it stands against that. */
export type GradedHandover = {
	readonly handover: Handover;
	readonly truth: Truth;
	readonly grade: HandoverGrade;
};

/** The notes of a run, of a team or of one person, oldest first. */
export function handoversIn(journal: Journal): readonly Handover[] {
	const seats = journal.begin.room?.seats ?? [];
	return notesIn(journal).reduce(withNote, emptyRoom(seats)).handovers;
}

/** Each note of a run with its grade. The night is lived many times for each: this takes seconds a note. */
export function gradedHandovers(level: Level, journal: Journal): readonly GradedHandover[] {
	return handoversIn(journal).map(handover => {
		const claimed = handover.claims.flatMap(claim => (claim.field === 'not' ? [claim.begins] : []));
		const tried = [...new Set([...SWEEPING, ...claimed])];
		const truth = truthAt(level, journal, handover.at, tried);
		return {handover, truth, grade: gradeHandover(handover.claims, truth)};
	});
}
