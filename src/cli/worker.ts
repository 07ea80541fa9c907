import {threadHand, threadsHere} from '../jobs/index.ts';
import {connectTo, readCluster, workFor} from '../nats/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {programFile} from './package-root.ts';
import {programName, programToken} from './sweeps.ts';
import {complain} from './terminal-text.ts';

const OPTIONS = {nats: {type: 'string'}, threads: {type: 'string'}} as const;
const THREADS_MAX = 64;

/** `worker`: does the jobs that sweeps ask of a cluster, until it is told to stop. */
export async function workerCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: [], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const threads = Number(parsed.values.threads ?? threadsHere());
	if (!Number.isInteger(threads) || threads < 1 || threads > THREADS_MAX) {
		return badInput(`--threads expects a whole number from 1 to ${String(THREADS_MAX)}.`);
	}
	const address = readCluster(parsed.values.nats ?? '');
	if (typeof address === 'string') return badInput(address);
	const nc = await connectTo(address);
	if (typeof nc === 'string') return badInput(nc);
	const stopping = new AbortController();
	const stop = () => {
		stopping.abort();
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
	const program = programToken();
	complain(`Working with ${String(threads)} threads for ${programName(program)}.`);
	const told = new Set<string>();
	const trouble = await workFor(nc, {
		program,
		hands: Array.from({length: threads}, () => threadHand(programFile())),
		onOthers(other, count) {
			if (told.has(other)) return;
			told.add(other);
			complain(
				`Refused: ${String(count)} jobs are for ${programName(other)}, and this is ${programName(program)}.`,
			);
		},
		onDone(key, outcome) {
			if (!outcome.ok) complain(`${key.slice(0, 16)}: ${outcome.why}.`);
		},
		until: stopping.signal,
	});
	await nc.close();
	return trouble === undefined ? EXIT.done : badInput(trouble);
}
