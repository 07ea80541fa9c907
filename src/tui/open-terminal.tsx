import {render} from 'ink';
import {createStage, type Showing, type Stage} from '../play/stage/index.ts';
import type {Looks, Size} from '../view/index.ts';
import {App} from './app.tsx';
import {LINE_START} from './use-suspend.ts';

export type TerminalSettings = {
	readonly stdout?: NodeJS.WriteStream;
	readonly stdin?: NodeJS.ReadStream;
	readonly looks: Looks;
};

/** The whole screen of a terminal, on which programs follow each other. */
export type Terminal = Showing & {
	/** Gives the terminal back as it was. */
	close(): Promise<void>;
};

// A frame of full height makes Ink clear the whole screen each time on Windows.
const SPARE_ROWS = process.platform === 'win32' ? 1 : 0;

/** Takes the whole screen until it is closed. Needs a TTY at both ends. */
export function openTerminal(settings: TerminalSettings): Terminal {
	const {stdout = process.stdout, stdin = process.stdin, looks} = settings;
	const size = (): Size => ({
		columns: Math.max(1, stdout.columns),
		rows: Math.max(1, stdout.rows - SPARE_ROWS),
	});
	const stage = createStage(size, looks);
	let drawing: Drawing | undefined;
	return {
		show(program, hooks = {}) {
			const left = stage.show(program, hooks);
			// Drawing begins with something to draw: Ink puts its first frame wherever the cursor stands.
			drawing ??= draw(stage, stdout, stdin);
			return Promise.race([left, drawing.failed]);
		},
		wear: stage.wear,
		wake: stage.wake,
		async close() {
			await drawing?.stop();
		},
	};
}

type Drawing = {
	/** Never resolves; rejects with whatever goes wrong in drawing. */
	readonly failed: Promise<never>;
	readonly stop: () => Promise<void>;
};

function draw(stage: Stage, stdout: NodeJS.WriteStream, stdin: NodeJS.ReadStream): Drawing {
	// Ink takes the keyboard only after its first frame; a key echoed before that would stay on the screen.
	stdin.setRawMode(true);
	stdout.write(LINE_START);
	const write = (text: string) => void stdout.write(text);
	const {unmount, waitUntilExit} = render(<App stage={stage} write={write} />, {
		stdout,
		stdin,
		alternateScreen: true,
		incrementalRendering: true,
		maxFps: 60,
		patchConsole: false,
		exitOnCtrlC: false,
		interactive: true,
	});
	stdout.on('resize', stage.refresh);
	const exited = waitUntilExit();
	const failed = new Promise<never>((_, reject) => {
		exited.catch(reject);
	});
	// Between two programs nobody may be listening.
	failed.catch(() => undefined);
	return {
		failed,
		async stop() {
			stdout.off('resize', stage.refresh);
			unmount();
			await exited.catch(() => undefined);
		},
	};
}
