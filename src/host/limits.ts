/** Real milliseconds and counts that bound what one guest can cost. */
export const LIMITS = {
	wrongCodes: 10,
	wrongCodesMs: 60_000,
	addressesMax: 10_000,
	messagesPerSecond: 20,
	messagesBurst: 40,
	/** Of them, what goes into the journal: one person never fills it for all. */
	actsPerSecond: 4,
	actsBurst: 40,
	/** Messages beyond the burst after which the connection ends. */
	messagesIgnored: 400,
	/** Bytes that wait for a slow reader before it is sent nothing more. */
	waitingBytes: 64 * 1024,
	/** Bytes that wait before it is given up. */
	waitingBytesMax: 4 * 1024 * 1024,
	joinMs: 10_000,
	awayMs: 10_000,
	/** After so long another seat stands in for whoever is away. */
	coveredMs: 60_000,
	connections: 64,
	/** Of them, those of one address that have not joined yet. */
	atTheDoor: 8,
	players: 12,
	observers: 12,
	facilitators: 2,
	boards: 4,
	/** How late observers see the room. */
	observersLateMs: 120_000,
	/** Of a longer step of the clock the rest is not owed: the machine slept. */
	stepMs: 500,
	/** Where many rooms share a machine, so much that it was busy elsewhere is made up for. */
	catchUpMs: 5_000,
	/** Of each tenth of a second, what time and pictures of all rooms may take; a room that is left out comes first next time. */
	frameMs: 60,
} as const;

/** Wrong codes by address: beyond so many a minute, the address waits until the minute is over. */
export type WrongCodes = {
	/** Milliseconds until another try; 0 where there may be one now. */
	waitMs(address: string, ms: number): number;
	note(address: string, ms: number): void;
};

export function wrongCodes(): WrongCodes {
	const tried = new Map<string, {readonly since: number; count: number}>();
	const of = (address: string, ms: number) => {
		const known = tried.get(address);
		return known === undefined || ms - known.since >= LIMITS.wrongCodesMs ? undefined : known;
	};
	return {
		waitMs(address, ms) {
			const known = of(address, ms);
			if (known === undefined || known.count < LIMITS.wrongCodes) return 0;
			return known.since + LIMITS.wrongCodesMs - ms;
		},
		note(address, ms) {
			const known = of(address, ms);
			if (known !== undefined) known.count += 1;
			else {
				tried.delete(address);
				tried.set(address, {since: ms, count: 1});
			}
			const [oldest] = tried.keys();
			if (tried.size > LIMITS.addressesMax && oldest !== undefined) tried.delete(oldest);
		},
	};
}

/** What a message may be told: taken, not taken and to be told so, not taken, or the last straw. */
export type Weighed = 'taken' | 'told' | 'ignored' | 'enough';

/** A bucket that fills with time; each take says whether there was any left. */
export function bucket(ms: number, perSecond: number, burst: number): (ms: number) => boolean {
	let level = burst;
	let at = ms;
	return now => {
		level = Math.min(burst, level + (Math.max(0, now - at) / 1_000) * perSecond);
		at = now;
		if (level < 1) return false;
		level -= 1;
		return true;
	};
}

/** Weighs messages by how many came lately. Whoever has kept to the pace for a while has a clean slate. */
export function messageScale(ms: number): (ms: number) => Weighed {
	const take = bucket(ms, LIMITS.messagesPerSecond, LIMITS.messagesBurst);
	let ignored = 0;
	let takenSince = 0;
	return now => {
		if (take(now)) {
			takenSince += 1;
			if (takenSince > LIMITS.messagesBurst) ignored = 0;
			return 'taken';
		}
		takenSince = 0;
		ignored += 1;
		if (ignored > LIMITS.messagesIgnored) return 'enough';
		return ignored === 1 ? 'told' : 'ignored';
	};
}
