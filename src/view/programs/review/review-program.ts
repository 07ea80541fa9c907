import {sentence} from '../debrief/words.ts';
import {asAscii} from '../../screen/glyphs.ts';
import type {Program} from '../program.types.ts';
import type {Row, Screen, Size} from '../../screen/screen.types.ts';
import {fit, span, spread, wrap} from '../../screen/text.ts';
import {bindingIn, footerOf, type BindingId} from '../../input/keys/index.ts';
import {keysRow} from '../../screen/keys-row.ts';
import {askedEverywhere} from '../everywhere.ts';
import type {Ask, Graphs, Key, Keymap} from '../../input/ui.types.ts';

/** How a try went, in the player's units. */
export type ReviewTold = {
	readonly then: number;
	readonly now: number;
	readonly better: number;
	readonly success: boolean;
	/** When it comes again, as people say it. */
	readonly next: string;
};

export type ReviewSettings = {
	readonly title: string;
	readonly clock: string;
	readonly graphs: Graphs;
	readonly keymap: Keymap;
	/** What was done then, and what would have been better: told afterwards, and only then. */
	readonly did: string;
	readonly other: string;
	/** Minutes of the Region in which to act. */
	readonly minutes: number;
	/** Brings the night to where the drill begins; takes a moment. */
	readonly begin: () => Program;
	/** Whether the minutes are over. */
	readonly isOver: () => boolean;
	/** Holds what was done now against what was done then; takes a moment. */
	readonly judge: () => ReviewTold;
};

type Phase =
	| {readonly is: 'card'}
	| {readonly is: 'loading' | 'judging'; readonly drawn: boolean; readonly program: Program | null}
	| {readonly is: 'playing'; readonly program: Program}
	| {readonly is: 'told'; readonly told: ReviewTold};

/** One costly decision once more: a card, some minutes at the console, and only then what would have been better. */
export function createReview(settings: ReviewSettings): Program {
	let phase: Phase = {is: 'card'};

	function frame(seconds: number): void {
		switch (phase.is) {
			case 'loading':
				// What takes a moment waits until the word for it is on the screen.
				if (phase.drawn) phase = {is: 'playing', program: settings.begin()};
				break;
			case 'playing':
				phase.program.frame(seconds);
				if (settings.isOver()) phase = {is: 'judging', drawn: false, program: phase.program};
				break;
			case 'judging':
				if (phase.drawn) phase = {is: 'told', told: settings.judge()};
				break;
			case 'card':
			case 'told':
				break;
		}
	}

	function press(key: Key, size: Size): readonly Ask[] {
		if (phase.is === 'playing') return phase.program.press(key, size);
		const asks = askedEverywhere(settings.keymap, key);
		if (asks !== null) return asks;
		const id = bindingIn(settings.keymap, 'review', key);
		if (id === 'reviewLeave') return [{type: 'leave', how: 'quit'}];
		if (id === null) return [];
		if (phase.is === 'card') phase = {is: 'loading', drawn: false, program: null};
		else if (phase.is === 'told') return [{type: 'choose', choice: 'next'}];
		return [];
	}

	function present(size: Size): Screen {
		if (phase.is === 'playing') return phase.program.present(size);
		if (phase.is === 'loading' || phase.is === 'judging') phase = {...phase, drawn: true};
		const screen = {rows: pageOf(phase, settings, size)};
		return settings.graphs === 'ascii' ? asAscii(screen) : screen;
	}

	return {
		press,
		paste(text, size) {
			if (phase.is === 'playing') phase.program.paste?.(text, size);
		},
		frame,
		present,
		heard: () => (phase.is === 'playing' ? (phase.program.heard?.() ?? []) : []),
	};
}

const WIDTH_MAX = 90;

function pageOf(phase: Phase, settings: ReviewSettings, size: Size): readonly Row[] {
	const {rows, columns} = size;
	const width = Math.max(10, Math.min(WIDTH_MAX, columns - 2));
	const lines = linesOf(phase, settings, width).map(([text, tone]): Row => [
		span(` ${text}`, tone),
	]);
	const room = Math.max(0, rows - 2);
	return [
		spread(
			[span(` Review  ${settings.title}`, 'title')],
			[span(`${settings.clock} PDT `, 'dim')],
			columns,
		),
		...Array.from({length: room}, (_, row) => fit(lines[row] ?? [], columns)),
		fit(footer(phase, settings.keymap, columns), columns),
	].slice(0, rows);
}

type Line = readonly [string, 'plain' | 'title' | 'warn' | 'dim'];

function linesOf(phase: Phase, settings: ReviewSettings, width: number): readonly Line[] {
	const {minutes, did, other} = settings;
	const plain = (text: string) => wrap(text, width).map((line): Line => [line, 'plain']);
	switch (phase.is) {
		case 'card':
			return [
				['', 'plain'],
				...plain('You have been here before, and what you did was costly.'),
				['', 'plain'],
				...plain(
					`You get ${String(minutes)} minutes in the Region, about one of yours. Everybody needed is on the call. The run then continues, and is compared with what you did. The better way is shown afterwards.`,
				),
			];
		case 'loading':
			return [['', 'plain'], ...plain('The run is re-simulated up to here…')];
		case 'judging':
			return [['', 'plain'], ...plain('The run is being continued…')];
		case 'playing':
			return [];
		case 'told': {
			const {then, now, better, success, next} = phase.told;
			return [
				['', 'plain'],
				success ? ['Better than last time.', 'title'] : ['Not yet.', 'warn'],
				['', 'plain'],
				[`Impact then          ${whole(then)} min`, 'plain'],
				[`Impact now           ${whole(now)} min`, 'plain'],
				[`The better way       ${whole(better)} min`, 'plain'],
				['', 'plain'],
				...plain(sentence(`You then: ${did}`)),
				...plain(`The better way: with ${other}. In this model.`),
				['', 'plain'],
				...plain(next),
			];
		}
	}
}

function whole(minutes: number): string {
	return String(Math.round(minutes)).padStart(5);
}

const FOOTERS: Readonly<
	Partial<Record<Phase['is'], readonly (readonly [id: BindingId, word: string])[]>>
> = {
	card: [
		['reviewOn', 'begin'],
		['reviewLeave', 'not now'],
	],
	told: [
		['reviewOn', 'next'],
		['reviewLeave', 'leave'],
	],
};

function footer({is}: Phase, keymap: Keymap, columns: number): Row {
	const keys = FOOTERS[is] ?? [];
	return keysRow(
		keys.map(([id, word]) => ({footer: footerOf(id, keymap, word)})),
		columns,
	);
}
