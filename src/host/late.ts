import type {SeatView} from '../team/index.ts';

/** What is to be seen by those who see it later. */
export type Late = {
	/** Keeps what there is to see now, once a second. */
	keep(ms: number, view: () => SeatView): void;
	/** What there was to see so long ago; in the beginning, as it began. */
	seen(ms: number): SeatView | undefined;
};

const EVERY_MS = 1_000;

export function createLate(lateMs: number): Late {
	const kept: {readonly ms: number; readonly view: SeatView}[] = [];
	return {
		keep(ms, view) {
			if (ms - (kept.at(-1)?.ms ?? -Infinity) < EVERY_MS) return;
			kept.push({ms, view: view()});
			// Of what is old enough the latest is shown.
			while ((kept[1]?.ms ?? Infinity) <= ms - lateMs) kept.shift();
		},
		seen: ms => (kept.findLast(each => each.ms <= ms - lateMs) ?? kept[0])?.view,
	};
}
