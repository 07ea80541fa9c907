import {COMMANDS, NOTES, type Command} from './command-list.ts';

export const TITLE =
	'outage-oncall: you are on call for the AWS us-east-1 outage of 19-20 October 2025';
const PROGRAM = 'outage-oncall';
/** Where what a command does begins; one that is longer has it on the next line. */
const COLUMN = 35;

/** The whole of it, or what belongs to one command; undefined where there is no such command. */
export function helpText(command?: string): string | undefined {
	const shown = Object.entries<Command>(COMMANDS).filter(
		([name]) => command === undefined || name.split(' ')[0] === command,
	);
	if (shown.length === 0) return undefined;
	const rows = shown.flatMap(([, each]) => rowsOf(each));
	return [TITLE, '', ...rows, '', ...NOTES.map(note => `  ${note}`)].join('\n');
}

function rowsOf({forms, options}: Command): readonly string[] {
	return [
		...forms.flatMap(([typed, ...does]) => row(`  ${PROGRAM} ${typed}`, does)),
		...options.flatMap(([typed, ...does]) => row(`      ${typed}`, does)),
	];
}

function row(typed: string, does: readonly string[]): readonly string[] {
	const lines = does.map(line => ' '.repeat(COLUMN) + line);
	if (typed.length > COLUMN - 2) return [typed, ...lines];
	return [typed.trimEnd().padEnd(COLUMN) + (does[0] ?? ''), ...lines.slice(1)];
}
