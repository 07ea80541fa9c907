import {render} from 'ink';
import {createConsole, type ConsoleSettings} from '../view/index.ts';
import {App} from './app.tsx';
import {LINE_START} from './use-suspend.ts';
import {showsUnicode, themeFor} from './theme.ts';

export type PlaySettings = Omit<ConsoleSettings, 'graphs' | 'by' | 'takeNotice'> & {
	/** Whose name the orders carry; `you` unless told. */
	readonly by?: string;
	readonly stdout?: NodeJS.WriteStream;
	readonly stdin?: NodeJS.ReadStream;
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** A sentence the player must see now, if there is one. */
	readonly takeNotice?: () => string | undefined;
	/** Called after each frame: the place to note how far play has come. */
	readonly onFrame?: () => void;
};

/** How the player left: out of a run that goes on, after its end, or by ctrl-c. */
export type PlayEnd = {readonly how: 'quit' | 'ended' | 'interrupted'};

/** Plays a session on the whole screen; resolves once the terminal is as it was. Needs a TTY at both ends. */
export async function playInTerminal(settings: PlaySettings): Promise<PlayEnd> {
	const {stdout = process.stdout, stdin = process.stdin, env = process.env} = settings;
	const console = createConsole({
		session: settings.session,
		title: settings.title,
		briefing: settings.briefing,
		by: settings.by ?? 'you',
		graphs: showsUnicode(env, process.platform) ? 'braille' : 'ascii',
		takeNotice: settings.takeNotice ?? (() => undefined),
	});
	// Ink takes the keyboard only after its first frame; a key echoed before that would stay on the screen.
	stdin.setRawMode(true);
	stdout.write(LINE_START);
	const {waitUntilExit} = render(
		<App
			program={console}
			theme={themeFor(env)}
			// A frame of full height makes Ink clear the whole screen each time on Windows.
			spareRows={process.platform === 'win32' ? 1 : 0}
			write={text => stdout.write(text)}
			onFrame={settings.onFrame ?? ignore}
		/>,
		{
			stdout,
			stdin,
			alternateScreen: true,
			incrementalRendering: true,
			maxFps: 60,
			patchConsole: false,
			exitOnCtrlC: false,
			interactive: true,
		},
	);
	const how: unknown = await waitUntilExit();
	if (how === 'interrupted') return {how};
	return {how: settings.session.ended ? 'ended' : 'quit'};
}

function ignore(): void {
	// Nobody wants to know.
}
