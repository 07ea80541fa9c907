import os from 'node:os';

const SIGNALS = ['SIGTERM', 'SIGHUP'] as const;

/**
 * Lets a request to end take the way of every other exit, on which runs are kept and the screen is given back.
 * The first process of a container ends by nothing else. Returns how to stop heeding.
 */
export function endOnSignal(): () => void {
	const end = (signal: NodeJS.Signals) => process.exit(128 + os.constants.signals[signal]);
	for (const signal of SIGNALS) process.on(signal, end);
	return () => {
		for (const signal of SIGNALS) process.off(signal, end);
	};
}
