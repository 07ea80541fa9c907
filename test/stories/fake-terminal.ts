import {EventEmitter} from 'node:events';
import {PassThrough} from 'node:stream';
import xterm from '@xterm/headless';

/** A terminal in memory, with a screen that can be read: what Ink writes to, in place of a TTY. */
export class FakeTerminal extends EventEmitter {
	readonly isTTY = true;
	readonly writable = true;
	columns: number;
	rows: number;
	/** All that was written, escape sequences included. */
	written = '';
	readonly #terminal: xterm.Terminal;

	constructor(columns: number, rows: number) {
		super();
		this.columns = columns;
		this.rows = rows;
		// No pty stands between that would turn line feeds into new lines.
		this.#terminal = new xterm.Terminal({
			cols: columns,
			rows,
			allowProposedApi: true,
			convertEol: true,
		});
	}

	write(text: string, encoding?: (() => void) | string, done?: () => void): boolean {
		this.written += text;
		const callback = typeof encoding === 'function' ? encoding : done;
		this.#terminal.write(text, () => callback?.());
		return true;
	}

	resize(columns: number, rows: number): void {
		this.columns = columns;
		this.rows = rows;
		this.#terminal.resize(columns, rows);
		this.emit('resize');
	}

	get lines(): readonly string[] {
		const buffer = this.#terminal.buffer.active;
		return Array.from(
			{length: this.rows},
			(_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '',
		);
	}

	get screen(): string {
		return this.lines.join('\n');
	}

	/** Whether the alternate screen is on. */
	get isAlternate(): boolean {
		return this.#terminal.buffer.active.type === 'alternate';
	}

	/** Waits until the screen is as it should be, and shows it where it never is. */
	async until(holds: (screen: string) => boolean, what: string): Promise<void> {
		for (let tries = 0; tries < 2000; tries++) {
			if (holds(this.screen)) return;
			await new Promise(resolve => setTimeout(resolve, 5));
		}
		throw new Error(`never came: ${what}\n${this.screen}`);
	}
}

/** A keyboard for it. */
export class FakeKeyboard extends PassThrough {
	readonly isTTY = true;
	isRaw = false;

	setRawMode(isRaw: boolean): this {
		this.isRaw = isRaw;
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}
