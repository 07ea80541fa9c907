import type {Instruments, ThrottlesInspection} from '../instruments.types.ts';
import type {InstrumentPart, Sees} from './sees.types.ts';

/** What the looks of the seat have brought back. */
export function instrumentsSeen(instruments: Instruments, {instruments: parts}: Sees): Instruments {
	const seen = <Value>(part: InstrumentPart, value: Value) => (parts.includes(part) ? value : null);
	return {
		zones: seen('zones', instruments.zones) ?? [],
		enactors: seen('enactors', instruments.enactors),
		hosts: seen('hosts', instruments.hosts),
		curve: seen('curve', instruments.curve),
		probe: seen('probe', instruments.probe),
		nlb: seen('nlb', instruments.nlb),
		throttles: instruments.throttles === null ? null : throttlesSeen(instruments.throttles, parts),
	};
}

const FIELDS = {
	'throttles.launches': ['launchesPerSecond', 'terminationsPerSecond'],
	'throttles.gate': ['gatePerSecond'],
	'throttles.lambda': ['lambdaAsyncShare', 'lambdaPollerShare'],
} as const satisfies Partial<Record<InstrumentPart, readonly (keyof ThrottlesInspection)[]>>;

function throttlesSeen(
	throttles: ThrottlesInspection,
	parts: readonly InstrumentPart[],
): ThrottlesInspection | null {
	const hidden: readonly string[] = Object.entries(FIELDS).flatMap(([part, fields]) =>
		parts.some(each => each === part) ? [] : fields,
	);
	const left = Object.entries(throttles).filter(([field]) => !hidden.includes(field));
	return left.length === 1 ? null : {at: throttles.at, ...Object.fromEntries(left)};
}
