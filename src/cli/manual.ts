import {COMMANDS, NOTES, type Command} from './command-list.ts';
import {TITLE} from './help.ts';
import {packageRoot, versionOf} from './package-root.ts';

/** The manual page in the language of `man`: `outage-oncall man | man -l -`. */
export function manualPage(): string {
	const [program = '', about = ''] = TITLE.split(': ');
	return [
		`.TH ${program.toUpperCase()} 1 "" "${program} ${versionOf(packageRoot())}" "Games and drills"`,
		'.SH NAME',
		text(`${program} - ${about}`),
		'.SH SYNOPSIS',
		`.B ${text(program)}`,
		'.RI [ command "] [" options ]',
		'.SH COMMANDS',
		...Object.values<Command>(COMMANDS).flatMap(commandRows),
		'.SH NOTES',
		...NOTES.flatMap(note => ['.PP', text(note)]),
	].join('\n');
}

function commandRows({forms, options}: Command): readonly string[] {
	return [
		...forms.flatMap(([typed, ...does]) => [
			'.TP',
			`.B ${text(typed === '' ? '(none)' : typed)}`,
			text(does.join(' ')),
		]),
		...(options.length === 0 ? [] : ['.RS']),
		...options.flatMap(([typed, ...does]) => ['.TP', `.B ${text(typed)}`, text(does.join(' '))]),
		...(options.length === 0 ? [] : ['.RE']),
	];
}

/** Text in which nothing is a command of roff's. */
function text(plain: string): string {
	return plain
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replace(/^(?=[.'])/u, '\\&');
}
