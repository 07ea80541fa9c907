export {
	AGREEMENTS,
	DEPENDENT_TABLE,
	BrokenInvariant,
	HARM_PARTS,
	MONEY_PARAMETERS,
	ORDERS,
	ordersIn,
	THE_REGION,
	type Cast,
	SUBSYSTEM_NAMES,
	SUBSYSTEMS,
	SWITCHES,
	SWITCH_NAMES,
	WORLD,
	ownerOf,
	valueAt,
	wordsOf,
	type Blank,
	type Order,
	type OrderSpec,
	type OrderTable,
	type Parameter,
	type ParameterTable,
	type SubsystemName,
	type Switch,
} from '../sim/index.ts';
export {
	expectedWords,
	SUSPECT_NAME,
	SUSPECTS,
	wordsLike,
	type Inject,
	type PlannedInject,
	type ReadBack,
	type Suspect,
} from '../level/index.ts';
export * from './debrief/index.ts';
export {
	gradeHandover,
	hand,
	HANDOVER_FORMS,
	isHandover,
	READ_NOTE,
	truthAt,
	waitingNote,
	type GradedHandover,
	type HandoverGrade,
	type Truth,
} from './handover/index.ts';
export * from './review/index.ts';
export {momentMeant, nextTickAt, type Snapshot} from './clock-time.ts';
export {compileGrammar, grammarIn} from './grammar.ts';
export {completions} from './completions.ts';
export {completeOrder, expectedNext, parseOrder, unitAsked, type ParsedOrder} from './command.ts';
export type * from './journal.types.ts';
export * from './link/index.ts';
export * from './order-file.ts';
export {TIME_ZONES, timeMeant, type TimeZone} from './timeline-notation.ts';
export type {OrderRule} from './order-rules.ts';
export {parseExpectation, type ParsedExpectation} from './expectation.ts';
export {advanceToNews, NEXT_SECONDS_MAX} from './next.ts';
export {whyNotLivable, type Changes} from './livable.ts';
export {linesAfter} from './notes-after.ts';
export type * from './notes.types.ts';
export {ANSWER_FIRST} from './probes/index.ts';
export * from './ranking/index.ts';
export * from './probes/probe.types.ts';
export {chooseSeed, storySeed, type ChosenSeed} from './story-seed.ts';
export * from './talk/index.ts';
export * from './cohort/index.ts';
export * from './compare/index.ts';
export {evidenceOf, type Evidence} from './evidence.ts';
export * from './team-debrief/index.ts';
export {goalLine, isWait, reasonIn} from './goals/index.ts';
export {tellMoney} from './told-money.ts';
export {tellHarm, type ToldHarm} from './told-harm.ts';
export * from './proof/index.ts';
export {
	firstWordBy,
	leftStanding,
	standsAgainst,
	stillOpenOf,
	takesBack,
	type OpenKind,
	type StillOpen,
} from './still-open/index.ts';
export {VOCABULARY} from './vocabulary.ts';
export {commandsWith, mayHold, peopleIn, withoutName} from './without-name.ts';
export {PLAYERS, type Player} from './players/index.ts';
export {parseJournal} from './parse-journal.ts';
export {salvage, type Salvaged} from './salvage.ts';
export {otherWorld, playedBy} from './relive/other-versions.ts';
export * from './relive/index.ts';
export * from './score/index.ts';
export * from './seats/index.ts';
export {open, type JournalledSession, type OpenOptions} from './session.ts';
export type * from './session.types.ts';
