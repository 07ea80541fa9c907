import type {Observation} from '../../observe/index.ts';
import {nextTickAt, type KeptNote, type Problem, type Snapshot} from '../../session/index.ts';
import {clockAt, duration} from '../say/measure.ts';

/** The seconds that were kept under a name, oldest first. A name that was given twice means the later second. */
export function snapshotsIn(notes: readonly KeptNote[]): readonly Snapshot[] {
	const byName = new Map<string, number>();
	for (const {at, note} of notes) {
		if (note.about !== 'snapshot') continue;
		byName.delete(note.text);
		byName.set(note.text, at);
	}
	return [...byName].map(([name, at]) => ({name, at}));
}

/** What this second is kept under: the name that was given, or its time. */
export function snapshotName(observation: Observation, named: string): string {
	const name = named.trim();
	return name === '' ? clockAt(observation, observation.now).slice(0, 5) : name;
}

/** A time that passed so lately, or within the run, may be a slip: the next one is a day away. */
const PASSED_SECONDS = 6 * 3_600;

/** The second at which the clock next shows a time, or what is to be cleared up first. */
export function untilMeant(observation: Observation, wanted: string): number | Problem {
	const [, time = '', tomorrow] = /^(.*?)(\s+tomorrow)?$/iu.exec(wanted.trim()) ?? [];
	const next = nextTickAt(observation, time);
	if (next === null) {
		const message = `“${wanted.trim()}” is not a time of day: expected HH:MM or HH:MM:SS, as in 02:30 or 09:30 UTC.`;
		return {message, suggestions: []};
	}
	if (tomorrow !== undefined) return next;
	const passed = observation.now - (next - DAY_SECONDS);
	if (passed > PASSED_SECONDS && passed > observation.now) return next;
	const ago = passed === 0 ? 'is now' : `was ${duration(passed)} ago`;
	return {
		message: `${/[a-z]/iu.test(time) ? time : `${time} PDT`} ${ago}: \`until ${time} tomorrow\` runs to the next day.`,
		suggestions: [`until ${time} tomorrow`],
	};
}

const DAY_SECONDS = 86_400;
