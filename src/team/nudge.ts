import type {Observation} from '../observe/index.ts';
import {leadOf, seatOf, type NudgeStage, type Room, type RoomEvent} from '../session/index.ts';
import {SERVER} from './serve.ts';

/** Real milliseconds without a word of the lead, while alarms page and somebody waits for them. */
export const SILENT_MS: Readonly<Record<NudgeStage, number>> = {
	record: 240_000,
	lead: 300_000,
	all: 360_000,
};

export type Moment = {
	readonly ms: number;
	readonly seen: Pick<Observation, 'alerts'>;
	/** When each seat gave its last order. */
	readonly orderedAt: ReadonlyMap<string, number>;
	/** Whether somebody serves the drill. */
	readonly served: boolean;
};

/** Who is told next that the lead is silent: first whoever keeps the record, then the lead alone, then who serves, or all. */
export function nudgeDue(
	room: Room,
	{ms, seen, orderedAt, served}: Moment,
): (RoomEvent & {readonly kind: 'nudged'}) | undefined {
	const lead = leadOf(room);
	const others = room.seats.some(({id}) => id !== lead && (room.sitting[id] ?? '') !== '');
	if (lead === undefined || !others || (room.pace ?? 0) === 0 || room.holds.length > 0) {
		return undefined;
	}
	const silentMs = ms - Math.max(room.heardAt[lead] ?? 0, orderedAt.get(lead) ?? 0);
	if (silentMs < SILENT_MS.record || !isInTrouble(seen)) return undefined;
	const waits = waitingFor(room, lead);
	if (waits.length === 0) return undefined;
	const stage = STAGES.find(each => !room.nudged.includes(each));
	if (stage === undefined || silentMs < SILENT_MS[stage]) return undefined;
	return {kind: 'nudged', stage, ...told(room, stage, {lead, waits, served, silentMs})};
}

const STAGES = ['record', 'lead', 'all'] as const satisfies readonly NudgeStage[];

type Silence = {
	readonly lead: string;
	readonly waits: readonly number[];
	readonly served: boolean;
	readonly silentMs: number;
};

function told(room: Room, stage: NudgeStage, {lead, waits, served, silentMs}: Silence) {
	const minutes = String(Math.floor(silentMs / 60_000));
	const count = `${String(waits.length)} ${waits.length === 1 ? 'thing waits' : 'things wait'}`;
	const which = `${count} for you: ${waits.map(String).join(', ')}.`;
	const silent = `${lead} has not been heard for ${minutes} minutes, and ${count} for them: ${waits.map(String).join(', ')}.`;
	const keeper = keeperOf(room, lead);
	switch (stage) {
		case 'record':
			// Where nobody else keeps the record, the lead hears it at once.
			return keeper === undefined ? {to: lead, text: which} : {to: keeper, text: silent};
		case 'lead':
			return {to: lead, text: which};
		case 'all':
			return served
				? {to: SERVER, text: silent}
				: {to: 'all', text: `${silent} Should somebody take the lead? “lead” does.`};
	}
}

/** The deputy, or else whoever keeps the record. */
function keeperOf({seats, sitting}: Room, lead: string): string | undefined {
	const others = seats.filter(({id}) => id !== lead && (sitting[id] ?? '') !== '');
	const deputy = others.find(({roles}) => roles.includes('deputy'));
	return (deputy ?? others.find(({areas}) => areas.includes('record')))?.id;
}

/** What stands open for them: what is asked of them, and what was proposed and objected to. */
function waitingFor(room: Room, lead: string): readonly number[] {
	return room.loops
		.filter(({kind, state, of, objections}) => {
			if (kind === 'propose') return state === 'open' && objections.length > 0;
			return ['open', 'lapsed'].includes(state) && seatOf(room, of) === lead;
		})
		.map(({n}) => n);
}

function isInTrouble({alerts}: Pick<Observation, 'alerts'>): boolean {
	return alerts.some(({severity, clearedAt}) => severity === 'page' && clearedAt === null);
}
