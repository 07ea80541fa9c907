import type {Transport} from '@modelcontextprotocol/sdk/shared/transport.js';
import {JSONRPCMessageSchema} from '@modelcontextprotocol/sdk/types.js';
import {readLines, type Incoming} from './line-reader.ts';
import {print} from './terminal-text.ts';

/** More than any call of ours needs, and so little that nobody fills memory with it. */
const LINE_BYTES_MAX = 64 * 1024;
const PARSE_ERROR = -32_700;
const INVALID_REQUEST = -32_600;

export type LinesTransport = Transport & {
	/** Hands on what comes in, one after the other, until the input ends or ctrl-c is pressed. */
	readonly serve: () => Promise<'ended' | 'interrupted'>;
};

/** JSON-RPC by lines of this process. A line that is none is answered, and what follows it is read all the same. */
export function linesTransport(): LinesTransport {
	const lines = readLines(process.stdin, process.stdout, LINE_BYTES_MAX);
	let answered: () => void = () => undefined;
	const transport: LinesTransport = {
		start: () => Promise.resolve(),
		send(message) {
			print(JSON.stringify(message));
			if (!('method' in message)) answered();
			return Promise.resolve();
		},
		close() {
			lines.close();
			transport.onclose?.();
			return Promise.resolve();
		},
		async serve() {
			for (;;) {
				const incoming = await lines.next();
				if (incoming.kind === 'end') return 'ended';
				if (incoming.kind === 'interrupt') return 'interrupted';
				const message = messageIn(incoming);
				if (typeof message === 'string') refuse(message);
				else if (message === undefined) refuse(NO_MESSAGE, INVALID_REQUEST);
				else {
					// One call after the other: a run has one order, and nobody is owed an answer at the end.
					const answer = new Promise<void>(resolve => (answered = resolve));
					transport.onmessage?.(message);
					if ('method' in message && 'id' in message) await answer;
				}
			}
		},
	};
	return transport;
}

const NO_MESSAGE = 'The line is not a message of JSON-RPC 2.0.';

/** A message; a sentence where the line holds no JSON; nothing where it is some other JSON. */
function messageIn(incoming: Incoming) {
	if (incoming.kind === 'too-long') return `A line has at most ${String(LINE_BYTES_MAX)} bytes.`;
	if (incoming.kind !== 'line') return 'The line is not UTF-8 text.';
	try {
		const read = JSONRPCMessageSchema.safeParse(JSON.parse(incoming.text));
		return read.success ? read.data : undefined;
	} catch {
		return 'The line is not JSON.';
	}
}

/** Nobody can tell which call it was: so the answer names none. */
function refuse(message: string, code = PARSE_ERROR): void {
	print(JSON.stringify({jsonrpc: '2.0', id: null, error: {code, message}}));
}
