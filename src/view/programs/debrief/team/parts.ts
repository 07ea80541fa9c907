import {
	turnedOn,
	type Debrief,
	type Finding,
	type Relay,
	type TeamDebrief,
} from '../../../../session/index.ts';
import {clockOf, sentence, worthWords} from '../words.ts';

/** A part of what is told to a team: sentences, then rows. Every face shows the same. */
export type TeamPart = {
	readonly id: string;
	readonly title: string;
	readonly lines: readonly string[];
	readonly table: {
		readonly head: readonly string[];
		readonly rows: readonly (readonly string[])[];
	} | null;
};

/** The run beside what its team is told. */
export type ToldTeam = {
	readonly debrief: Pick<Debrief, 'startSecondsOfDay' | 'decisions' | 'withheld'>;
	readonly team: TeamDebrief;
};

/** Under so many persons what one seat did is what one person did. */
export const GROUP_MIN = 3;

export type Clock = (at: number) => string;

/** Read together, in this order. */
export function talkedThrough(told: ToldTeam): readonly TeamPart[] {
	const clock = (at: number) => clockOf(told.debrief, at);
	return [
		threeFacts(told, clock),
		...decided(told, clock),
		...handed(told, clock),
		...kept(told, clock),
		...noted(told, clock),
	];
}

const SHOWN = 3;

function threeFacts({team, debrief}: ToldTeam, clock: Clock): TeamPart {
	const {relays: all} = team;
	const between = all.filter(({own}) => !own);
	const costly = debrief.withheld
		? []
		: debrief.decisions.flatMap(finding => turnedOn(finding, all) ?? []);
	const broken = between.filter(({broke, dueAt}) => broke !== null && dueAt !== null);
	const slow = between.toSorted((a, b) => sayingOf(b) - sayingOf(a));
	const shown = [...new Set([...costly, ...broken, ...slow])].slice(0, SHOWN);
	const lines = shown.map(relay => relayWords(relay, clock));
	return {
		id: 'three-facts',
		title: 'Three facts',
		lines:
			lines.length === 0
				? ['No fact had to go from one seat to another.']
				: ['Name your own three first; then read on.', ...lines],
		table: null,
	};
}

function sayingOf({realSeconds: {say}}: Relay): number {
	return say ?? 0;
}

/** One fact, from the eye to the hand. */
function relayWords(relay: Relay, clock: Clock): string {
	const {what, of, trueAt, seenAt, screenAt, said, reached, acted, needs, own} = relay;
	const screen = screenAt === null ? '' : `, and had it on its screen at ${clock(screenAt)}`;
	const seen =
		seenAt === null
			? `${of} could not see it`
			: `${of} could see it from ${clock(seenAt)}${screen}`;
	const speech =
		said === null
			? own
				? ''
				: '; it was not said'
			: `; ${said.by} told ${said.to === 'all' ? 'everybody' : said.to} at ${clock(said.at)}`;
	const reach =
		own || said === null || reached !== null ? '' : `, and ${needs.join(', ')} did not hear it`;
	const hand =
		acted === null ? '' : `; ${acted.by} gave “${shortOrder(acted.words)}” at ${clock(acted.at)}`;
	return `${sentence(what)} So from ${clock(trueAt)}; ${seen}${speech}${reach}${hand}.`;
}

const ORDER_LENGTH = 60;

function shortOrder(words: string): string {
	return words.length <= ORDER_LENGTH ? words : `${words.slice(0, ORDER_LENGTH - 1)}…`;
}

/** Each costly decision with the fact that would have changed it; where one of both is not known, nothing is said. */
function decided({team, debrief}: ToldTeam, clock: Clock): readonly TeamPart[] {
	if (debrief.withheld) return [];
	const lines = debrief.decisions.flatMap(finding => {
		const relay = turnedOn(finding, team.relays);
		return relay === null ? [] : [decisionWords(finding, relay, clock)];
	});
	return lines.length === 0
		? []
		: [{id: 'decisions-and-facts', title: 'Where the facts were', lines, table: null}];
}

function decisionWords(finding: Finding, relay: Relay, clock: Clock): string {
	const {of, what, seenAt, reached, broke} = relay;
	const until =
		reached === null
			? (broke ?? 'it was not said')
			: `it reached ${reached.seat} at ${clock(reached.at)}`;
	const from = seenAt === null ? '' : ` from ${clock(seenAt)}`;
	const worth = sentence(`${worthWords(finding)} with ${finding.other}`);
	return `${worth} At ${clock(finding.at)} that waited for a fact: ${what}; ${of} could see it${from}, and ${until}.`;
}

const LINES_OF_OURS =
	'Graded by thresholds of our own, published by nobody: a value is right within 10 %, a trend counts from 5 %, and a command costs too much from 10 minutes of impact.';

function handed({team}: ToldTeam, clock: Clock): readonly TeamPart[] {
	return team.handovers.map(({at, by, to, takenAt, unsteady, fields}, index) => ({
		id: `handover-${String(index + 1)}`,
		title: `Handover of ${clock(at)}, ${by === to ? by : `${by} to ${to}`}`,
		lines: [
			takenAt === null ? 'It was not taken.' : `Taken at ${clock(takenAt)}.`,
			...fields.flatMap(({field, lost}) =>
				lost.length === 0 ? [] : [`Lost of ${field}: ${lost.join('; ')}.`],
			),
			`${LINES_OF_OURS} ${unsteady.length === 0 ? 'Thresholds a tenth higher or lower grade the same.' : `Thresholds a tenth higher or lower grade these differently: ${unsteady.join(', ')}.`}`,
		],
		table: {
			head: ['field', 'kept', 'wrong', 'stale', 'masking', 'beyond'],
			rows: fields.map(({field, of, kept, wrong, stale, masking, beyond}) => [
				field,
				`${String(kept.length)} of ${String(of)}`,
				...[wrong, stale, masking, beyond].map(String),
			]),
		},
	}));
}

/** The timeline as whoever kept the record has marked it. */
function kept({team: {timeline}}: ToldTeam, clock: Clock): readonly TeamPart[] {
	if (timeline.length === 0) return [];
	const rows = timeline.toSorted((a, b) => a.at - b.at);
	return [
		{
			id: 'kept-timeline',
			title: 'The timeline as it was kept',
			lines: [],
			table: {
				head: ['PDT', '', 'what'],
				rows: rows.map(({at, words, star, tag}) => [
					clock(at),
					[star ? '★' : '', tag].join(' ').trim(),
					words,
				]),
			},
		},
	];
}

function noted({team: {notes, injected}}: ToldTeam, clock: Clock): readonly TeamPart[] {
	if (notes.length + injected.length === 0) return [];
	const rows = [
		...notes.map(({at, tag, text}) => ({at, what: tag === '' ? 'note' : tag, text})),
		...injected.map(({at, name}) => ({at, what: 'inject', text: name})),
	];
	return [
		{
			id: 'notes',
			title: 'Noted by the facilitator',
			lines: [],
			table: {
				head: ['PDT', 'what', 'words'],
				rows: rows
					.toSorted((a, b) => a.at - b.at)
					.map(({at, what, text}) => [clock(at), what, text]),
			},
		},
	];
}
