import type {Drill} from '../../src/session/index.ts';

/** A decision to be taken again, of a run in a journal of that name. */
export function aDrill(name: string): Drill {
	const journal = `${name}.journal.jsonl`;
	return {
		id: `${journal}: d1 left out`,
		journal,
		level: 'quiet-shift',
		title: 'Quiet shift',
		clock: '10:00',
		from: 1_800,
		until: 2_700,
		measured: 4_500,
		did: '“pause dns-automation” at 10:02',
		other: 'none of that',
		change: {
			leaveOut: [1],
			move: [],
			add: [],
			steps: [],
			instead: null,
			switches: [],
			capacity: 1,
		},
	};
}
