import type {Evidence} from '../../../../session/index.ts';
import {sentence} from '../words.ts';
import type {TeamPart} from './parts.ts';

/** For people: a run cannot tell it. */
const TO_FILL_IN = [
	'Observations of the evaluator',
	'Strengths',
	'Areas for improvement',
	'Corrective actions, with owner and date',
	'Prepared by, approved by, date',
] as const;

/** A sheet on an exercise, in the parts that ISO 22398 and NIST SP 800-84 ask for. */
export function evidenceParts(evidence: Evidence): readonly TeamPart[] {
	const {participants, objectives, injects, axes, unsafe} = evidence;
	const rows = (head: readonly string[], own: readonly (readonly string[])[]) =>
		own.length === 0 ? null : {head, rows: own};
	const met = objectives.filter(({state}) => state === 'met').length;
	const nobody = participants.length === 0 ? ['Nobody gave a name.'] : [];
	return [
		{
			id: 'exercise',
			title: 'Exercise',
			lines: [],
			table: {head: ['field', ''], rows: exercise(evidence)},
		},
		{
			id: 'participants',
			title: 'Participants',
			lines: evidence.team === '' ? nobody : [`Team: ${evidence.team}.`, ...nobody],
			table: rows(
				['name', 'seat', 'roles'],
				participants.map(({name, seat, roles}) => [name, seat === '' ? 'alone' : seat, roles]),
			),
		},
		{
			id: 'scenario',
			title: 'Scenario and injects',
			lines: [
				evidence.scenario,
				...(injects.length === 0 ? ['Nothing was injected by hand.'] : []),
			],
			table: rows(
				['PDT', 'inject'],
				injects.map(({at, what}) => [at, what]),
			),
		},
		{
			id: 'objectives',
			title: 'Objectives',
			lines: [
				`Aim: ${evidence.aim}`,
				`${String(met)} of ${String(objectives.length)} objectives were met. ${sentence(`the run was ${evidence.outcome}`)}`,
				`Customer impact: ${evidence.impactMinutes.toFixed(0)} minutes of full outage.`,
			],
			table: rows(
				['objective', 'state', 'PDT'],
				objectives.map(({what, state, at}) => [what, state, at]),
			),
		},
		{
			id: 'evaluation',
			title: 'Evaluation by axis',
			lines: unsafe.map(({at, what}) => `Unsafe at ${at}: ${what}.`),
			table: rows(
				['axis', 'points', 'what was measured'],
				axes.map(({axis, points, what}) => [axis, points === null ? '-' : String(points), what]),
			),
		},
		proof(evidence),
		{
			id: 'to-fill-in',
			title: 'To be filled in',
			lines: [],
			table: {head: ['field', ''], rows: TO_FILL_IN.map(field => [field, ''])},
		},
	];
}

function exercise({title, level, seed, world, game, began, from, until}: Evidence) {
	return [
		['exercise', title],
		['type', 'functional exercise in a simulation'],
		['date and time', began === '' ? 'not said' : `${began}, by the clock of whoever began it`],
		['time in the scenario', `${from} to ${until} PDT`],
		['level and seed', `${level}, ${seed}`],
		['world and version', `${String(world)}, ${game}`],
	];
}

function proof({sha256, endHash, levelHash, signatures}: Evidence): TeamPart {
	return {
		id: 'proof',
		title: 'Proof',
		lines: [
			'Re-simulated from its journal: it came out as recorded. That proves what came of the commands, not who gave them.',
			...(signatures.length === 0 ? ['It is not signed.'] : signatures),
		],
		table: {
			head: ['of', 'hash'],
			rows: [
				['journal, SHA-256', sha256],
				['state at the end', endHash],
				['level', levelHash],
			],
		},
	};
}
