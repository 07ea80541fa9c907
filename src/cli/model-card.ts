import {
	AGREEMENTS,
	DEPENDENT_TABLE,
	HARM_PARTS,
	MONEY_PARAMETERS,
	SUBSYSTEM_NAMES,
	SUBSYSTEMS,
	SWITCHES,
	SWITCH_NAMES,
	type ParameterTable,
	type Switch,
} from '../session/index.ts';
import {OBSERVE_PARAMETERS} from '../observe/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {columns, print, printJson} from './terminal-text.ts';

/** Fixes named since the event that change people and not the world's rules. */
const NOT_EXPRESSED: Readonly<Partial<Record<Switch, string>>> = {
	'recovery-drills':
		'a practice and not a mechanism: its effect is that people and procedures are ready, which `dwfm-runbook` stands for',
};

/** What is built in and cannot be set, with where it is from. */
const STRUCTURE = [
	['three Enactors apply the plans of one Planner', 'aws', 'canon 2.3'],
	['six availability zones', 'aws', 'canon 3.2'],
	['hundreds of load balancers behind the regional name', 'aws', 'canon 2.1'],
	['142 services impacted, by the closing post; what each needs is assumed', 'aws', 'canon 3.3'],
	['twenty cells beside the four public names', 'assumed', 'model 4.1'],
	[
		'launches stand for about five times as many: over 100 million a day are told of for 2022, world-wide',
		'assumed',
		'model 4.4',
	],
] as const;

function agreementRow([id, {tiers}]: [string, (typeof AGREEMENTS)[string]]): readonly string[] {
	return [
		`  ${id}`,
		...tiers.map(({below, credited}) => `below ${inFull(below)}: ${inFull(credited)}`),
	];
}

function needsOf(needs: Readonly<Record<string, number>>): string {
	return Object.entries(needs)
		.map(([need, weight]) => `${need} ${String(weight)}`)
		.join(', ');
}

function inFull(share: number): string {
	return `${String(Math.round(share * 10_000) / 100)} %`;
}

const TABLES: readonly (readonly [part: string, ParameterTable])[] = [
	...SUBSYSTEM_NAMES.map(part => [part, SUBSYSTEMS[part].parameters] as const),
	['what can be seen of it', OBSERVE_PARAMETERS],
	['what it costs', MONEY_PARAMETERS],
];

/** The card for programs: the same tables, by the same names. */
function asData(): object {
	return {
		parameters: Object.fromEntries(TABLES),
		switches: SWITCHES,
		notExpressed: NOT_EXPRESSED,
		harm: HARM_PARTS,
		needs: Object.fromEntries(DEPENDENT_TABLE.map(([name, , , needs]) => [name, needs])),
		agreements: AGREEMENTS,
		structure: STRUCTURE.map(([what, source, section]) => ({what, source, section})),
	};
}

/** `model-card`: every number the world rests on, where it comes from, and every switch. */
export function modelCardCommand(words: readonly string[]): Exit {
	const parsed = parseArguments(words, {json: {type: 'boolean'}}, {positionals: [], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	if (parsed.values.json === true) {
		printJson(asData());
		return EXIT.done;
	}
	print(
		'Parameters. Source: aws = published by AWS, inferred = follows from that, assumed = ours.\n',
	);
	for (const [part, table] of TABLES) {
		const rows = Object.entries(table).map(([name, parameter]) => [
			`  ${name}`,
			String(parameter.value),
			parameter.unit,
			parameter.source,
			parameter.section,
			parameter.what,
		]);
		if (rows.length > 0) print([part, ...columns(rows), ''].join('\n'));
	}
	const expressed = SWITCH_NAMES.filter(name => NOT_EXPRESSED[name] === undefined);
	print('Switches: fixes named since the event, all off on the day (`--switch NAME`).');
	print(columns(expressed.map(name => [`  ${name}`, SWITCHES[name]])).join('\n'));
	print('\nSwitches the model cannot express; they change nothing.');
	print(columns(Object.entries(NOT_EXPRESSED).map(([name, why]) => [`  ${name}`, why])).join('\n'));
	print(
		'\nHarm: minutes without each system, weighed by what rests on it among the 142 services, a tenth at least.',
	);
	print(
		columns(HARM_PARTS.map(({id, weight, what}) => [`  ${id}`, weight.toFixed(2), what])).join(
			'\n',
		),
	);
	print(
		'\nWhat each of the 142 services needs: share of its requests lost when that is gone. All assumed.',
	);
	print(
		columns(DEPENDENT_TABLE.map(([name, , , needs]) => [`  ${name}`, needsOf(needs)])).join('\n'),
	);
	print(
		'\nService credits: part of the month’s bill that AWS’s public agreements credit below an uptime.',
	);
	print(columns(Object.entries(AGREEMENTS).map(agreementRow)).join('\n'));
	print('\nStructure that is no parameter.');
	print(
		columns(STRUCTURE.map(([what, source, section]) => [`  ${what}`, source, section])).join('\n'),
	);
	return EXIT.done;
}
