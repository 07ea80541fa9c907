import {createConsole, type Console, type ConsoleSettings, type Key} from '../../src/view/index.ts';
import {aSession} from './session.builder.ts';

export const SIZE = {columns: 80, rows: 24};

/** The console of October 20, so many minutes into the night. */
export function aConsole({
	minutes = 0,
	...settings
}: Partial<ConsoleSettings> & {readonly minutes?: number} = {}) {
	const session = aSession();
	session.advance(60 * minutes);
	const console = createConsole({
		session,
		title: 'October 20',
		briefing: '',
		by: 'you',
		graphs: 'braille',
		takeNotice: () => undefined,
		...settings,
	});
	return {session, console};
}

export const typed = (text: string): readonly Key[] => Array.from(text);
export const line = (text: string): readonly Key[] => [':', ...typed(text), 'enter'];

export function press(console: Console, ...keys: readonly Key[]) {
	return keys.flatMap(key => console.press(key, SIZE));
}

export function screenOf(console: Console, size = SIZE): string {
	return console
		.present(size)
		.rows.map(row => row.map(({text}) => text).join(''))
		.join('\n');
}
