/** What makes a level hard, each from 0 (none of it) to 3. */
export const DIALS = {
	observability: 'missing telemetry',
	delay: 'how long commands take',
	problems: 'how many things go wrong beside the first',
	pressure: 'how loudly people ask',
	traps: 'how many remedies do harm',
	automation: 'how hard automation fights you',
	length: 'how long it lasts',
} as const;
export type Dial = keyof typeof DIALS;
export type Dials = Readonly<Record<Dial, number>>;

/** A level as its file says it, or anything else: what is not there counts for nothing. */
type Fields = Readonly<Record<string, unknown>>;

/** How recoveries are named among the faults, told by name: the Region is not loaded to count what is hard. */
const RECOVERY = /^(?:bring|end|forget|free|heal|restore|return|revive|start)-/u;

const STEPS_MAX = 3;
/** How many times as long as usual orders take, one step each. */
const DELAYS = [1, 1.5, 2.5] as const;
/** Real minutes that a level takes, one step each. */
const LENGTHS = [5, 10, 15] as const;

/**
 * How hard a level is, counted from what it does and never from what it says of itself. Only how loudly people
 * ask is set: that is the setting.
 */
export function dialsOf(level: Fields): Dials {
	const {orderDelay, minutes} = level;
	return {
		observability: upTo(unseen(level)),
		delay: stepsOver(DELAYS, numberOf(orderDelay) ?? 1),
		problems: upTo(Math.max(0, mostFaults(level) - 1)),
		pressure: upTo(numberOf(fields(level['dials'])['pressure']) ?? 0),
		traps: upTo(rows(level['unsafe']).length),
		automation: upTo(fighting(level)),
		length: stepsOver(LENGTHS, numberOf(minutes) ?? Infinity),
	};
}

/** Panels and instruments that stay dark; telemetry of a Region that is not told to be as usual counts as one. */
function unseen(level: Fields): number {
	const {panels, instruments} = fields(level['withhold']);
	const slowed = Object.keys(fields(fields(level['parameters'])['telemetry'])).length > 0;
	return rows(panels).length + rows(instruments).length + (slowed ? 1 : 0);
}

/** Faults of the worst of its nights; the same fault twice is one. */
function mostFaults({faults, variations}: Fields): number {
	const nights = [faults, ...rows(variations).map(variation => fields(variation)['faults'])];
	return Math.max(...nights.map(night => new Set(rows(night).filter(hurts).map(kindOf)).size));
}

export function isRecovery(type: string): boolean {
	return RECOVERY.test(type);
}

/** What makes something right again is no trouble. */
function hurts(fault: unknown): boolean {
	return !isRecovery(String(fields(fault)['type']));
}

function kindOf(fault: unknown): string {
	const {to, type, endpoint} = fields(fault);
	return JSON.stringify([to, type, endpoint]);
}

/** Automations that a player has to stop, to mind or to put back. */
function fighting(level: Fields): number {
	const {goals, tasks, unsafe, diagnosis, faults} = level;
	const named = new Set(automationsIn([goals, tasks, unsafe, diagnosis]));
	if (rows(faults).some(fault => fields(fault)['type'] === 'slow-enactor')) {
		named.add('dns-automation');
	}
	return named.size;
}

function automationsIn(value: unknown): readonly string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key === 'automation' ? [String(inner)] : automationsIn(inner),
	);
}

function stepsOver(steps: readonly number[], value: number): number {
	return steps.filter(step => value > step).length;
}

function upTo(count: number): number {
	return Math.min(STEPS_MAX, Math.max(0, Math.round(count)));
}

function rows(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

function fields(value: unknown): Fields {
	return typeof value === 'object' && value !== null ? {...value} : {};
}

function numberOf(value: unknown): number | null {
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
