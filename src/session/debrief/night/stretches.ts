import type {Stretch} from './night.types.ts';

/** Notes, a sample at a time, while something is so. */
export type Noting = {
	readonly spans: {from: number; until: number}[];
	readonly note: (isSo: boolean, now: number) => void;
};

export function noting(everySeconds: number): Noting {
	const spans: {from: number; until: number}[] = [];
	return {
		spans,
		note(isSo, now) {
			if (!isSo) return;
			const last = spans.at(-1);
			if (last?.until === now) last.until = now + everySeconds;
			else spans.push({from: now, until: now + everySeconds});
		},
	};
}

/** The same, with what lies closer together than so many seconds as one. */
export function joined(spans: readonly Stretch[], gapSeconds: number): readonly Stretch[] {
	const all: {from: number; until: number}[] = [];
	for (const {from, until} of spans) {
		const last = all.at(-1);
		if (last !== undefined && from - last.until <= gapSeconds) last.until = until;
		else all.push({from, until});
	}
	return all;
}
