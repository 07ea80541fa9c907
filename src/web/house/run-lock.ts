export type RunLock = {readonly release: () => void};

/** Of a run that no other tab can have. */
export const NO_LOCK: RunLock = {release: () => undefined};

/** Keeps other tabs from a run; null where one of them has it. It ends with the tab, however that ends. */
export function lockRun(name: string): Promise<RunLock | null> {
	// A page that came over plain HTTP from elsewhere has no locks.
	if (!('locks' in navigator)) return Promise.resolve(NO_LOCK);
	return new Promise((resolve, reject) => {
		navigator.locks
			.request(lockName(name), {ifAvailable: true}, lock => {
				if (lock === null) {
					resolve(null);
					return undefined;
				}
				return new Promise<void>(release => {
					resolve({release});
				});
			})
			.catch(reject);
	});
}

/** The runs that some tab has. */
export async function heldRuns(): Promise<ReadonlySet<string>> {
	if (!('locks' in navigator)) return new Set();
	const {held = []} = await navigator.locks.query();
	return new Set(held.flatMap(({name}) => (name === undefined ? [] : [name])).map(runOf));
}

const PREFIX = 'run ';

function lockName(run: string): string {
	return PREFIX + run;
}

function runOf(lock: string): string {
	return lock.startsWith(PREFIX) ? lock.slice(PREFIX.length) : '';
}
