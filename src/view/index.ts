export type {Graphs} from './input/ui.types.ts';
export {cardOf} from './say/card.ts';
export {cardText} from './say/card-text.ts';
export {NOTHING_MORE, type CardMore, type CardTold} from './say/card.types.ts';
export {createBoard} from './programs/board/board.ts';
export {
	createConsole,
	type Console,
	type ConsoleSettings,
	type Notice,
} from './programs/console/console.ts';
export {cohortLines} from './say/cohort-lines.ts';
export {profileLines} from './say/profile-lines.ts';
export {
	cohortPage,
	consoleFrames,
	createDebrief,
	comparisonPage,
	comparisonText,
	debriefPage,
	debriefSentences,
	debriefText,
	evidencePage,
	evidenceText,
	lobbyPage,
	NOT_SCORED,
	openedPage,
	openingPage,
	REPLAYED_FROM,
	type OwnWords,
	type Scored,
	type Telling,
} from './programs/debrief/index.ts';
export {talkSaid} from './do/talk-said.ts';
export {createReview} from './programs/review/index.ts';
export {
	looksOf,
	type Look,
	type Looks,
	type LooksWishes,
	type Theme,
} from './screen/looks/index.ts';
export {keymapWith} from './input/keys/index.ts';
export {CAST_SPEEDS, castLines} from './programs/replay/asciicast.ts';
export {createReplayViewer, type ReplayViewer} from './programs/replay/replay-viewer.ts';
export {inAscii, linkVerdict, scoreLines, shareLines} from './say/score-lines.ts';
export {present} from './screen/present.ts';
export type {Program} from './programs/program.types.ts';
export type {Row, Screen, Size, Span, Tone} from './screen/screen.types.ts';
export type {Asks, Place} from './screen/size/index.ts';
export {wrap} from './screen/text.ts';
export type {Ask, Key} from './input/ui.types.ts';
