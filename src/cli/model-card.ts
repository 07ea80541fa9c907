import {
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
import {columns, print} from './terminal-text.ts';

/** Fixes named since the event that change people and not the world's rules. */
const NOT_EXPRESSED: Readonly<Partial<Record<Switch, string>>> = {
	'recovery-drills':
		'a practice and not a mechanism: its effect is that people and procedures are ready, which `dwfm-runbook` stands for',
};

/** `model-card`: every number the world rests on, where it comes from, and every switch. */
export function modelCardCommand(words: readonly string[]): Exit {
	const parsed = parseArguments(words, {}, {positionals: [], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	print(
		'Parameters. Source: aws = published by AWS, inferred = follows from that, assumed = ours.\n',
	);
	const tables: readonly (readonly [string, ParameterTable])[] = [
		...SUBSYSTEM_NAMES.map(part => [part, SUBSYSTEMS[part].parameters] as const),
		['what can be seen of it', OBSERVE_PARAMETERS],
	];
	for (const [part, table] of tables) {
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
	return EXIT.done;
}
