import {availableParallelism} from 'node:os';
import {hire} from '../jobs/index.ts';
import type {Crew} from '../play/runs/index.ts';
import {programFile} from './package-root.ts';

/** Threads of Node that live nights again. */
export function debriefCrew(main = programFile()): Crew {
	return {
		cores: availableParallelism(),
		hire: night => hire(main, {kind: 'debrief', data: night}),
	};
}
