/** What a server says of what happens in it: one JSON object a line, to stderr. */
export type Log = (
	level: 'info' | 'warn' | 'error',
	event: string,
	more?: Readonly<Record<string, string | number | boolean>>,
) => void;

/** An error for whoever mends it. */
export function whatOf(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export const logLine: Log = (level, event, more = {}) => {
	const at = new Date().toISOString();
	process.stderr.write(`${JSON.stringify({at, level, event, ...more})}\n`);
};
