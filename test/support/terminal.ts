import {spawn, type IPty} from '@lydell/node-pty';
import xterm from '@xterm/headless';

type Size = {readonly columns: number; readonly rows: number};
type Exit = {readonly code: number; readonly signal: number | undefined};

const PATIENCE_MS = 15_000;
const GLANCE_MS = 5;
/** How long the last bytes of a program that has exited may take to reach the screen. */
const LAST_WORDS_MS = 2_000;

/** A real program in a real pseudo-terminal, and the screen a person would see. */
export class TerminalProgram {
	/** Everything the program wrote, escape sequences and all. */
	output = '';
	readonly exited: Promise<Exit>;
	/** Called once the screen shows what came last. */
	onScreen = () => {};
	readonly #pty: IPty;
	readonly #screen: InstanceType<typeof xterm.Terminal>;
	#running = true;
	#exitedAt = Infinity;

	constructor(
		file: string,
		words: readonly string[],
		options: Size & {
			readonly cwd: string;
			readonly env: Readonly<Record<string, string>>;
			/** What it answers when it is asked for its background; nothing unless told. */
			readonly background?: string | undefined;
		},
	) {
		const {columns: cols, rows, cwd} = options;
		this.#screen = new xterm.Terminal({cols, rows, allowProposedApi: true});
		const env = {
			PATH: process.env['PATH'] ?? '',
			TERM: 'xterm-256color',
			LANG: 'C.UTF-8',
			...options.env,
		};
		this.#pty = spawn(file, [...words], {cols, rows, cwd, env, name: env.TERM});
		this.#pty.onData(data => {
			this.output += data;
			if (options.background !== undefined && data.includes('\u001B]11;?')) {
				this.type(`\u001B]11;rgb:${options.background}\u001B\\\u001B[?62;c`);
			}
			this.#screen.write(data, () => this.onScreen());
		});
		this.exited = new Promise(resolve => {
			this.#pty.onExit(({exitCode, signal}) => {
				this.#running = false;
				this.#exitedAt = performance.now();
				// The screen takes what it was given in turns of the event loop.
				this.#screen.write('', () => resolve({code: exitCode, signal}));
			});
		});
	}

	/** The screen as text, one line a row, without trailing spaces. */
	screen(): string {
		const {active} = this.#screen.buffer;
		return Array.from(
			{length: this.#screen.rows},
			(_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
		).join('\n');
	}

	get onAlternateScreen(): boolean {
		return this.#screen.buffer.active.type === 'alternate';
	}

	/** Where the terminal's own cursor stands; undefined where it is hidden. */
	get cursor(): {readonly column: number; readonly row: number} | undefined {
		if (this.output.lastIndexOf('\u001B[?25h') < this.output.lastIndexOf('\u001B[?25l'))
			return undefined;
		const {cursorX: column, cursorY: row} = this.#screen.buffer.active;
		return {column, row};
	}

	get pid(): number {
		return this.#pty.pid;
	}

	type(keys: string): void {
		this.#pty.write(keys);
	}

	resize(columns: number, rows: number): void {
		this.#pty.resize(columns, rows);
		this.#screen.resize(columns, rows);
	}

	/** Looks at the screen until it shows what is expected. */
	async until(shows: string | RegExp): Promise<void> {
		const holds = (screen: string) =>
			typeof shows === 'string' ? screen.includes(shows) : shows.test(screen);
		await this.untilIt(holds, String(shows));
	}

	/** Looks at the screen until it is as it should be. */
	async untilIt(holds: (screen: string) => boolean, what: string): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			const deadline = performance.now() + PATIENCE_MS;
			const glance = () => {
				const screen = this.screen();
				if (holds(screen)) {
					resolve();
				} else if (performance.now() < Math.min(deadline, this.#exitedAt + LAST_WORDS_MS)) {
					setTimeout(glance, GLANCE_MS);
				} else {
					reject(new Error(`never showed ${what}; the screen was:\n${screen}`));
				}
			};
			glance();
		});
	}

	/** Ends the program if it still runs. */
	close(): void {
		if (this.#running) this.#pty.kill('SIGKILL');
		this.#screen.dispose();
	}
}
