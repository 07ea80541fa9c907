import {createConsole, type Console, type ConsoleSettings, type Key} from '../../src/view/index.ts';
import {aSession} from '../stories/session.builder.ts';

export const SIZE = {columns: 80, rows: 24};

type Settings = Partial<ConsoleSettings> & {
	/** Minutes that have passed. */
	readonly minutes?: number;
	/** What every moment hints at. */
	readonly hint?: string;
	readonly hours?: number;
};

/** A console of October 20, or of the session that is handed in. */
export function aConsole({minutes = 0, hint, hours, ...settings}: Settings = {}) {
	const session = settings.session ?? aSession({hours, hint});
	session.advance(60 * minutes);
	const console = createConsole({
		title: 'October 20',
		briefing: '',
		by: 'you',
		graphs: 'braille',
		takeNotice: () => undefined,
		...settings,
		session,
	});
	return {session, console};
}

export const typed = (text: string): readonly Key[] => Array.from(text);
export const line = (text: string): readonly Key[] => [':', ...typed(text), 'enter'];

export function press(console: Console, ...keys: readonly Key[]) {
	return keys.flatMap(key => console.press(key, SIZE));
}

/** Real seconds go by, five frames in each. */
export function wait(console: Console, seconds: number): void {
	for (let frame = 0; frame < seconds * 5; frame++) console.frame(0.2);
}

export function screenOf(console: Console, size = SIZE): string {
	return console
		.present(size)
		.rows.map(row => row.map(({text}) => text).join(''))
		.join('\n');
}
