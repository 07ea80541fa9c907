import type {StepContext, Fact} from '../kernel/index.ts';
import type {Enactor} from './dns.types.ts';

// An Enactor's own log lines, rate limited as its logger is. A stale plan reads like any other, and so
// does the clean-up that empties a name: neither knows what it has done.

const QUIET_MS = 300_000;
const STREAKS = [3, 6, 12, 24, 48, 96];

export function sayLockStreak(enactor: Enactor, ctx: StepContext): void {
	if (!STREAKS.includes(enactor.lossesRunning)) return;
	const count = String(enactor.lossesRunning);
	say(
		enactor,
		ctx,
		'warn',
		'lock-lost',
		`lock value changed before my batch landed, ${count} times running; backing off`,
	);
}

export function sayRegionalPublished(
	enactor: Enactor,
	at: number,
	stale: boolean,
	ctx: StepContext,
): void {
	if (!stale && at - enactor.saidPublishedAt < QUIET_MS) return;
	enactor.saidPublishedAt = at;
	say(
		enactor,
		ctx,
		'info',
		'endpoint-published',
		`published plan ${String(enactor.plan)} to the regional endpoint`,
	);
}

export function sayPassPublished(enactor: Enactor, at: number, ctx: StepContext): void {
	const seconds = Math.floor((at - enactor.pickedAt) / 1000);
	if (seconds < 60) return;
	say(
		enactor,
		ctx,
		'info',
		'pass-published',
		`published plan ${String(enactor.plan)} to all endpoints in ${String(seconds)} s`,
	);
}

export function sayFailure(enactor: Enactor, host: string, at: number, ctx: StepContext): void {
	if (enactor.failures > 1 && at - enactor.saidFailureAt < QUIET_MS) return;
	enactor.saidFailureAt = at;
	say(
		enactor,
		ctx,
		'error',
		'install-failed',
		`change batch for ${host} rejected: alias target not found (${String(enactor.failures)} so far)`,
	);
}

export function sayDeleted(enactor: Enactor, at: number, ctx: StepContext): void {
	if (at - enactor.saidDeletedAt < QUIET_MS) return;
	enactor.saidDeletedAt = at;
	say(enactor, ctx, 'info', 'plans-deleted', 'clean-up: deleted 1 plan');
}

function say(
	enactor: Enactor,
	ctx: StepContext,
	level: Fact['level'],
	kind: string,
	text: string,
): void {
	ctx.say({source: enactor.id.slice('dns/'.length), level, kind, text});
}
